-- Prepares an external PostgreSQL (15 or newer) for Shouxin: three roles and a database. Run it with psql as the server's
-- administrator; it asks for the three passwords and may be run again, for instance to change them:
--   psql -h HOST -U postgres -d postgres -f roles.sql
-- A script names them as variables: psql -v owner=... -v app=... -v legal=... (others on that machine can then see them).
-- Then set spring.datasource.url=jdbc:postgresql://HOST:5432/shouxin and shouxin.datasource.owner-password, app-password and
-- legal-password. The start says in one line what is missing. The embedded server needs none of this.
\set ON_ERROR_STOP on
\if :{?owner}
\else
\prompt 'Password for shouxin_owner (changes tables, used at the start only): ' owner
\endif
\if :{?app}
\else
\prompt 'Password for shouxin_app (the portal itself, owns nothing): ' app
\endif
\if :{?legal}
\else
\prompt 'Password for shouxin_legal (reads sealed content, every time logged): ' legal
\endif
SET password_encryption = 'scram-sha-256';
SELECT 'CREATE ROLE ' || role FROM unnest(ARRAY['shouxin_owner', 'shouxin_app', 'shouxin_legal']) AS role
 WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = role) \gexec
ALTER ROLE shouxin_owner LOGIN NOCREATEDB NOCREATEROLE PASSWORD :'owner';
ALTER ROLE shouxin_app LOGIN NOCREATEDB NOCREATEROLE PASSWORD :'app';
ALTER ROLE shouxin_legal LOGIN NOCREATEDB NOCREATEROLE PASSWORD :'legal';
-- An administrator who is no superuser, as with a rented server, must be able to give the database away.
SELECT 'GRANT shouxin_owner TO ' || quote_ident(current_user)
 WHERE NOT pg_has_role(current_user, 'shouxin_owner', 'MEMBER') \gexec
SELECT 'CREATE DATABASE shouxin OWNER shouxin_owner TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C'''
 WHERE NOT EXISTS (SELECT 1 FROM pg_database WHERE datname = 'shouxin') \gexec
REVOKE ALL ON DATABASE shouxin FROM PUBLIC;
