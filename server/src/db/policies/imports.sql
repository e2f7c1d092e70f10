-- Figures from elsewhere: brought and written by the owners of a round.

-- Who may not see the means of a round sees none of its batches, which may hold them (decision 0064).
CREATE POLICY delivery_read ON delivery FOR SELECT TO parindex_app
  USING (round_id = ANY ((SELECT app.whole_rounds())::text[]) AND round_id = ANY ((SELECT app.find_estimate_rounds())::text[]));
CREATE POLICY delivery_add ON delivery FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()));
CREATE POLICY delivery_decide ON delivery FOR UPDATE TO parindex_app
  USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))
  WITH CHECK (decided_by = (SELECT app.account()) AND decided_at = (SELECT app.moment()));

CREATE POLICY delivery_writing_read ON delivery_writing FOR SELECT TO parindex_app
  USING (round_id = ANY ((SELECT app.whole_rounds())::text[]) AND round_id = ANY ((SELECT app.find_estimate_rounds())::text[]));
CREATE POLICY delivery_writing_add ON delivery_writing FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND written_by = (SELECT app.account()) AND written_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM delivery d WHERE d.id = delivery_id AND d.round_id = delivery_writing.round_id));

CREATE POLICY estimate_read ON estimate FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())) AND round_id = ANY ((SELECT app.find_estimate_rounds())::text[]));
-- Brought, replaced and taken out by an owner of the round alone: whoever reads means changes none.
CREATE POLICY estimate_add ON estimate FOR INSERT TO parindex_app WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY estimate_change ON estimate FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY estimate_remove ON estimate FOR DELETE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY estimate_entry_read ON estimate_entry FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())) AND round_id = ANY ((SELECT app.find_estimate_rounds())::text[]));
CREATE POLICY estimate_entry_add ON estimate_entry FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM delivery_writing w WHERE w.id = writing_id AND w.round_id = estimate_entry.round_id
    AND w.written_by = (SELECT app.account()) AND w.written_at = (SELECT app.moment())));

CREATE POLICY roll_up_read ON roll_up FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY roll_up_add ON roll_up FOR INSERT TO parindex_app
  WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM entry n WHERE n.id = entry_id AND n.round_id = roll_up.round_id AND n.body_id = roll_up.body_id AND n.origin = 'rollUp'));

-- Who was named to see sealed means, and their release: written by owners of a round that runs, in their own name and read by them.
CREATE POLICY estimate_reader_read ON estimate_reader FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY estimate_reader_add ON estimate_reader FOR INSERT TO parindex_app
  WITH CHECK (app.decides_on_estimates(round_id) AND named_by = (SELECT app.account()) AND named_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM app.estimate_candidates(round_id) c WHERE c.id = account_id));
CREATE POLICY estimate_reader_end ON estimate_reader FOR UPDATE TO parindex_app
  USING (app.decides_on_estimates(round_id))
  WITH CHECK (ended_by = (SELECT app.account()) AND ended_at = (SELECT app.moment()));

CREATE POLICY estimate_release_read ON estimate_release FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY estimate_release_add ON estimate_release FOR INSERT TO parindex_app
  WITH CHECK (app.decides_on_estimates(round_id) AND released_by = (SELECT app.account()) AND released_at = (SELECT app.moment()));
CREATE POLICY estimate_release_withdraw ON estimate_release FOR UPDATE TO parindex_app
  USING (app.decides_on_estimates(round_id))
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()));
