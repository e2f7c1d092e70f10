-- One's own reminders; and, where mails wait to be handed over, those of all by whoever administers the whole.

CREATE POLICY reminder_read ON reminder FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR (SELECT app.administers(NULL)));
CREATE POLICY reminder_mark ON reminder FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account())) WITH CHECK (read_at = (SELECT app.moment()));
CREATE POLICY reminder_jobs ON reminder TO parindex_jobs USING (true);

CREATE POLICY mail_read ON mail FOR SELECT TO parindex_app USING ((SELECT app.administers(NULL)));
-- What tells somebody of their account, or the outside of the trail, nobody puts aside, as whoever asked for what it tells could be the one: it is sent, and sent again.
CREATE POLICY mail_decide ON mail FOR UPDATE TO parindex_app
  USING ((SELECT app.administers(NULL)) AND (state IN ('unsure', 'refused') OR (state = 'waiting' AND kind = 'reminders')))
  WITH CHECK (next_try = (SELECT app.moment()) AND (state = 'waiting' OR (state = 'handedOver' AND kind = 'reminders')));
CREATE POLICY mail_jobs ON mail TO parindex_jobs USING (true);

CREATE POLICY calendar_feed_own ON calendar_feed TO parindex_app
  USING (account_id = (SELECT app.account())) WITH CHECK (made_at = (SELECT app.moment()) AND NOT (SELECT app.is_by_token()));
-- It ends with the tokens of its person: by whoever ends those, and with a new password.
CREATE POLICY calendar_feed_administered ON calendar_feed FOR SELECT TO parindex_app USING ((SELECT app.has_role('administrator')) AND app.administers_person(account_id));
CREATE POLICY calendar_feed_end ON calendar_feed FOR DELETE TO parindex_app USING ((SELECT app.has_role('administrator')) AND app.administers_person(account_id));
CREATE POLICY calendar_feed_sign_on ON calendar_feed TO parindex_sign_on USING (true);
