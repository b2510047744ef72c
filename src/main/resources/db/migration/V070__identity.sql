-- Members of the firm who sign in.
CREATE TABLE staff_account (
    id            uuid PRIMARY KEY,
    username      text        NOT NULL UNIQUE,
    display_name  text        NOT NULL,
    password_hash text        NOT NULL,
    roles         text[]      NOT NULL,
    branches      uuid[]      NOT NULL,
    active        boolean     NOT NULL DEFAULT true,
    created_at    timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT, UPDATE ON staff_account TO shouxin_app;

-- One-time codes: the number as a blind index, the code hashed, bound to the browser that asked.
CREATE TABLE one_time_code (
    id           uuid PRIMARY KEY,
    phone_hmac   bytea       NOT NULL,
    browser_hash bytea       NOT NULL,
    code_hash    bytea       NOT NULL,
    case_id      uuid,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    attempts     integer     NOT NULL DEFAULT 0,
    used_at      timestamptz
);
CREATE INDEX one_time_code_browser ON one_time_code (browser_hash, created_at DESC);
GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_code TO shouxin_app;

-- Rate limits that all nodes share.
CREATE TABLE rate_limit (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO shouxin_app;

-- Integrators; the secret hashed. Each acts as itself or, in the demo, as the account of its role.
CREATE TABLE api_client (
    id          uuid PRIMARY KEY,
    client_id   text   NOT NULL UNIQUE,
    secret_hash text   NOT NULL,
    scopes      text[] NOT NULL,
    account_id  uuid REFERENCES staff_account,
    active      boolean NOT NULL DEFAULT true
);
GRANT SELECT, INSERT, UPDATE ON api_client TO shouxin_app;

CREATE TABLE token_key (
    kid             text PRIMARY KEY,
    public_key      bytea       NOT NULL,
    wrapped_private bytea       NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT, INSERT ON token_key TO shouxin_app;
