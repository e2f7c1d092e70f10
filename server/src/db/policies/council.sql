-- Sessions are read by whoever sees their round whole, but for appraisers; prepared and led by the secretariat, the people of its owner.

CREATE POLICY council_session_read ON council_session FOR SELECT TO parindex_app USING (app.sees_council(round_id, (SELECT app.whole_rounds())));
CREATE POLICY council_session_make ON council_session FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment()));
CREATE POLICY council_session_lead ON council_session FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY council_member_read ON council_member FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM council_session s WHERE s.id = session_id));
CREATE POLICY council_member_name ON council_member FOR INSERT TO parindex_app WITH CHECK (app.leads_session(session_id));
CREATE POLICY council_member_change ON council_member FOR UPDATE TO parindex_app USING (app.leads_session(session_id));
CREATE POLICY council_member_leave_out ON council_member FOR DELETE TO parindex_app USING (app.leads_session(session_id));

-- What concerns a member's own cause they do not see: the item, its proposal, its votes and ballots, and so what is printed of it (decision 0121).
CREATE POLICY council_item_read ON council_item FOR SELECT TO parindex_app
  USING (app.sees_council(round_id, (SELECT app.whole_rounds())) AND NOT round_id || '/' || body_id = ANY ((SELECT app.own_causes())::text[]));
CREATE POLICY council_item_add ON council_item FOR INSERT TO parindex_app WITH CHECK (app.leads_session(session_id));
CREATE POLICY council_item_change ON council_item FOR UPDATE TO parindex_app USING (app.leads_session(session_id));
CREATE POLICY council_item_leave_out ON council_item FOR DELETE TO parindex_app USING (app.leads_session(session_id) AND state <> 'concluded');

-- How others vote, members see once the vote is closed; the secretariat counts.
CREATE POLICY council_vote_read ON council_vote FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM council_item i WHERE i.id = item_id
    AND (account_id = (SELECT app.account()) OR i.round_id = ANY ((SELECT app.find_run_rounds())::text[]) OR i.state IN ('closed', 'concluded') OR ballot < i.ballot)));
CREATE POLICY council_vote_give ON council_vote FOR INSERT TO parindex_app
  WITH CHECK (entered_by = (SELECT app.account()) AND voted_at = (SELECT app.moment()) AND app.may_vote(item_id, ballot, account_id, way)
    AND (account_id = (SELECT app.account()) OR (way = 'ballot' AND EXISTS (SELECT FROM council_item i WHERE i.id = item_id AND app.leads_session(i.session_id)))));
CREATE POLICY council_vote_change ON council_vote FOR UPDATE TO parindex_app
  USING (account_id = (SELECT app.account()) OR (way = 'ballot' AND EXISTS (SELECT FROM council_item i WHERE i.id = item_id AND app.leads_session(i.session_id))))
  WITH CHECK (entered_by = (SELECT app.account()) AND voted_at = (SELECT app.moment()) AND app.may_vote(item_id, ballot, account_id, way)
    AND (account_id = (SELECT app.account()) OR way = 'ballot'));

-- The papers as they were kept, whole: not for a member with a cause of their own in something that they tell of (decision 0121).
CREATE POLICY council_paper_read ON council_paper FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM council_session s WHERE s.id = session_id AND NOT EXISTS (SELECT FROM jsonb_array_elements(items) i WHERE s.round_id || '/' || (i->>'body') = ANY ((SELECT app.own_causes())::text[]))));
CREATE POLICY council_paper_keep ON council_paper FOR INSERT TO parindex_app
  WITH CHECK (convened_by = (SELECT app.account()) AND convened_at = (SELECT app.moment()) AND app.leads_session(session_id));
