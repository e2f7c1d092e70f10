-- The final result of a round is kept by its owner, once for each closing; of a body it is for its own people, for whoever sees the round whole, and for all who take part where it is shown.

CREATE POLICY round_result_read ON round_result FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY round_result_keep ON round_result FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'closed' AND r.closed_at = round_result.closed_at));

CREATE POLICY body_result_read ON body_result FOR SELECT TO parindex_app
  USING (round_id = ANY ((SELECT app.whole_rounds())::text[]) OR body_id = ANY ((SELECT app.direct_bodies())::text[]) OR app.is_shown_result(round_id));
CREATE POLICY body_result_keep ON body_result FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM round_result k WHERE k.round_id = body_result.round_id AND k.closed_at = body_result.closed_at
    AND k.made_by = (SELECT app.account()) AND k.made_at = (SELECT app.moment())));

-- Its own people set what a body does about the points that it lost, once the round is closed; whoever sees the round whole reads it. Where the closing was undone, a task is only ended.
CREATE POLICY improvement_task_read ON improvement_task FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY improvement_task_add ON improvement_task FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND changed_by = (SELECT app.account()) AND changed_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'closed'));
CREATE POLICY improvement_task_change ON improvement_task FOR UPDATE TO parindex_app
  USING (app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head'))
  WITH CHECK (changed_by = (SELECT app.account()) AND changed_at = (SELECT app.moment())
    AND (state <> 'open' OR EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'closed')));

CREATE POLICY closing_progress_of_run ON closing_progress FOR ALL TO parindex_app
  USING (round_id = ANY ((SELECT app.find_run_rounds())::text[])) WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

-- What is masked before publication is told by the owner of a round that is closed; whoever sees the round whole reads it.
CREATE POLICY text_mask_read ON text_mask FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY text_mask_add ON text_mask FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'closed'));
