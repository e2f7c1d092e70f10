-- Back-checks are seen by whoever leads the interviews; their own by who asks again; nothing of them by who held the first interview.
CREATE POLICY back_check_draw_read ON respondents.back_check_draw FOR SELECT TO parindex_app USING (app.leads_field(round_id, body_id));
CREATE POLICY back_check_draw_add ON respondents.back_check_draw FOR INSERT TO parindex_app
  WITH CHECK (drawn_by = (SELECT app.account()) AND drawn_at = (SELECT app.moment()) AND app.leads_open_survey(round_id) AND app.leads_field(round_id, body_id));

CREATE POLICY back_check_read ON respondents.back_check FOR SELECT TO parindex_app USING (app.leads_back_check_draw(draw_id, false));
CREATE POLICY back_check_add ON respondents.back_check FOR INSERT TO parindex_app
  WITH CHECK (app.leads_back_check_draw(draw_id, true) AND app.is_drawn_from(draw_id, address_id, interviewer_id));

CREATE POLICY back_check_given_read ON respondents.back_check_given FOR SELECT TO parindex_app USING (app.leads_back_check(back_check_id, false));
CREATE POLICY back_check_given_add ON respondents.back_check_given FOR INSERT TO parindex_app
  WITH CHECK (given_by = (SELECT app.account()) AND given_at = (SELECT app.moment()) AND app.leads_back_check(back_check_id, true) AND app.may_ask_again(back_check_id, account_id));

CREATE POLICY back_check_visit_read ON respondents.back_check_visit FOR SELECT TO parindex_app
  USING (back_check_id = ANY ((SELECT app.own_back_checks())::uuid[]) OR app.leads_back_check(back_check_id, false));
CREATE POLICY back_check_visit_add ON respondents.back_check_visit FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) AND came_at = (SELECT app.moment()) AND back_check_id = ANY ((SELECT app.own_back_checks())::uuid[]));

CREATE POLICY back_checked_read ON respondents.back_checked FOR SELECT TO parindex_app USING (app.leads_back_check(back_check_id, false));
