-- A change that is under way while a hold is placed: either it is over before the hold stands, or it sees the hold. Both take the
-- person's row, the hold for itself alone (lock_held_subject). Without this a bare DELETE could commit after a seal was acknowledged.
CREATE FUNCTION lock_changed_subject() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'record_value' THEN
        PERFORM 1 FROM subject s JOIN record r ON r.subject_id = s.id WHERE r.id = OLD.record_id FOR SHARE OF s;
    ELSE
        PERFORM 1 FROM subject WHERE id = OLD.subject_id FOR SHARE;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RETURN OLD;
    END IF;
    RETURN NEW;
END $$;
-- Triggers of one kind fire in the order of their names: "locks" comes before "on_hold", which then reads with a new snapshot.
CREATE TRIGGER record_locks_subject BEFORE UPDATE OR DELETE ON record FOR EACH ROW EXECUTE FUNCTION lock_changed_subject();
CREATE TRIGGER record_value_locks_subject BEFORE UPDATE OR DELETE ON record_value FOR EACH ROW EXECUTE FUNCTION lock_changed_subject();
CREATE TRIGGER subject_index_locks_subject BEFORE UPDATE OR DELETE ON subject_index FOR EACH ROW EXECUTE FUNCTION lock_changed_subject();
