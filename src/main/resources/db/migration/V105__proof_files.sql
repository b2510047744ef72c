-- Proof that was handed in as a file (docs/adr/0022). The content is a stored_file under the case's key, until the case is over;
-- here stand codes and dates, which stay.
CREATE TABLE proof_file (
    id           uuid PRIMARY KEY,
    case_id      uuid        NOT NULL REFERENCES request,
    number       integer     NOT NULL CHECK (number > 0),
    state        text        NOT NULL CHECK (state IN ('RECEIVED', 'QUARANTINED', 'CLEARED', 'REFUSED', 'DESTROYED')),
    problem      text        CHECK ((problem IS NOT NULL) = (state = 'REFUSED')),
    by_staff     boolean     NOT NULL,
    file_id      uuid        CHECK ((file_id IS NOT NULL) = (state IN ('QUARANTINED', 'CLEARED'))),
    media_type   text,
    size_bytes   bigint      NOT NULL DEFAULT 0,
    received_at  timestamptz NOT NULL,
    submitted_at timestamptz,
    judgement    text        CHECK (judgement IN ('ACCEPTED', 'NOT_ENOUGH', 'NOT_NEEDED')),
    UNIQUE (case_id, number)
);
CREATE INDEX proof_file_quarantined ON proof_file (received_at) WHERE state = 'QUARANTINED';
CREATE INDEX proof_file_unsent ON proof_file (received_at)
    WHERE submitted_at IS NULL AND state IN ('RECEIVED', 'QUARANTINED', 'CLEARED');
GRANT SELECT, INSERT, UPDATE ON proof_file TO shouxin_app;
