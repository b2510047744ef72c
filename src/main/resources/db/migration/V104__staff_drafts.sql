-- What staff entered and have not sent yet: ciphertext under a key of its own, which ends with it, 24 hours after the last change.
CREATE TABLE staff_draft (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL,
    case_id    uuid,
    subject_id uuid,
    ciphertext bytea       NOT NULL,
    updated_at timestamptz NOT NULL
);
CREATE INDEX staff_draft_case ON staff_draft (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX staff_draft_subject ON staff_draft (subject_id) WHERE subject_id IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_draft TO shouxin_app;
