-- Every erasure in ids and pseudonyms, as it is also written to a file outside (docs/adr/0016): what a restored back-up lacks of
-- that file is erased again. Only ever added to.
CREATE TABLE erasure_journal (
    id    uuid PRIMARY KEY,
    at    timestamptz NOT NULL,
    entry text        NOT NULL
);
CREATE INDEX erasure_journal_at ON erasure_journal (at);
GRANT SELECT, INSERT ON erasure_journal TO shouxin_app;

-- For the operator's figures, which are asked for every few seconds.
-- By what an open request keeps until its end: an index over its status would be written, with all others, at each step of a case.
CREATE INDEX request_open ON request (id) WHERE closed_at IS NULL;
CREATE INDEX message_queued ON message (created_at) WHERE state = 'QUEUED';
