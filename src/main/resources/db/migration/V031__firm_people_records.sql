-- The firm (the controller, 个人信息处理者) and its branches (门店).
CREATE TABLE firm (
    id             boolean PRIMARY KEY DEFAULT true CHECK (id),
    name           text NOT NULL,
    address        text NOT NULL,
    contact_person text NOT NULL,
    contact_phone  text NOT NULL,
    contact_email  text NOT NULL,
    authority      text NOT NULL,
    authority_english text NOT NULL DEFAULT '',
    jurisdiction   text NOT NULL DEFAULT 'CN',
    version        integer NOT NULL DEFAULT 0
);
-- A closed branch keeps what it has; nothing new goes there.
CREATE TABLE branch (
    id        uuid PRIMARY KEY,
    name      text NOT NULL UNIQUE,
    sector    text NOT NULL CHECK (sector IN ('BROKERAGE', 'HOUSEKEEPING')),
    version   integer NOT NULL DEFAULT 0,
    closed_at timestamptz
);
GRANT SELECT, INSERT, UPDATE ON firm, branch TO shouxin_app;

-- People. A row holds no personal data: what is known of a person lies in records, under the person's key.
CREATE TABLE subject (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('CLIENT', 'CHILD', 'DOMESTIC_WORKER', 'CO_OWNER', 'CONTACT_PERSON', 'GUARDIAN')),
    state      text        NOT NULL DEFAULT 'ACTIVE' CHECK (state IN ('ACTIVE', 'ERASED')),
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at  timestamptz
);
CREATE TABLE subject_link (
    subject_id uuid NOT NULL REFERENCES subject,
    client_id  uuid NOT NULL REFERENCES subject,
    PRIMARY KEY (subject_id, client_id)
);
CREATE INDEX subject_link_client ON subject_link (client_id);
CREATE TABLE subject_index (
    subject_id uuid  NOT NULL REFERENCES subject,
    record_id  uuid  NOT NULL,
    kind       text  NOT NULL CHECK (kind IN ('NAME', 'PHONE', 'ID_NUMBER', 'EMAIL', 'WECHAT', 'CONTRACT_NUMBER', 'CUSTOMER_NUMBER')),
    hmac       bytea NOT NULL,
    PRIMARY KEY (record_id, kind, hmac)
);
CREATE INDEX subject_index_lookup ON subject_index (kind, hmac);
CREATE INDEX subject_index_subject ON subject_index (subject_id);
GRANT SELECT, INSERT, UPDATE ON subject TO shouxin_app;
GRANT SELECT, INSERT, DELETE ON subject_link, subject_index TO shouxin_app;

-- Records: what is visible about a record, apart from its value.
CREATE TABLE record (
    id              uuid PRIMARY KEY,
    subject_id      uuid        NOT NULL REFERENCES subject,
    branch_id       uuid        NOT NULL REFERENCES branch,
    category        text        NOT NULL,
    classification  text        NOT NULL CHECK (classification IN ('GENERAL', 'POLICY_SENSITIVE', 'STATUTORY_SENSITIVE', 'STATUTORY_SENSITIVE_CHILD')),
    deal_type       text CHECK (deal_type IN ('SALE', 'LEASE', 'SERVICE', 'UNKNOWN')),
    signed_on       date,
    ended_on        date,
    last_contact_on date,
    recorded_on     date,
    import_id       uuid,
    fingerprint     bytea       NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX record_subject ON record (subject_id);
CREATE INDEX record_branch ON record (branch_id, subject_id);
CREATE INDEX record_import ON record (import_id);
CREATE TABLE record_value (
    record_id  uuid PRIMARY KEY REFERENCES record,
    ciphertext bytea NOT NULL
);
GRANT SELECT, INSERT, DELETE ON record TO shouxin_app;
GRANT UPDATE (last_contact_on, import_id) ON record TO shouxin_app;
GRANT SELECT, INSERT, DELETE ON record_value TO shouxin_app;
GRANT UPDATE (ciphertext) ON record_value TO shouxin_app;

-- One register of restrictions and seals; whether a record is restricted is computed from it, never stored on the record.
CREATE TABLE hold (
    id           uuid PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('RESTRICTION', 'STORAGE_ONLY', 'SEAL')),
    subject_id   uuid        NOT NULL REFERENCES subject,
    record_id    uuid,
    ground       text        NOT NULL,
    legal_source text        NOT NULL,
    case_id      uuid,
    reference    text,
    placed_at    timestamptz NOT NULL,
    placed_by    uuid,
    until_on     date,
    lifted_at    timestamptz,
    lifted_by    uuid,
    lifted_why   text,
    CHECK ((lifted_at IS NULL) = (lifted_why IS NULL))
);
CREATE INDEX hold_subject ON hold (subject_id) WHERE lifted_at IS NULL;
CREATE INDEX hold_record ON hold (record_id) WHERE lifted_at IS NULL;
CREATE INDEX hold_case ON hold (case_id);
CREATE INDEX hold_until ON hold (until_on) WHERE lifted_at IS NULL;
GRANT SELECT, INSERT ON hold TO shouxin_app;
GRANT UPDATE (lifted_at, lifted_by, lifted_why) ON hold TO shouxin_app;

