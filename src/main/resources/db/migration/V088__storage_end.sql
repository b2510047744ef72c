-- The clock opens cases too: what was stored for a law until a day comes back when that day is over. This is which records such a case
-- is about, and which case had them kept. A record is in no two open cases of the clock.
CREATE TABLE request_record (
    request_id uuid NOT NULL REFERENCES request,
    record_id  uuid NOT NULL,
    kept_by    uuid,
    PRIMARY KEY (request_id, record_id)
);
CREATE INDEX request_record_record ON request_record (record_id);
GRANT SELECT, INSERT ON request_record TO shouxin_app;

-- The day's search goes by case, oldest ids first, over nothing but duties that stand.
CREATE INDEX hold_storage_case ON hold (case_id, until_on) WHERE lifted_at IS NULL AND kind = 'STORAGE_ONLY';
