-- From which day on nothing keeps a record any more if nobody asks about it (docs/adr/0018), as the retention table has it; null where
-- no day can be told, with the reason. Codes, ids and dates only.
CREATE TABLE record_due (
    record_id     uuid PRIMARY KEY REFERENCES record,
    subject_id    uuid NOT NULL,
    branch_id     uuid NOT NULL,
    due_on        date,
    why           text NOT NULL CHECK (why ~ '^[A-Z][A-Z0-9_]{0,39}$'),
    rule_id       text,
    table_version text NOT NULL,
    CHECK (due_on IS NULL OR rule_id IS NOT NULL)
);
CREATE INDEX record_due_day ON record_due (branch_id, due_on, record_id) WHERE due_on IS NOT NULL;
CREATE INDEX record_due_none ON record_due (branch_id, why) WHERE due_on IS NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON record_due TO shouxin_app;

-- Whose days must be counted again. Only ever added to and emptied: two who add do not wait for each other.
CREATE TABLE record_due_stale (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject_id uuid NOT NULL
);
GRANT SELECT, INSERT, DELETE ON record_due_stale TO shouxin_app;

-- By what the days were counted last: another table, or another jurisdiction, has all of them counted again.
CREATE TABLE record_due_basis (
    id    boolean PRIMARY KEY DEFAULT true CHECK (id),
    basis text NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON record_due_basis TO shouxin_app;

-- The database itself notes what changed, so that no way in which facts are written can forget it: an import, a claim, a hold.
-- Once for each person and statement, however many rows it touches.
CREATE FUNCTION due_is_stale() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record_due_stale (subject_id) SELECT DISTINCT subject_id FROM changed;
    RETURN NULL;
END $$;
CREATE TRIGGER record_due_new AFTER INSERT ON record REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER record_due_gone AFTER DELETE ON record REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER hold_due_new AFTER INSERT ON hold REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER hold_due_changed AFTER UPDATE ON hold REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER claim_due_new AFTER INSERT ON open_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER claim_due_changed AFTER UPDATE ON open_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER link_due_new AFTER INSERT ON subject_link REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();
CREATE TRIGGER link_due_gone AFTER DELETE ON subject_link REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale();

INSERT INTO record_due_stale (subject_id) SELECT DISTINCT subject_id FROM record;
