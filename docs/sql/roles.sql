-- Prepares an external PostgreSQL (15 or newer) for Shouxin. Run once as a superuser:
--   psql -v owner_password=... -v app_password=... -v legal_password=... -f roles.sql
-- Then set spring.datasource.url and shouxin.datasource.{owner,app,legal}-password.
-- The embedded server needs none of this: it creates the same roles by itself.
CREATE ROLE shouxin_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
CREATE ROLE shouxin_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'app_password';
CREATE ROLE shouxin_legal LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'legal_password';
CREATE DATABASE shouxin OWNER shouxin_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
REVOKE ALL ON DATABASE shouxin FROM PUBLIC;
