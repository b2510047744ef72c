-- Whom the staff have ruled out as the person behind a request that names nobody on file. Ends with the case file.
CREATE TABLE request_not_this_person (
    case_id      uuid        NOT NULL,
    subject_id   uuid        NOT NULL REFERENCES subject,
    ruled_out_by uuid        NOT NULL,
    at           timestamptz NOT NULL,
    PRIMARY KEY (case_id, subject_id)
);
GRANT SELECT, INSERT, DELETE ON request_not_this_person TO shouxin_app;

-- By what a case is found: the keyed index of the name and telephone in its file. Ends with the case file.
CREATE TABLE case_contact_index (
    case_id uuid  NOT NULL,
    kind    text  NOT NULL CHECK (kind IN ('NAME', 'PHONE')),
    hmac    bytea NOT NULL,
    PRIMARY KEY (kind, hmac, case_id)
);
CREATE INDEX case_contact_index_case ON case_contact_index (case_id);
GRANT SELECT, INSERT, DELETE ON case_contact_index TO shouxin_app;
