-- The set-up of the firm, one row: the secret of the newest link, hashed; which browser has the set-up in hand, hashed; and the
-- answers so far, under a key of the firm. All of it is emptied when the set-up is finished.
CREATE TABLE setup (
    id          boolean PRIMARY KEY DEFAULT true CHECK (id),
    link_hash   bytea,
    link_made   timestamptz,
    link_until  timestamptz,
    holder_hash bytea,
    answers     bytea,
    finished_at timestamptz,
    CHECK ((link_hash IS NULL) = (link_until IS NULL)),
    CHECK (finished_at IS NULL OR (link_hash IS NULL AND holder_hash IS NULL AND answers IS NULL))
);
GRANT SELECT, INSERT, UPDATE ON setup TO shouxin_app;

-- Of how many people the firm handles data, as its owner states it: duties depend on it.
CREATE TABLE firm_size (
    id        boolean PRIMARY KEY DEFAULT true CHECK (id),
    people    bigint      NOT NULL CHECK (people > 0),
    stated_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON firm_size TO shouxin_app;

-- When a copy of the wrapping keys was proved to open this database, and up to which of them.
CREATE TABLE key_backup_proof (
    id        uuid PRIMARY KEY,
    epoch     integer     NOT NULL,
    proved_at timestamptz NOT NULL,
    proved_by uuid
);
GRANT SELECT, INSERT ON key_backup_proof TO shouxin_app;
