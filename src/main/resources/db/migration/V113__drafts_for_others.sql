-- What somebody answered so far who asks for another person on the portal (docs/adr/0024). Whoever asks need not be on file: a draft is found
-- by a keyed hash of their name and of the telephone that they proved, and is ciphertext under a key of its own, destroyed with it.
CREATE TABLE behalf_draft (
    requester_hmac bytea PRIMARY KEY,
    id             uuid        NOT NULL UNIQUE,
    ciphertext     bytea       NOT NULL,
    updated_at     timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON behalf_draft TO shouxin_app;
