-- What the columns of a kind of list mean, as somebody of the firm explained them once. Headers are words of the firm's own lists, of
-- limited length and refused where they look like somebody's number or address; no cell of a list is kept.
CREATE TABLE import_template (
    id         uuid PRIMARY KEY,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 60),
    headers    bytea       NOT NULL,
    headed     boolean     NOT NULL,
    columns    jsonb       NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX import_template_name ON import_template (lower(name));
CREATE INDEX import_template_headers ON import_template (headers);
GRANT SELECT, INSERT, DELETE ON import_template TO shouxin_app;
GRANT UPDATE (name) ON import_template TO shouxin_app;
