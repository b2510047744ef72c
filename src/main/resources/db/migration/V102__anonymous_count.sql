-- What stays of records that were anonymised (PIPL 73(4)): how many people had one of a category, in a branch, of a year. It is raised
-- in the transaction that deletes the records and has no link to a person, a case, a record or a time.
CREATE TABLE anonymous_count (
    category  text    NOT NULL,
    branch_id uuid    NOT NULL REFERENCES branch,
    year      integer CHECK (year BETWEEN 1900 AND 9999),
    people    integer NOT NULL CHECK (people > 0),
    UNIQUE NULLS NOT DISTINCT (category, branch_id, year)
);
GRANT SELECT, INSERT ON anonymous_count TO shouxin_app;
GRANT UPDATE (people) ON anonymous_count TO shouxin_app;
