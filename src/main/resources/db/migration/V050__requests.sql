-- Data-subject requests. Free text and contact data lie in case_text, under the case's own key.
CREATE TABLE reference_counter (
    year integer PRIMARY KEY,
    last integer NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON reference_counter TO shouxin_app;

CREATE TABLE request (
    id                  uuid PRIMARY KEY,
    reference           text        NOT NULL UNIQUE,
    type                text        NOT NULL,
    subject_id          uuid        REFERENCES subject,
    branch_id           uuid        NOT NULL REFERENCES branch,
    channel             text        NOT NULL CHECK (channel IN ('PORTAL', 'COUNTER', 'PHONE', 'LETTER', 'API')),
    language            text        NOT NULL CHECK (language IN ('zh', 'en')),
    categories          text[],
    received_at         timestamptz NOT NULL,
    created_at          timestamptz NOT NULL,
    status              text        NOT NULL CHECK (status IN ('RECEIVED', 'AWAITING_CALL', 'AWAITING_PROOF', 'DECIDING', 'OFFICER_REVIEW', 'REVIEW',
                                                               'SECOND_REVIEW', 'ERASING', 'ANSWERING', 'CLOSED')),
    outcome             text CHECK (outcome IN ('COMPLETED', 'PARTLY_COMPLETED', 'REFUSED', 'NOTHING_HELD', 'NO_PROOF', 'CANCELLED')),
    proof               text        NOT NULL CHECK (proof IN ('NONE', 'CODE', 'STRONG')),
    proof_method        text,
    proof_demanded      boolean     NOT NULL DEFAULT false,
    proof_due_on        date,
    call_back           text        NOT NULL DEFAULT 'NONE' CHECK (call_back IN ('NONE', 'WANTED', 'NOT_REACHED')),
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
);
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
