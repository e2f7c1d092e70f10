-- People are seen by themselves and by administrators; a sign-in sees the one account that it names (app.signing_in: an email, an account, a link's hash).

CREATE POLICY account_read ON account FOR SELECT TO parindex_app
  USING (id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')) OR id::text = current_setting('app.signing_in', true)
    OR email = current_setting('app.signing_in', true));
CREATE POLICY account_add ON account FOR INSERT TO parindex_app WITH CHECK ((SELECT app.has_role('administrator')));
CREATE POLICY account_change ON account FOR UPDATE TO parindex_app USING (app.administers_person(id));

CREATE POLICY credential_all ON credential TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true));

CREATE POLICY session_read ON session FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true) OR (SELECT app.has_role('administrator')));
CREATE POLICY session_add ON session FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true));
CREATE POLICY session_change ON session FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) OR account_id::text = current_setting('app.signing_in', true) OR (SELECT app.has_role('administrator')));

CREATE POLICY personal_token_read ON personal_token FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')));
CREATE POLICY personal_token_add ON personal_token FOR INSERT TO parindex_app WITH CHECK (account_id = (SELECT app.account()));
CREATE POLICY personal_token_change ON personal_token FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator')));

CREATE POLICY one_time_link_read ON one_time_link FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR current_setting('app.signing_in', true) IN (account_id::text, encode(token_hash, 'hex')) OR (SELECT app.has_role('administrator')));
CREATE POLICY one_time_link_add ON one_time_link FOR INSERT TO parindex_app WITH CHECK (app.administers_person(account_id));
CREATE POLICY one_time_link_change ON one_time_link FOR UPDATE TO parindex_app
  USING (current_setting('app.signing_in', true) IN (account_id::text, encode(token_hash, 'hex')) OR app.administers_person(account_id));

-- Nobody gives rights where they do not administer.
CREATE POLICY membership_read ON membership FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'owner', 'auditor')));
CREATE POLICY membership_add ON membership FOR INSERT TO parindex_app WITH CHECK (app.administers(body_id));
CREATE POLICY membership_change ON membership FOR UPDATE TO parindex_app USING (app.administers(body_id));

CREATE POLICY handover_read ON handover FOR SELECT TO parindex_app
  USING (from_account = (SELECT app.account()) OR to_account = (SELECT app.account()) OR (SELECT app.has_role('administrator', 'auditor')));
CREATE POLICY handover_add ON handover FOR INSERT TO parindex_app
  WITH CHECK (performed_by = (SELECT app.account()) AND (SELECT app.has_role('administrator')));

-- Guesses are counted under one's own name; what was forgotten after a day whoever comes sweeps away.
CREATE POLICY sign_in_slowing_read ON sign_in_slowing FOR SELECT TO parindex_app USING (true);
CREATE POLICY sign_in_slowing_write ON sign_in_slowing TO parindex_app
  USING (not_before < app.moment() - interval '24 hours' OR app.signs_in_as(email))
  WITH CHECK (app.signs_in_as(email));
