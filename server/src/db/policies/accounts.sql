-- People are seen by themselves and by administrators; their sessions, tokens and links only by whoever administers them. Who somebody is, the sign-on role finds out: it alone reads what proves it, and makes sessions. No token makes people, links, roles or tokens.

CREATE POLICY account_read ON account FOR SELECT TO parindex_app
  USING (id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')));
CREATE POLICY account_add ON account FOR INSERT TO parindex_app WITH CHECK (NOT (SELECT app.is_by_token()) AND (SELECT app.has_role('administrator')));
CREATE POLICY account_change ON account FOR UPDATE TO parindex_app USING (NOT (SELECT app.is_by_token()) AND app.administers_person(id));
CREATE POLICY account_sign_on ON account FOR SELECT TO parindex_sign_on USING (true);

CREATE POLICY credential_sign_on ON credential TO parindex_sign_on USING (true);

CREATE POLICY recovery_code_sign_on ON recovery_code TO parindex_sign_on USING (true);
CREATE POLICY recovery_code_read ON recovery_code FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()));

CREATE POLICY security_key_sign_on ON security_key TO parindex_sign_on USING (true);
CREATE POLICY security_key_read ON security_key FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()));

CREATE POLICY session_read ON session FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')) AND app.administers_person(account_id));
-- One that has ended stays so, as does a token that was revoked.
CREATE POLICY session_end ON session FOR UPDATE TO parindex_app
  USING (ended_at IS NULL AND (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')) AND app.administers_person(account_id)))
  WITH CHECK (ended_at IS NOT NULL);
CREATE POLICY session_sign_on ON session TO parindex_sign_on USING (true);

CREATE POLICY personal_token_read ON personal_token FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')) AND app.administers_person(account_id));
-- A person makes one, no token does; for 366 days at most, as in make-token.ts.
CREATE POLICY personal_token_add ON personal_token FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) AND NOT (SELECT app.is_by_token()) AND created_at = (SELECT app.moment()) AND expires_at <= (SELECT app.moment()) + interval '366 days');
-- It is revoked, or its term made shorter: never longer, which a trigger refuses.
CREATE POLICY personal_token_change ON personal_token FOR UPDATE TO parindex_app
  USING (revoked_at IS NULL AND (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')) AND app.administers_person(account_id)))
  WITH CHECK (true);
CREATE POLICY personal_token_sign_on ON personal_token TO parindex_sign_on USING (true);

CREATE POLICY one_time_link_read ON one_time_link FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')) AND app.administers_person(account_id));
CREATE POLICY one_time_link_add ON one_time_link FOR INSERT TO parindex_app WITH CHECK (created_by = (SELECT app.account()) AND NOT (SELECT app.is_by_token()) AND app.administers_person(account_id) AND app.may_link_alone(account_id));
-- One that was withdrawn stays so.
CREATE POLICY one_time_link_change ON one_time_link FOR UPDATE TO parindex_app USING (app.administers_person(account_id)) WITH CHECK (withdrawn_at IS NOT NULL);
CREATE POLICY one_time_link_sign_on ON one_time_link TO parindex_sign_on USING (true);

-- Nobody gives rights where they do not administer, nor to themselves; one that decides is given by app.decide_request alone, for two persons.
CREATE POLICY membership_read ON membership FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')));
CREATE POLICY membership_add ON membership FOR INSERT TO parindex_app WITH CHECK (granted_by = (SELECT app.account()) AND NOT (SELECT app.is_by_token()) AND request_id IS NULL AND app.may_give_alone(account_id, body_id, role));
CREATE POLICY membership_change ON membership FOR UPDATE TO parindex_app USING (NOT (SELECT app.is_by_token()) AND app.administers(body_id));
CREATE POLICY membership_sign_on ON membership FOR SELECT TO parindex_sign_on USING (true);

CREATE POLICY account_request_read ON account_request FOR SELECT TO parindex_app USING (app.sees_request(kind, account_id, body_id, asked_by));
CREATE POLICY account_request_ask ON account_request FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND NOT (SELECT app.is_by_token()) AND asked_at = (SELECT app.moment()) AND lapses_at = (SELECT app.moment()) + interval '7 days'
    AND app.may_ask_request(kind, account_id, body_id, asked_office));
CREATE POLICY account_request_code_add ON account_request_code FOR INSERT TO parindex_app WITH CHECK (app.asks_now(request_id));

CREATE POLICY handover_read ON handover FOR SELECT TO parindex_app
  USING (from_account = (SELECT app.account()) OR to_account = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'auditor')));
CREATE POLICY handover_add ON handover FOR INSERT TO parindex_app
  WITH CHECK (performed_by = (SELECT app.account()) AND NOT (SELECT app.is_by_token()) AND (SELECT app.has_role('administrator')));

CREATE POLICY sign_in_slowing_sign_on ON sign_in_slowing TO parindex_sign_on USING (true);
CREATE POLICY known_device_sign_on ON known_device TO parindex_sign_on USING (true);
CREATE POLICY known_device_read ON known_device FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()));
CREATE POLICY refused_sign_in_sign_on ON refused_sign_in TO parindex_sign_on USING (true);
