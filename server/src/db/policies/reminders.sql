-- One's own reminders; and, where mails wait to be handed over, those of all by whoever administers the whole.

CREATE POLICY reminder_read ON reminder FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR (SELECT app.administers(NULL)));
CREATE POLICY reminder_mark ON reminder FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account())) WITH CHECK (read_at = (SELECT app.moment()));
CREATE POLICY reminder_jobs ON reminder TO parindex_jobs USING (true);

CREATE POLICY mail_read ON mail FOR SELECT TO parindex_app USING ((SELECT app.administers(NULL)));
CREATE POLICY mail_decide ON mail FOR UPDATE TO parindex_app
  USING ((SELECT app.administers(NULL)) AND state IN ('waiting', 'unsure', 'refused'))
  WITH CHECK (state IN ('waiting', 'handedOver'));
CREATE POLICY mail_jobs ON mail TO parindex_jobs USING (true);

CREATE POLICY calendar_feed_own ON calendar_feed TO parindex_app
  USING (account_id = (SELECT app.account())) WITH CHECK (made_at = (SELECT app.moment()));
