-- The inbox's own projection of the engine's user tasks. Names are read from the people's records when a row is shown.
CREATE TABLE task (
    id             uuid PRIMARY KEY,
    engine_task    text        NOT NULL UNIQUE,
    kind           text        NOT NULL,
    label          text        NOT NULL,
    case_id        uuid        NOT NULL,
    case_reference text        NOT NULL,
    case_type      text        NOT NULL,
    case_channel   text        NOT NULL,
    subject_id     uuid,
    branch_id      uuid        NOT NULL REFERENCES branch,
    candidate_role text        NOT NULL,
    assignee       uuid,
    claimed_at     timestamptz,
    due_on         date,
    state          text        NOT NULL CHECK (state IN ('OPEN', 'WAITING', 'DONE')),
    escalated_at   timestamptz,
    nobody_told_at timestamptz, -- when officer and administrators were told that nobody of the task's role may decide it
    created_at     timestamptz NOT NULL,
    done_at        timestamptz
);
CREATE INDEX task_open ON task (branch_id, due_on) WHERE state <> 'DONE';
CREATE INDEX task_case ON task (case_id);
GRANT SELECT, INSERT, UPDATE ON task TO shouxin_app;
