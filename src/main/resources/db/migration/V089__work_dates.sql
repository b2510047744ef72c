-- By how many working days before the law's last day the firm means to be done: the date that staff work by.
CREATE TABLE work_lead (
    id           boolean PRIMARY KEY DEFAULT true CHECK (id),
    working_days integer NOT NULL CHECK (working_days BETWEEN 0 AND 10)
);
INSERT INTO work_lead (working_days) VALUES (3);
GRANT SELECT, UPDATE ON work_lead TO shouxin_app;
