-- What must happen outside exactly once (architecture.md rule 5).
CREATE TABLE effect (
    id           uuid PRIMARY KEY,
    key          text        NOT NULL UNIQUE,
    kind         text        NOT NULL,
    case_id      uuid        NOT NULL,
    target       text        NOT NULL,
    state        text        NOT NULL CHECK (state IN ('PLANNED', 'SENT_UNKNOWN', 'CONFIRMED')),
    attempts     integer     NOT NULL DEFAULT 0,
    planned_at   timestamptz NOT NULL,
    sent_at      timestamptz,
    confirmed_at timestamptz
);
CREATE INDEX effect_case ON effect (case_id);
GRANT SELECT, INSERT, UPDATE ON effect TO shouxin_app;

-- Receipt of the vault for an erasure, in the erasure's own transaction: asked after a crash whether it happened.
CREATE TABLE vault_erasure (
    effect_key text PRIMARY KEY,
    case_id    uuid        NOT NULL,
    erased     integer     NOT NULL,
    refused    integer     NOT NULL,
    key_ids    uuid[]      NOT NULL,
    erased_at  timestamptz NOT NULL
);
GRANT SELECT, INSERT ON vault_erasure TO shouxin_app;

-- Messages to people. Address and body are ciphertext under the case's key, or the one-time-code key.
CREATE TABLE message (
    id         uuid PRIMARY KEY,
    case_id    uuid,
    channel    text        NOT NULL CHECK (channel IN ('SMS', 'LETTER', 'NONE')),
    template   text        NOT NULL,
    language   text        NOT NULL,
    scope_kind text        NOT NULL,
    scope_id   uuid        NOT NULL,
    ciphertext bytea       NOT NULL,
    state      text        NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'FAILED', 'NO_CHANNEL')),
    created_at timestamptz NOT NULL,
    sent_at    timestamptz
);
CREATE INDEX message_case ON message (case_id);
CREATE INDEX message_created ON message (created_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON message TO shouxin_app;
