-- Nobody decides in their own cause (decision 0100): for how many months after somebody left a body its sheet is theirs no more, and what people declare.
ALTER TABLE round ADD own_cause_months integer NOT NULL DEFAULT 24 CHECK (own_cause_months BETWEEN 0 AND 120);
GRANT UPDATE (own_cause_months) ON round TO parindex_app;

CREATE TABLE interest (
  id uuid PRIMARY KEY,
  round_id text NOT NULL REFERENCES round,
  account_id uuid NOT NULL REFERENCES account,
  -- Whose sheet it keeps from the person.
  body_id text NOT NULL REFERENCES body,
  kind text NOT NULL CHECK (kind IN ('kin', 'formerWork', 'other')),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  -- The person, or an owner of the round.
  declared_by uuid NOT NULL REFERENCES account,
  declared_at timestamptz NOT NULL,
  withdrawn_by uuid REFERENCES account,
  withdrawn_at timestamptz,
  withdrawal_reason text CHECK (length(withdrawal_reason) BETWEEN 1 AND 2000),
  CHECK (num_nonnulls(withdrawn_by, withdrawn_at, withdrawal_reason) IN (0, 3))
);
CREATE UNIQUE INDEX interest_once ON interest (round_id, account_id, body_id, kind) WHERE withdrawn_at IS NULL;
CREATE INDEX interest_account ON interest (account_id);

GRANT SELECT, INSERT ON interest TO parindex_app;
GRANT UPDATE (withdrawn_by, withdrawn_at, withdrawal_reason) ON interest TO parindex_app;
ALTER TABLE interest ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON interest FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON interest FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
