-- Somebody's jobs are their own to see, to send and to cancel; whoever administers the whole sees all.

CREATE POLICY job_read ON job FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR (SELECT app.administers(NULL)));
-- A request sends the kinds of job that it begins, in an office of whoever asks.
CREATE POLICY job_send ON job FOR INSERT TO parindex_app
  WITH CHECK (kind IN ('evidence.check', 'evidence.erase') AND account_id = (SELECT app.account()) AND (office IS NULL OR office IN (SELECT m.id FROM app.in_force() m)));
CREATE POLICY job_change ON job FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) AND state = 'waiting') WITH CHECK (account_id = (SELECT app.account()) AND state IN ('waiting', 'cancelled'));
CREATE POLICY job_jobs ON job TO parindex_jobs USING (true);
