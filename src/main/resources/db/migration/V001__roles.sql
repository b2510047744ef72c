-- Nobody may do anything in this database that a later migration does not grant by name. The application may not even create
-- temporary tables: what it owns, it could alter.
DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO shouxin_app, shouxin_legal', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO shouxin_app, shouxin_legal;
