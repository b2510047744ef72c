-- Before an import runs it may be tried (TRYING, then TRIED, until somebody decides), and while it runs somebody may pause it.
-- The dry run's result is figures and places without values, ciphertext under the import's key; it goes when the import ends.
ALTER TABLE import_job DROP CONSTRAINT import_job_state_check;
ALTER TABLE import_job
    ADD CONSTRAINT import_job_state_check CHECK (state IN
        ('RECEIVED', 'NEEDS_MAPPING', 'TRYING', 'TRIED', 'RUNNING', 'PAUSED', 'COMPLETED', 'FAILED')),
    ADD COLUMN rows_tried integer NOT NULL DEFAULT 0,
    ADD COLUMN trial      bytea,
    ADD COLUMN paused_at  timestamptz,
    ADD COLUMN paused_by  uuid,
    ADD CONSTRAINT import_job_paused CHECK ((state = 'PAUSED') = (paused_at IS NOT NULL));
