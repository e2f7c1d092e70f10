-- Interests that keep sheets from people, and what appraising bodies give to their people.

CREATE POLICY interest_read ON interest FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]));
-- Of oneself, or of another by an owner of the round; of those who decide in it, about a body whose sheet is in it.
CREATE POLICY interest_add ON interest FOR INSERT TO parindex_app
  WITH CHECK (declared_by = (SELECT app.account()) AND declared_at = (SELECT app.moment())
    AND (account_id = (SELECT app.account()) OR round_id = ANY ((SELECT app.find_run_rounds())::text[])) AND app.decides_in(round_id, account_id)
    AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state <> 'closed')
    AND EXISTS (SELECT FROM participant p WHERE p.round_id = interest.round_id AND p.body_id = interest.body_id));
-- Nobody lifts what keeps a sheet from themselves: an owner of the round does, another person, while it is not closed (decision 0122).
CREATE POLICY interest_withdraw ON interest FOR UPDATE TO parindex_app
  USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND account_id <> (SELECT app.account()))
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()) AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state <> 'closed'));

CREATE POLICY person_share_read ON person_share FOR SELECT TO parindex_app
  USING (round_id = ANY ((SELECT app.whole_rounds())::text[]) OR account_id = (SELECT app.account()) OR app.distributes(round_id, office_body));
CREATE POLICY person_share_add ON person_share FOR INSERT TO parindex_app
  WITH CHECK (assigned_by = (SELECT app.account()) AND assigned_at = (SELECT app.moment()) AND app.distributes(round_id, office_body) AND app.appraises_for(office_body, account_id));
CREATE POLICY person_share_end ON person_share FOR UPDATE TO parindex_app
  USING (app.distributes(round_id, office_body)) WITH CHECK (ended_by = (SELECT app.account()) AND ended_at = (SELECT app.moment()));
