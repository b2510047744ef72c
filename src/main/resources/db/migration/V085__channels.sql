-- Ways to reach people, set up on a page. What a provider must know, secrets above all, is ciphertext under the firm's key.
CREATE TABLE message_channel (
    id           uuid PRIMARY KEY,
    kind         text        NOT NULL CHECK (kind IN ('SMTP', 'ALIYUN', 'TENCENT', 'HTTP')),
    medium       text        NOT NULL CHECK (medium IN ('SMS', 'MAIL')),
    name         text        NOT NULL,
    settings     bytea,
    active       boolean     NOT NULL DEFAULT false,
    per_minute   integer CHECK (per_minute > 0),
    per_day      integer CHECK (per_day > 0),
    failures     integer     NOT NULL DEFAULT 0,
    rests_until  timestamptz,
    last_failure text,
    last_code    text,
    failed_at    timestamptz,
    version      integer     NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    removed_at   timestamptz,
    CHECK ((removed_at IS NULL) = (settings IS NOT NULL)),
    CHECK (removed_at IS NULL OR NOT active)
);
COMMENT ON COLUMN message_channel.settings IS 'Ciphertext under the firm''s key for channels; gone with the channel.';
GRANT SELECT, INSERT, UPDATE ON message_channel TO shouxin_app;

-- A message goes out at most once for each time that the firm wants it sent ("round").
ALTER TABLE message DROP CONSTRAINT message_channel_check;
ALTER TABLE message DROP CONSTRAINT message_state_check;
ALTER TABLE message
    ADD CONSTRAINT message_channel_check CHECK (channel IN ('SMS', 'MAIL', 'LETTER', 'NONE')),
    ADD CONSTRAINT message_state_check
        CHECK (state IN ('QUEUED', 'SENDING', 'SENT', 'UNKNOWN', 'FAILED', 'NO_CHANNEL')),
    ADD COLUMN channel_id    uuid REFERENCES message_channel,
    ADD COLUMN round         integer NOT NULL DEFAULT 1,
    ADD COLUMN attempts      integer NOT NULL DEFAULT 0,
    ADD COLUMN lookups       integer NOT NULL DEFAULT 0,
    ADD COLUMN doubtful      boolean NOT NULL DEFAULT false,
    ADD COLUMN queued_at     timestamptz,
    ADD COLUMN next_at       timestamptz,
    ADD COLUMN expires_at    timestamptz,
    ADD COLUMN claimed_at    timestamptz,
    ADD COLUMN failure       text,
    ADD COLUMN provider_code text,
    ADD COLUMN reference     text,
    ADD COLUMN settled_at    timestamptz,
    ADD COLUMN settled_by    uuid,
    ADD COLUMN settled_as    text CHECK (settled_as IN ('TOLD_OTHERWISE', 'ARRIVED'));
COMMENT ON COLUMN message.doubtful IS
    'It may have gone out through channel_id, which recognises repeats: it goes there again, and nowhere else.';
UPDATE message SET queued_at = created_at, next_at = created_at WHERE state = 'QUEUED';
CREATE INDEX message_due ON message (channel, next_at) WHERE state IN ('QUEUED', 'SENDING', 'UNKNOWN');
CREATE INDEX message_via ON message (channel_id, claimed_at) WHERE channel_id IS NOT NULL;
CREATE INDEX message_undelivered ON message (created_at DESC, id DESC)
    WHERE case_id IS NOT NULL AND settled_at IS NULL AND state IN ('UNKNOWN', 'FAILED', 'NO_CHANNEL');

-- One-time codes and mails to staff are effects of no case; they are forgotten with their message, those of a case never.
ALTER TABLE effect ALTER COLUMN case_id DROP NOT NULL;
CREATE INDEX effect_without_case ON effect (planned_at) WHERE case_id IS NULL;
CREATE FUNCTION effect_refuse_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.case_id IS NOT NULL THEN
    RAISE EXCEPTION 'DELETE of an effect of a case refused' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER refuse_deletion BEFORE DELETE ON effect FOR EACH ROW EXECUTE FUNCTION effect_refuse_deletion();
ALTER TABLE effect ENABLE ALWAYS TRIGGER refuse_deletion;
GRANT DELETE ON effect TO shouxin_app;
