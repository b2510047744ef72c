-- The working calendar: only the days on which a State Council notice departs from Monday to Friday.
CREATE TABLE calendar_day (
    day    date PRIMARY KEY,
    kind   text NOT NULL CHECK (kind IN ('HOLIDAY', 'WORKDAY')),
    name   text NOT NULL,
    source text NOT NULL
);

-- A year without a published row is counted Monday to Friday less three working days (law.md section 4).
-- digest tells whether the year as shipped has changed; a year that a person loaded is never overwritten by it.
CREATE TABLE calendar_year (
    year      integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 2200),
    published boolean NOT NULL,
    loaded_at timestamptz NOT NULL,
    source    text NOT NULL,
    digest    text NOT NULL
);

-- One clock per case. The rule is kept as it was when the clock started; the due date is stored for sorting and
-- counted again whenever a pause or the calendar changes it. due_on is null while a pause keeps it from being reached.
CREATE TABLE case_clock (
    case_id          uuid PRIMARY KEY,
    request_type     text NOT NULL,
    jurisdiction     text NOT NULL,
    received_at      timestamptz NOT NULL,
    working_days     integer NOT NULL CHECK (working_days >= 0),
    calendar_days    integer NOT NULL CHECK (calendar_days >= 0),
    rule_id          text NOT NULL,
    rule_source      text NOT NULL,
    rule_certainty   text NOT NULL,
    state            text NOT NULL CHECK (state IN ('RUNNING', 'PAUSED', 'STOPPED')),
    stopped_on       date CHECK ((stopped_on IS NOT NULL) = (state = 'STOPPED')),
    due_on           date,
    decided_by       text CHECK (decided_by IN ('WORKING_DAYS', 'CALENDAR_DAYS')),
    provisional      boolean NOT NULL DEFAULT false,
    working_limb_on  date,
    calendar_limb_on date,
    rolled           boolean NOT NULL DEFAULT false,
    paused_days      integer NOT NULL DEFAULT 0 CHECK (paused_days >= 0),
    CHECK ((due_on IS NULL) = (decided_by IS NULL)),
    CHECK (due_on IS NOT NULL OR state <> 'RUNNING')
);
CREATE INDEX case_clock_due ON case_clock (due_on, case_id) WHERE state = 'RUNNING';

CREATE TABLE case_clock_pause (
    id         uuid PRIMARY KEY,
    case_id    uuid NOT NULL REFERENCES case_clock,
    paused_on  date NOT NULL,
    resumed_on date CHECK (resumed_on >= paused_on),
    reason     text NOT NULL CHECK (reason ~ '^[A-Z][A-Z0-9_]{0,39}$')
);
CREATE INDEX case_clock_pause_case ON case_clock_pause (case_id, paused_on);
CREATE UNIQUE INDEX case_clock_pause_open ON case_clock_pause (case_id) WHERE resumed_on IS NULL;

-- The warnings of a clock. A sent one is never sent again, even when a pause moves the date.
CREATE TABLE clock_warning (
    case_id  uuid NOT NULL REFERENCES case_clock,
    percent  integer NOT NULL CHECK (percent IN (50, 75, 90, 100)),
    fires_on date,
    sent_at  timestamptz,
    PRIMARY KEY (case_id, percent)
);
CREATE INDEX clock_warning_pending ON clock_warning (fires_on) WHERE sent_at IS NULL;

GRANT SELECT, INSERT, DELETE ON calendar_day TO shouxin_app;
GRANT SELECT, INSERT, UPDATE ON calendar_year TO shouxin_app;
GRANT SELECT, INSERT, UPDATE ON case_clock, case_clock_pause, clock_warning TO shouxin_app;
