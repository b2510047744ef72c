-- Two people on file who may be one (docs/adr/0023): ids, codes and dates, never a value of a record. Who was merged stays as an
-- identity that points at the other, so that links, evidence and the numbers of old cases still lead to somebody. parted counts how
-- often somebody who had been merged into the person went back: whoever has proved to be, or has looked up, the one person of before
-- has to do so again.
ALTER TABLE subject
    ADD COLUMN parted integer NOT NULL DEFAULT 0,
    ADD COLUMN merged_into uuid REFERENCES subject,
    DROP CONSTRAINT subject_state_check,
    ADD CONSTRAINT subject_state_check CHECK (state IN ('ACTIVE', 'MERGED', 'ERASED')),
    ADD CONSTRAINT subject_merged CHECK (state <> 'MERGED' OR (merged_into IS NOT NULL AND merged_into <> id));
CREATE INDEX subject_merged_into ON subject (merged_into) WHERE merged_into IS NOT NULL;

-- A merge and its undoing change whose a record is, and with it the keyed value by which it is known again.
GRANT UPDATE (subject_id, fingerprint) ON record TO shouxin_app;
GRANT UPDATE (subject_id) ON subject_index, open_claim TO shouxin_app;

-- Both people's days change when a record goes from one to the other: one's deals bear on it no more, the other's do.
CREATE FUNCTION due_is_stale_for_both() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO record_due_stale (subject_id) SELECT subject_id FROM changed UNION SELECT subject_id FROM before;
    RETURN NULL;
END $$;
CREATE TRIGGER record_due_changed AFTER UPDATE ON record REFERENCING OLD TABLE AS before NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION due_is_stale_for_both();

CREATE SEQUENCE match_number;
GRANT USAGE, UPDATE ON SEQUENCE match_number TO shouxin_app;

-- A pair has one row for ever: once kept apart, or merged and taken apart again, nobody is asked again. vanished_by is the merge
-- because of which one of the two was nobody to compare: where it is undone, the question is asked once more.
CREATE TABLE possible_match (
    id          uuid PRIMARY KEY,
    reference   text        NOT NULL UNIQUE,
    first_id    uuid        NOT NULL REFERENCES subject,
    second_id   uuid        NOT NULL REFERENCES subject,
    branch_id   uuid        NOT NULL REFERENCES branch,
    import_id   uuid        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('OPEN', 'MERGED', 'KEPT_APART', 'UNDONE', 'VANISHED')),
    found_at    timestamptz NOT NULL,
    asked_at    timestamptz,
    due_on      date,
    survivor_id uuid REFERENCES subject,
    decided_by  uuid,
    decided_at  timestamptz,
    undo_until  date,
    undone_by   uuid,
    undone_at   timestamptz,
    vanished_by uuid REFERENCES possible_match,
    UNIQUE (first_id, second_id),
    CHECK (first_id < second_id),
    CHECK ((asked_at IS NULL) = (due_on IS NULL)),
    CHECK ((status IN ('MERGED', 'UNDONE')) = (survivor_id IS NOT NULL AND undo_until IS NOT NULL)),
    CHECK ((status = 'UNDONE') = (undone_at IS NOT NULL)),
    CHECK (status NOT IN ('MERGED', 'KEPT_APART', 'UNDONE') OR decided_at IS NOT NULL),
    CHECK (status = 'VANISHED' OR vanished_by IS NULL)
);
CREATE INDEX possible_match_new ON possible_match (found_at) WHERE status = 'OPEN' AND asked_at IS NULL;
CREATE INDEX possible_match_second ON possible_match (second_id);
CREATE INDEX possible_match_survivor ON possible_match (survivor_id) WHERE survivor_id IS NOT NULL;
CREATE INDEX possible_match_vanished_by ON possible_match (vanished_by) WHERE vanished_by IS NOT NULL;
GRANT SELECT, INSERT ON possible_match TO shouxin_app;
GRANT UPDATE (status, asked_at, due_on, survivor_id, decided_by, decided_at, undo_until, undone_by, undone_at, vanished_by)
    ON possible_match TO shouxin_app;

-- What a merge brought from one person to the other, so that undoing it gives back exactly that. A tie that the other had already
-- stays with them.
CREATE TABLE match_moved (
    match_id  uuid    NOT NULL REFERENCES possible_match,
    kind      text    NOT NULL CHECK (kind IN ('RECORD', 'CLAIM', 'CASE', 'CLIENT', 'THIRD_PARTY')),
    thing_id  uuid    NOT NULL,
    was_there boolean NOT NULL DEFAULT false,
    PRIMARY KEY (match_id, kind, thing_id)
);
GRANT SELECT, INSERT ON match_moved TO shouxin_app;
