-- Retention sweeps over records that nobody asked about (docs/adr/0018): codes, ids, counts and dates, never a value of a record.
CREATE SEQUENCE sweep_number;
GRANT USAGE, UPDATE ON SEQUENCE sweep_number TO shouxin_app;

CREATE TABLE sweep (
    id                uuid PRIMARY KEY,
    reference         text        NOT NULL UNIQUE,
    branch_id         uuid        NOT NULL REFERENCES branch,
    system            text        NOT NULL,
    status            text        NOT NULL
        CHECK (status IN ('PROPOSED', 'CONFIRMING', 'APPROVED', 'DESTROYING', 'VERIFIED', 'COMPLETED', 'REJECTED')),
    proposed_at       timestamptz NOT NULL,
    proposed_by       uuid,
    people            integer     NOT NULL CHECK (people > 0),
    records           integer     NOT NULL CHECK (records > 0),
    share_per_mille   integer     NOT NULL CHECK (share_per_mille BETWEEN 0 AND 1000),
    approvals         integer     NOT NULL CHECK (approvals IN (1, 2)),
    approval_rule     text        NOT NULL,
    approval_table    text        NOT NULL,
    retention_basis   text        NOT NULL,
    manifest          text        NOT NULL,
    approved_by       uuid,
    approved_at       timestamptz,
    confirmed_by      uuid,
    confirmed_at      timestamptz,
    returned_for      text,
    rejected_by       uuid,
    rejected_for      text,
    rest_until        date,
    erasure_began_at  timestamptz,
    verified_at       timestamptz,
    closed_at         timestamptz,
    certificate_no    text UNIQUE,
    verification_code text UNIQUE,
    version           integer     NOT NULL DEFAULT 0,
    CHECK (approved_by IS NULL OR confirmed_by IS NULL OR approved_by <> confirmed_by),
    CHECK (erasure_began_at IS NULL OR approved_by IS NOT NULL),
    CHECK (erasure_began_at IS NULL OR approvals = 1 OR confirmed_by IS NOT NULL)
);
CREATE UNIQUE INDEX sweep_under_way ON sweep (branch_id) WHERE status NOT IN ('COMPLETED', 'REJECTED');
CREATE INDEX sweep_branch ON sweep (branch_id, proposed_at DESC);
GRANT SELECT, INSERT, UPDATE ON sweep TO shouxin_app;

CREATE TABLE sweep_item (
    sweep_id       uuid NOT NULL REFERENCES sweep,
    record_id      uuid NOT NULL,
    subject_id     uuid NOT NULL,
    category       text NOT NULL,
    classification text NOT NULL,
    due_on         date NOT NULL,
    why            text NOT NULL,
    rule_id        text NOT NULL,
    state          text NOT NULL DEFAULT 'PENDING' CHECK (state IN ('PENDING', 'PLANNED', 'DESTROYED', 'SPARED')),
    batch          integer,
    spared_for     text CHECK ((spared_for IS NOT NULL) = (state = 'SPARED')),
    PRIMARY KEY (sweep_id, record_id)
);
CREATE INDEX sweep_item_open ON sweep_item (sweep_id, subject_id) WHERE state IN ('PENDING', 'PLANNED');
CREATE INDEX sweep_item_person ON sweep_item (sweep_id, subject_id);
GRANT SELECT, INSERT ON sweep_item TO shouxin_app;
GRANT UPDATE (state, batch, spared_for) ON sweep_item TO shouxin_app;

-- What the system reported of each part.
CREATE TABLE sweep_batch (
    sweep_id  uuid        NOT NULL REFERENCES sweep,
    batch     integer     NOT NULL,
    erased    integer     NOT NULL,
    refused   integer     NOT NULL,
    key_ids   uuid[]      NOT NULL,
    erased_at timestamptz NOT NULL,
    PRIMARY KEY (sweep_id, batch)
);
GRANT SELECT, INSERT ON sweep_batch TO shouxin_app;
