-- Wrapped data keys, apart from the data they protect. A destroyed key leaves its id and the time, never its bytes.
CREATE SCHEMA keys;
GRANT USAGE ON SCHEMA keys TO shouxin_app;

CREATE TABLE keys.data_key (
    id           uuid PRIMARY KEY,
    scope_kind   text        NOT NULL CHECK (scope_kind IN ('SUBJECT', 'IMPORT', 'CASE', 'DRAFT', 'FIRM')),
    scope_id     uuid        NOT NULL,
    epoch        integer     NOT NULL,
    wrapped      bytea,
    created_at   timestamptz NOT NULL DEFAULT now(),
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
);
CREATE UNIQUE INDEX data_key_live ON keys.data_key (scope_kind, scope_id) WHERE destroyed_at IS NULL;
CREATE INDEX data_key_epoch ON keys.data_key (epoch) WHERE destroyed_at IS NULL;
GRANT SELECT, INSERT ON keys.data_key TO shouxin_app;
GRANT UPDATE (wrapped, epoch, destroyed_at) ON keys.data_key TO shouxin_app;

CREATE TABLE keys.firm_secret (
    name    text PRIMARY KEY,
    wrapped bytea NOT NULL
);
GRANT SELECT, INSERT ON keys.firm_secret TO shouxin_app;

-- A destroyed key never comes back, and a key is never given to another scope.
CREATE FUNCTION keys.refuse_revival() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.destroyed_at IS NOT NULL THEN
        RAISE EXCEPTION 'key % was destroyed and stays so', OLD.id;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER data_key_stays_destroyed BEFORE UPDATE ON keys.data_key
    FOR EACH ROW EXECUTE FUNCTION keys.refuse_revival();
