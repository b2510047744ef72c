-- version: who edits an account that a colleague has changed meanwhile is told. credential_no: a session lives as long as the
-- password that opened it. A start password was given by an administrator and opens nothing but the page that replaces it.
ALTER TABLE staff_account
    ADD COLUMN version              integer NOT NULL DEFAULT 0,
    ADD COLUMN credential_no        integer NOT NULL DEFAULT 0,
    ADD COLUMN start_password_until timestamptz,
    ADD COLUMN left_at              timestamptz;

-- Somebody is away, and who takes what they have in hand. Days in China, both included.
CREATE TABLE absence (
    id            uuid PRIMARY KEY,
    account_id    uuid        NOT NULL REFERENCES staff_account,
    substitute_id uuid        NOT NULL REFERENCES staff_account,
    first_day     date        NOT NULL,
    last_day      date        NOT NULL,
    created_at    timestamptz NOT NULL,
    created_by    uuid,
    ended_at      timestamptz,
    CHECK (substitute_id <> account_id),
    CHECK (first_day <= last_day)
);
CREATE INDEX absence_account ON absence (account_id) WHERE ended_at IS NULL;
CREATE INDEX absence_substitute ON absence (substitute_id) WHERE ended_at IS NULL;
GRANT SELECT, INSERT ON absence TO shouxin_app;
GRANT UPDATE (ended_at) ON absence TO shouxin_app;

-- Pledges of confidentiality: on joining, given in the portal; on leaving, noted by an administrator. The hash names the very words.
CREATE TABLE pledge (
    id           uuid PRIMARY KEY,
    account_id   uuid        NOT NULL REFERENCES staff_account,
    occasion     text        NOT NULL CHECK (occasion IN ('JOINING', 'LEAVING')),
    given_on     date        NOT NULL,
    wording      text        NOT NULL,
    wording_hash bytea       NOT NULL,
    recorded_at  timestamptz NOT NULL,
    recorded_by  uuid,
    UNIQUE (account_id, occasion)
);
GRANT SELECT, INSERT ON pledge TO shouxin_app;
