-- How a row that an import left out came to its end: mended (on screen, or by a later list that brings it again) or left out for good.
-- A row without an entry is open. Its cells are destroyed with the decision: from then on there is its place in the file and no more.
CREATE TABLE import_row_end (
    import_id  uuid        NOT NULL REFERENCES import_job,
    sheet_no   integer     NOT NULL,
    row_number integer     NOT NULL,
    state      text        NOT NULL CHECK (state IN ('MENDED', 'LEFT_OUT')),
    reason     text CHECK (reason IN ('NOBODY', 'TWICE', 'NOT_NEEDED', 'UNKNOWABLE')),
    by_import  uuid REFERENCES import_job,
    ended_by   uuid,
    ended_at   timestamptz NOT NULL,
    PRIMARY KEY (import_id, sheet_no, row_number),
    CHECK ((state = 'LEFT_OUT') = (reason IS NOT NULL))
);
GRANT SELECT, INSERT ON import_row_end TO shouxin_app;
