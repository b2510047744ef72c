-- Views of the inbox that somebody saved under a name: which part, branch, kind of task, whose hand and order. Codes and ids only:
-- no text that was searched for, nobody's data.
CREATE TABLE inbox_view (
    id         uuid PRIMARY KEY,
    owner_id   uuid        NOT NULL,
    audience   text        NOT NULL CHECK (audience IN ('OWN', 'BRANCH', 'FIRM')),
    shared_in  uuid REFERENCES branch,
    name       text        NOT NULL CHECK (char_length(name) BETWEEN 1 AND 40),
    part       text        NOT NULL CHECK (part ~ '^[A-Z_]{1,40}$'),
    branch_id  uuid,
    kind       text CHECK (kind ~ '^[a-z-]{1,60}$'),
    hand       text        NOT NULL CHECK (hand IN ('ANYBODY', 'NOBODY', 'MINE', 'COLLEAGUE')),
    holder_id  uuid,
    sorting    text        NOT NULL CHECK (sorting IN ('DUE', 'NEWEST', 'OLDEST')),
    place      int         NOT NULL,
    created_at timestamptz NOT NULL,
    CHECK ((audience = 'BRANCH') = (shared_in IS NOT NULL)),
    CHECK ((hand = 'COLLEAGUE') = (holder_id IS NOT NULL))
);
CREATE INDEX inbox_view_owner ON inbox_view (owner_id) WHERE audience = 'OWN';
CREATE INDEX inbox_view_shared ON inbox_view (audience, shared_in) WHERE audience <> 'OWN';
GRANT SELECT, INSERT, DELETE ON inbox_view TO shouxin_app;
GRANT UPDATE (name, place) ON inbox_view TO shouxin_app;