-- Open claims between the firm and a person: a fact that rules of strength C ask for, no hold. A claim concerns one deal or
-- single records; its texts are ciphertext under the person's key; it has a day on which it must be looked at again.
-- A reference is the firm's own number: six digits at most in all, or letters, a year and a running number, so that no telephone
-- or identity number fits in, with or without strokes.
-- When everything about a person is erased, their claims end with it (ended_by is null: the system's doing) and a row is reduced to
-- what proves that the firm had a reason to keep data and for how long: which person (an id that leads nowhere any more), what kind of
-- claim, who recorded and ended it and when. Number, days, deal and texts could lead back to the person and prove nothing more.
CREATE TABLE open_claim (
    id             uuid PRIMARY KEY,
    subject_id     uuid        NOT NULL REFERENCES subject,
    branch_id      uuid        NOT NULL REFERENCES branch,
    kind           text        NOT NULL CHECK (kind IN ('UNPAID_FEE', 'COMPLAINT', 'DAMAGE', 'CONTRACT_DISPUTE', 'OTHER')),
    side           text        NOT NULL CHECK (side IN ('PERSON', 'FIRM')),
    reference      text CHECK (reference ~ '^[A-Za-z0-9][A-Za-z0-9./_-]{0,39}$' AND (reference !~ '([0-9][^0-9]*){7}'
                               OR reference ~ '^[A-Za-z]{1,10}[./_-]?(19|20)[0-9]{2}[./_-][0-9]{1,5}$')),
    since          date,
    review_on      date,
    deal_type      text CHECK (deal_type IN ('SALE', 'LEASE', 'SERVICE', 'UNKNOWN')),
    deal_signed_on date,
    deal_ended_on  date,
    records        uuid[],
    note           bytea,
    recorded_at    timestamptz NOT NULL,
    recorded_by    uuid        NOT NULL,
    ended_at       timestamptz,
    ended_by       uuid,
    end_note       bytea,
    CHECK (ended_by IS NULL OR ended_at IS NOT NULL),
    CHECK (CASE WHEN reference IS NOT NULL
           THEN since IS NOT NULL AND review_on IS NOT NULL AND (deal_type IS NULL) <> (records IS NULL)
           ELSE ended_at IS NOT NULL AND num_nonnulls(since, review_on, deal_type, deal_signed_on, deal_ended_on, records, note,
                                                      end_note) = 0 END)
);
CREATE INDEX open_claim_subject ON open_claim (subject_id);
CREATE UNIQUE INDEX open_claim_reference ON open_claim (subject_id, reference) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON open_claim TO shouxin_app;
GRANT UPDATE (reference, since, review_on, deal_type, deal_signed_on, deal_ended_on, records, note, ended_at, ended_by, end_note)
    ON open_claim TO shouxin_app;

-- The database itself refuses to delete what is stored for a law or sealed, and to change what is sealed, also for psql as the
-- application's role. What is stored only may be written again with the same content under a new key (the key of the neighbours
-- was destroyed), which the application does inside an erasure and nowhere else. A restriction stops use; erasing ends it.
--
-- Once per statement, however many rows it takes away: first the people are locked, as the hold's own trigger locks them, so that
-- a change under way while a hold is placed is either over before the hold stands or sees it; then the register is read, which
-- each statement of a function does anew. A value whose record the same statement deletes is the record's concern.
CREATE FUNCTION refuse_on_hold() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    records  uuid[];
    people   uuid[];
    blocking record;
BEGIN
    IF TG_TABLE_NAME = 'record' THEN
        SELECT array_agg(g.id), array_agg(DISTINCT g.subject_id) INTO records, people FROM gone g;
    ELSIF TG_TABLE_NAME = 'record_value' THEN
        SELECT array_agg(g.record_id), array_agg(DISTINCT r.subject_id) INTO records, people
            FROM gone g JOIN record r ON r.id = g.record_id;
    ELSE
        SELECT array_agg(g.record_id), array_agg(DISTINCT g.subject_id) INTO records, people FROM gone g;
    END IF;
    IF people IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM 1 FROM subject s WHERE s.id = ANY (people) ORDER BY s.id FOR SHARE;
    SELECT h.id, h.kind INTO blocking FROM hold h
        WHERE h.lifted_at IS NULL AND h.subject_id = ANY (people) AND (h.record_id IS NULL OR h.record_id = ANY (records))
          AND (h.kind = 'SEAL' OR (h.kind = 'STORAGE_ONLY' AND TG_OP = 'DELETE'))
        LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'rows of % are on hold % (%)', TG_TABLE_NAME, blocking.id, blocking.kind USING ERRCODE = 'SX001';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER record_on_hold AFTER DELETE ON record REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();
CREATE TRIGGER record_change_on_hold AFTER UPDATE ON record REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();
CREATE TRIGGER record_value_on_hold AFTER DELETE ON record_value REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();
CREATE TRIGGER record_value_change_on_hold AFTER UPDATE ON record_value REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();
CREATE TRIGGER subject_index_on_hold AFTER DELETE ON subject_index REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();
CREATE TRIGGER subject_index_change_on_hold AFTER UPDATE ON subject_index REFERENCING OLD TABLE AS gone
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_on_hold();

