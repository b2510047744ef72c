-- Messages to members of the firm: numbers of cases and dates, never what a client said. One of a topic for each person.
CREATE TABLE staff_message (
    id         uuid PRIMARY KEY,
    account_id uuid        NOT NULL,
    addressee  text        NOT NULL,
    topic      text        NOT NULL,
    subject    text        NOT NULL,
    body       text        NOT NULL,
    state      text        NOT NULL CHECK (state IN ('QUEUED', 'SENT', 'NO_CHANNEL')),
    created_at timestamptz NOT NULL,
    sent_at    timestamptz,
    UNIQUE (account_id, topic)
);
CREATE INDEX staff_message_queued ON staff_message (created_at) WHERE state = 'QUEUED';
CREATE INDEX staff_message_created ON staff_message (created_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_message TO shouxin_app;

-- The days whose digests are written, so that nodes write them once and nobody gets one twice.
CREATE TABLE staff_digest (
    day        date PRIMARY KEY,
    written_at timestamptz NOT NULL
);
GRANT SELECT, INSERT ON staff_digest TO shouxin_app;
