-- Items and figures given to departments, and what these propose.

CREATE POLICY assignment_read ON assignment FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY assignment_add ON assignment FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) AND assigned_by = (SELECT app.account()) AND assigned_at = (SELECT app.moment())
    AND to_body IN (SELECT app.bodies_under(ARRAY[body_id], (SELECT app.today()))));
CREATE POLICY assignment_end ON assignment FOR UPDATE TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[])) WITH CHECK (ended_by = (SELECT app.account()) AND ended_at = (SELECT app.moment()));

CREATE POLICY approval_chain_read ON approval_chain FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY approval_chain_write ON approval_chain TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[])) WITH CHECK (set_by = (SELECT app.account()) AND set_at = (SELECT app.moment()));

CREATE POLICY part_read ON part FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY part_add ON part FOR INSERT TO parindex_app
  WITH CHECK (app.writes_stage('claimed', round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()), (SELECT app.find_run_rounds())));
CREATE POLICY part_change ON part FOR UPDATE TO parindex_app
  USING (app.writes_stage('claimed', round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()), (SELECT app.find_run_rounds())));
CREATE POLICY part_remove ON part FOR DELETE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
