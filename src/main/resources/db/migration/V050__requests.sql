-- Data-subject requests. Free text and contact data lie in case_text, under the case's own key.
CREATE TABLE reference_counter (
    year integer PRIMARY KEY,
    last integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON reference_counter TO shouxin_app;

-- What a value must be is said by its domain: the server reads and plans a table's CHECKs anew at every single change of a row.
CREATE DOMAIN request_channel AS text CHECK (VALUE IN ('PORTAL', 'COUNTER', 'PHONE', 'LETTER', 'API', 'CLOCK'));
CREATE DOMAIN request_language AS text CHECK (VALUE IN ('zh', 'en'));
CREATE DOMAIN request_status AS text CHECK (VALUE IN ('RECEIVED', 'AWAITING_CALL', 'AWAITING_PROOF', 'DECIDING', 'OFFICER_REVIEW',
                                                      'REVIEW', 'SECOND_REVIEW', 'ERASING', 'ANSWERING', 'CLOSED'));
CREATE DOMAIN request_outcome AS text CHECK (VALUE IN ('COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'NOTHING_HELD', 'NO_PROOF', 'CANCELLED'));
CREATE DOMAIN request_proof AS text CHECK (VALUE IN ('NONE', 'CODE', 'STRONG'));
CREATE DOMAIN request_call_back AS text CHECK (VALUE IN ('NONE', 'WANTED', 'NOT_REACHED'));

CREATE TABLE request (
    id                  uuid PRIMARY KEY,
    reference           text        NOT NULL UNIQUE,
    type                text        NOT NULL,
    subject_id          uuid        REFERENCES subject,
    branch_id           uuid        NOT NULL REFERENCES branch,
    channel             request_channel NOT NULL,
    language            request_language NOT NULL,
    categories          text[],
    received_at         timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    status              request_status NOT NULL,
    outcome             request_outcome,
    proof               request_proof NOT NULL,
    proof_method        text,
    proof_demanded      boolean     NOT NULL DEFAULT false,
    proof_due_on        date,
    call_back           request_call_back NOT NULL DEFAULT 'NONE',
    refusal_code        text,
    erasure_began_at    timestamptz,
    closed_at           timestamptz,
    file_ended_at       timestamptz,
    certificate_no      text UNIQUE,
    verification_code   text UNIQUE,
    version             integer     NOT NULL DEFAULT 0,
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CHECK ((status = 'CLOSED') = (outcome IS NOT NULL)),
    CHECK (file_ended_at IS NULL OR status = 'CLOSED')
) WITH (fillfactor = 60);
COMMENT ON TABLE request IS 'Each step of a case updates its row: the free part of a page lets it stay there, without a word to the indexes.';
CREATE INDEX request_subject ON request (subject_id);
CREATE INDEX request_branch ON request (branch_id, received_at DESC);
CREATE INDEX request_received ON request (received_at DESC);
-- The closed ones whose case file still stands, oldest first: what the daily end of case files walks through.
CREATE INDEX request_file ON request (closed_at, id) WHERE file_ended_at IS NULL AND closed_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON request TO shouxin_app;

CREATE TABLE request_decision (
    request_id      uuid    NOT NULL REFERENCES request,
    record_id       uuid    NOT NULL,
    subject_id      uuid    NOT NULL,
    branch_id       uuid    NOT NULL,
    category        text    NOT NULL,
    classification  text    NOT NULL,
    deal_type       text,
    deal_year       integer,
    proposed        text    NOT NULL,
    reason          text    NOT NULL,
    proposed_until  date,
    rule_id         text,
    strength        text,
    source          text,
    certainty       text,
    ground          text,
    text_key        text    NOT NULL,
    text_args       text[]  NOT NULL DEFAULT '{}',
    alternatives    text[]  NOT NULL DEFAULT '{}',
    table_version   text    NOT NULL,
    outcome         text    NOT NULL CHECK (outcome IN ('DELETE_NOW', 'ANONYMISE', 'RESTRICT_STORAGE_ONLY', 'HELD', 'REFUSE', 'OFFICER_DECIDES')),
    until_on        date,
    changed_by      uuid,
    change_reason_id uuid,
    change_code     text,
    system          text    NOT NULL,
    PRIMARY KEY (request_id, record_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_decision TO shouxin_app;

CREATE TABLE request_event (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request_id uuid        NOT NULL REFERENCES request,
    at         timestamptz NOT NULL,
    kind       text        NOT NULL,
    actor_kind text        NOT NULL,
    actor_id   uuid,
    detail     text
);
CREATE INDEX request_event_request ON request_event (request_id, id);
GRANT SELECT, INSERT ON request_event TO shouxin_app;

CREATE TABLE case_text (
    id         uuid PRIMARY KEY,
    case_id    uuid        NOT NULL,
    kind       text        NOT NULL,
    ciphertext bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    created_by uuid
);
CREATE INDEX case_text_case ON case_text (case_id, kind);
GRANT SELECT, INSERT, DELETE ON case_text TO shouxin_app;

CREATE TABLE request_erasure (
    request_id uuid        NOT NULL REFERENCES request,
    system     text        NOT NULL,
    erased     integer     NOT NULL,
    refused    integer     NOT NULL,
    key_ids    uuid[]      NOT NULL,
    erased_at  timestamptz NOT NULL,
    verified   boolean,
    verified_at timestamptz,
    PRIMARY KEY (request_id, system)
);
GRANT SELECT, INSERT, UPDATE ON request_erasure TO shouxin_app;

-- What a client has typed so far, so that a lost connection or a closed page loses nothing.
CREATE TABLE request_draft (
    subject_id uuid PRIMARY KEY REFERENCES subject,
    ciphertext bytea       NOT NULL,
    updated_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON request_draft TO shouxin_app;

CREATE TABLE idempotent_call (
    client      text        NOT NULL,
    key         text        NOT NULL,
    body_hash   bytea       NOT NULL,
    status      integer,
    response_id uuid,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (client, key)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON idempotent_call TO shouxin_app;