-- A seal placed while an erasure runs: both lock the person, so one waits for the other.
CREATE FUNCTION lock_held_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM subject WHERE id = NEW.subject_id FOR UPDATE;
    RETURN NEW;
END $$;
CREATE TRIGGER hold_locks_subject BEFORE INSERT ON hold FOR EACH ROW EXECUTE FUNCTION lock_held_subject();

-- Encrypted files: uploads, proofs, letters, certificates. A large one has no ciphertext of its own but pieces of a mebibyte, each
-- sealed for its place and the last one as the last.
CREATE TABLE stored_file (
    id           uuid PRIMARY KEY,
    scope_kind   text        NOT NULL CHECK (scope_kind IN ('SUBJECT', 'IMPORT', 'CASE')),
    scope_id     uuid        NOT NULL,
    kind         text        NOT NULL,
    media_type   text        NOT NULL,
    size_bytes   bigint      NOT NULL,
    ciphertext   bytea,
    created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stored_file_scope ON stored_file (scope_kind, scope_id);
CREATE TABLE stored_file_piece (
    file_id    uuid    NOT NULL REFERENCES stored_file ON DELETE CASCADE,
    piece      integer NOT NULL,
    ciphertext bytea   NOT NULL,
    PRIMARY KEY (file_id, piece)
);
GRANT SELECT, INSERT, DELETE ON stored_file, stored_file_piece TO shouxin_app;

-- Imports of client lists. What the file and its columns are called may name a person: details are ciphertext under the key of
-- the rejected rows, which goes with them after their period.
CREATE TABLE import_job (
    id            uuid PRIMARY KEY,
    branch_id     uuid        NOT NULL REFERENCES branch,
    state         text        NOT NULL CHECK (state IN ('RECEIVED', 'NEEDS_MAPPING', 'RUNNING', 'COMPLETED', 'FAILED')),
    failure       text,
    created_by    uuid,
    created_at    timestamptz NOT NULL,
    finished_at   timestamptz,
    row_count     integer     NOT NULL DEFAULT 0,
    rows_done     integer     NOT NULL DEFAULT 0,
    people        integer     NOT NULL DEFAULT 0,
    people_known  integer     NOT NULL DEFAULT 0,
    third_parties integer     NOT NULL DEFAULT 0,
    records       integer     NOT NULL DEFAULT 0,
    records_known integer     NOT NULL DEFAULT 0,
    duplicates    integer     NOT NULL DEFAULT 0,
    rejected      integer     NOT NULL DEFAULT 0,
    warnings      integer     NOT NULL DEFAULT 0,
    attempts      integer     NOT NULL DEFAULT 0,
    claimed_until timestamptz,
    purged_at     timestamptz,
    details       bytea
);
CREATE INDEX import_job_created ON import_job (created_at);
-- Findings in rows that were taken over hold no value: it lies in the person's records. Only a row that was left out, wholly or
-- because a part of it was erased earlier, keeps its cells, on its first finding.
CREATE TABLE import_problem (
    id          uuid PRIMARY KEY,
    import_id   uuid    NOT NULL REFERENCES import_job,
    sheet_no    integer NOT NULL,
    row_number  integer NOT NULL,
    position    integer NOT NULL,
    column_no   integer,
    code        text    NOT NULL,
    severity    text    NOT NULL CHECK (severity IN ('REJECT', 'WARNING')),
    left_out    boolean NOT NULL,
    ciphertext  bytea CHECK (ciphertext IS NULL OR left_out OR code = 'NUMBER_SHARED'),
    UNIQUE (import_id, sheet_no, row_number, position)
);
GRANT SELECT, INSERT, UPDATE ON import_job TO shouxin_app;
GRANT SELECT, INSERT, DELETE ON import_problem TO shouxin_app;

-- Who was erased, under a key of its own: a later list is compared with it, never joined with live data. Kinds: those of
-- subject_index but NAME; OF_CLIENT, somebody in a client's record by the client and the name; CATEGORY, what was erased of a
-- person of whom something is kept.
CREATE TABLE erasure_ledger (
    seq       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind      text        NOT NULL,
    pseudonym bytea       NOT NULL,
    scope     text        NOT NULL CHECK (scope IN ('ALL', 'PART')),
    case_id   uuid        NOT NULL,
    erased_at timestamptz NOT NULL
);
CREATE INDEX erasure_ledger_pseudonym ON erasure_ledger (kind, pseudonym);
GRANT SELECT, INSERT ON erasure_ledger TO shouxin_app;

-- Counts what is left of records that were to be erased. Runs as the owner, so that no row can hide from it.
CREATE FUNCTION count_left(ids uuid[]) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT count(*) FROM record WHERE id = ANY (ids))
         + (SELECT count(*) FROM record_value WHERE record_id = ANY (ids))
         + (SELECT count(*) FROM subject_index WHERE record_id = ANY (ids));
END $$;
REVOKE ALL ON FUNCTION count_left(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_left(uuid[]) TO shouxin_app;
