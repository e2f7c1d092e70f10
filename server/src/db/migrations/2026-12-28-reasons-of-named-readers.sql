-- Whoever is named to see sealed estimates is one person, named for a reason; and a release has one too (decision 0072). No act has written rows yet.
ALTER TABLE estimate_reader DROP COLUMN role;
ALTER TABLE estimate_reader ALTER COLUMN account_id SET NOT NULL;
ALTER TABLE estimate_reader ADD COLUMN reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000);
ALTER TABLE estimate_reader ADD COLUMN end_reason text CHECK (length(end_reason) BETWEEN 1 AND 2000);
ALTER TABLE estimate_reader ADD CHECK (num_nonnulls(end_reason, ended_at) IN (0, 2));
CREATE UNIQUE INDEX estimate_reader_once ON estimate_reader (round_id, account_id) WHERE ended_at IS NULL;
ALTER TABLE estimate_release ADD COLUMN reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000);
ALTER TABLE estimate_release ADD COLUMN withdrawal_reason text CHECK (length(withdrawal_reason) BETWEEN 1 AND 2000);
ALTER TABLE estimate_release ADD CHECK (num_nonnulls(withdrawal_reason, withdrawn_at) IN (0, 2));

GRANT UPDATE (end_reason) ON estimate_reader TO parindex_app;
GRANT UPDATE (withdrawal_reason) ON estimate_release TO parindex_app;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON estimate_reader FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER ended_once BEFORE UPDATE ON estimate_reader FOR EACH ROW WHEN (OLD.ended_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON estimate_release FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER withdrawn_once BEFORE UPDATE ON estimate_release FOR EACH ROW WHEN (OLD.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.refuse_change();
