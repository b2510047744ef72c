-- Requests for others (docs/adr/0024). As whom somebody asks stands with the request, since it says who may see the case; no word of it
-- for those who ask for themselves. How far the authority has come has a table of its own, with a row for the few that need one.
CREATE DOMAIN request_capacity AS text CHECK (VALUE IN ('GUARDIAN', 'AGENT', 'RELATIVE'));
ALTER TABLE request ADD COLUMN capacity request_capacity;

CREATE TABLE request_authority (
    request_id uuid PRIMARY KEY REFERENCES request,
    ward       text CHECK (ward IN ('UNDER_14', 'UNDER_18', 'ADULT')),
    lawyer     boolean NOT NULL,
    state      text    NOT NULL CHECK (state IN ('AWAITED', 'TO_CHECK', 'CONFIRMED', 'REFUSED')),
    papers     text[]  NOT NULL DEFAULT '{}',
    sights     text[]  NOT NULL DEFAULT '{}',
    decided_by uuid,
    decided_at timestamptz,
    CHECK (cardinality(papers) = cardinality(sights)),
    CHECK ((decided_by IS NOT NULL) = (state IN ('CONFIRMED', 'REFUSED'))),
    CHECK ((decided_at IS NOT NULL) = (state IN ('CONFIRMED', 'REFUSED')))
);
COMMENT ON COLUMN request_authority.sights IS 'How the paper at the same place of papers was seen.';
GRANT SELECT, INSERT, UPDATE ON request_authority TO shouxin_app;

ALTER TABLE proof_file ADD COLUMN paper text;
