-- Where members of the firm get their digests; gone when they leave.
CREATE TABLE staff_mailbox (
    account_id uuid PRIMARY KEY REFERENCES staff_account,
    mailbox    text NOT NULL
);
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_mailbox TO shouxin_app;
