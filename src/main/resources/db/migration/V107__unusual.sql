-- Unusual looking at people's data (docs/adr/0019): codes, ids, counts and times, never a value of a record.
-- What a colleague looked at in a stretch of time, without reading what else happened.
CREATE INDEX evidence_entry_looks ON evidence_entry (actor_id, at, ins)
    WHERE actor_kind = 'STAFF' AND kind IN ('VIEWED', 'REVEALED', 'PROOF_VIEWED', 'SEARCHED', 'EXPORTED', 'OTHER_BRANCH_ENTERED');

-- One of a rule, a colleague and a day in China. It grows while the day goes on; one that has grown is open again.
CREATE TABLE unusual_finding (
    id            uuid PRIMARY KEY,
    account_id    uuid        NOT NULL REFERENCES staff_account,
    rule_id       text        NOT NULL,
    threshold     integer     NOT NULL,
    table_version text        NOT NULL,
    day           date        NOT NULL,
    first_at      timestamptz NOT NULL,
    last_at       timestamptz NOT NULL,
    amount        integer     NOT NULL CHECK (amount > 0),
    entries       integer     NOT NULL CHECK (entries > 0),
    acts          text[]      NOT NULL,
    hours         integer[]   NOT NULL,
    branches      uuid[]      NOT NULL,
    state         text        NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'FOLLOW_UP', 'EXPLAINED', 'MEASURES')),
    found_at      timestamptz NOT NULL,
    UNIQUE (account_id, rule_id, day)
);
COMMENT ON COLUMN unusual_finding.branches IS 'Those of the colleague when it was found.';
COMMENT ON COLUMN unusual_finding.hours IS 'Hours of the day that count; none if the whole day does.';
CREATE INDEX unusual_finding_day ON unusual_finding (day DESC, last_at DESC);
CREATE INDEX unusual_finding_open ON unusual_finding (day) WHERE state IN ('OPEN', 'FOLLOW_UP');
GRANT SELECT, INSERT ON unusual_finding TO shouxin_app;
GRANT UPDATE (threshold, table_version, first_at, last_at, amount, entries, acts, hours, branches, state) ON unusual_finding
    TO shouxin_app;

-- Who looked at a finding and what they concluded; the note is ciphertext under the finding's own key.
CREATE TABLE unusual_mark (
    id         uuid PRIMARY KEY,
    finding_id uuid        NOT NULL REFERENCES unusual_finding,
    conclusion text        NOT NULL CHECK (conclusion IN ('FOLLOW_UP', 'EXPLAINED', 'MEASURES')),
    note       bytea       NOT NULL,
    entries    integer     NOT NULL,
    marked_by  uuid        NOT NULL REFERENCES staff_account,
    marked_at  timestamptz NOT NULL
);
CREATE INDEX unusual_mark_finding ON unusual_mark (finding_id, marked_at);
GRANT SELECT, INSERT ON unusual_mark TO shouxin_app;

-- Until when the log has been looked through; whoever looks through it holds the row.
CREATE TABLE unusual_check (
    id            boolean PRIMARY KEY DEFAULT true CHECK (id),
    checked_until timestamptz
);
INSERT INTO unusual_check DEFAULT VALUES;
GRANT SELECT, UPDATE ON unusual_check TO shouxin_app;
