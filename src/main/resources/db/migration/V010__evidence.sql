-- The evidence log: entries are written in the business transaction, then sequenced into an RFC 6962 Merkle tree.

-- What a value must be is said by its domain: the server reads and plans a table's CHECKs anew at every single INSERT.
CREATE DOMAIN evidence_kind AS text CHECK (VALUE ~ '^[A-Z][A-Z_]{1,59}$');
COMMENT ON DOMAIN evidence_kind IS 'Checked for its form only: an old version must be able to keep a newer one''s entries.';
CREATE DOMAIN evidence_actor AS text CHECK (VALUE IN ('CLIENT', 'STAFF', 'SYSTEM', 'INTEGRATOR', 'ANONYMOUS'));
CREATE DOMAIN evidence_word AS text CHECK (length(VALUE) <= 200);
CREATE DOMAIN evidence_texts AS jsonb CHECK (jsonb_typeof(VALUE) = 'object');

CREATE TABLE evidence_entry (
  id          uuid PRIMARY KEY,
  ins         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  at          timestamptz NOT NULL,
  kind        evidence_kind NOT NULL,
  actor_kind  evidence_actor NOT NULL,
  actor_id    uuid,
  case_id     uuid,
  subject_id  uuid,
  target_type evidence_word,
  target_id   evidence_word,
  outcome     evidence_word,
  details     evidence_texts NOT NULL DEFAULT '{}',
  commitments evidence_texts NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE evidence_entry IS 'What happened, in codes and ids; never changed, never deleted.';
COMMENT ON COLUMN evidence_entry.ins IS 'Order of insertion; has gaps, and a later commit may carry a lower value.';
CREATE INDEX evidence_entry_case ON evidence_entry (case_id, ins) WHERE case_id IS NOT NULL;
CREATE INDEX evidence_entry_subject ON evidence_entry (subject_id, ins) WHERE subject_id IS NOT NULL;
CREATE INDEX evidence_entry_actor ON evidence_entry (actor_id, ins) WHERE actor_id IS NOT NULL;

CREATE TABLE evidence_salt (
  entry_id   uuid NOT NULL REFERENCES evidence_entry (id),
  name       text NOT NULL,
  subject_id uuid,
  salt       bytea NOT NULL CHECK (octet_length(salt) = 32),
  PRIMARY KEY (entry_id, name)
);
COMMENT ON TABLE evidence_salt IS 'Salts of the commitments, apart from the log so that they can be destroyed with the person''s data (PIPL 47).';
CREATE INDEX evidence_salt_subject ON evidence_salt (subject_id) WHERE subject_id IS NOT NULL;

-- The queue of the sequencer: entries by their order of insertion. Only the two triggers below write it: the application can
-- neither add to it nor drop from it.
CREATE TABLE evidence_pending (
  ins bigint PRIMARY KEY
);

-- An entry becomes a leaf only out of the queue (the trigger "unqueue"), which says more than a foreign key would.
CREATE TABLE evidence_leaf (
  seq       bigint PRIMARY KEY CHECK (seq >= 0),
  entry_id  uuid NOT NULL UNIQUE,
  leaf_hash bytea NOT NULL CHECK (octet_length(leaf_hash) = 32)
);

CREATE TABLE evidence_node (
  level int NOT NULL CHECK (level BETWEEN 1 AND 62),
  idx   bigint NOT NULL CHECK (idx >= 0),
  hash  bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, idx)
);
COMMENT ON TABLE evidence_node IS 'Roots of complete subtrees, over the leaves [idx * 2^level, (idx + 1) * 2^level); they never change.';

CREATE TABLE evidence_key (
  key_id          text PRIMARY KEY,
  public_key      bytea NOT NULL,
  wrapped_private bytea NOT NULL,
  created_at      timestamptz NOT NULL,
  retired_at      timestamptz
);
CREATE UNIQUE INDEX evidence_key_current ON evidence_key ((true)) WHERE retired_at IS NULL;

CREATE TABLE evidence_checkpoint (
  size      bigint PRIMARY KEY CHECK (size > 0),
  root      bytea NOT NULL CHECK (octet_length(root) = 32),
  at        timestamptz NOT NULL,
  origin    text NOT NULL,
  key_id    text NOT NULL REFERENCES evidence_key (key_id),
  signature bytea NOT NULL
);

CREATE FUNCTION evidence_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of % refused: evidence is only ever added to', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_entry
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_leaf
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_node
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON evidence_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_refuse_change();

CREATE FUNCTION evidence_queue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO public.evidence_pending (ins) VALUES (NEW.ins);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION evidence_queue() FROM PUBLIC;
CREATE TRIGGER queue AFTER INSERT ON evidence_entry FOR EACH ROW EXECUTE FUNCTION evidence_queue();

CREATE FUNCTION evidence_unqueue() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  taken bigint;
BEGIN
  DELETE FROM public.evidence_pending p USING added a, public.evidence_entry e
    WHERE e.id = a.entry_id AND p.ins = e.ins;
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken <> (SELECT count(*) FROM added) THEN
    RAISE EXCEPTION 'leaves refused: not every one is an entry that waits' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION evidence_unqueue() FROM PUBLIC;
CREATE TRIGGER unqueue AFTER INSERT ON evidence_leaf REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION evidence_unqueue();

ALTER TABLE evidence_entry ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE evidence_leaf ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE evidence_node ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE evidence_checkpoint ENABLE ALWAYS TRIGGER refuse_change;
ALTER TABLE evidence_entry ENABLE ALWAYS TRIGGER queue;
ALTER TABLE evidence_leaf ENABLE ALWAYS TRIGGER unqueue;

GRANT SELECT, INSERT ON evidence_entry, evidence_leaf, evidence_node, evidence_checkpoint TO shouxin_app;
GRANT SELECT, INSERT, DELETE ON evidence_salt TO shouxin_app;
GRANT SELECT ON evidence_pending TO shouxin_app;
GRANT SELECT, INSERT, UPDATE (wrapped_private, retired_at) ON evidence_key TO shouxin_app;
