-- Pilots are seen, started and ended by whoever leads the survey of their round.
CREATE POLICY survey_pilot_read ON survey_pilot FOR SELECT TO parindex_app USING (app.leads_survey(round_id));
CREATE POLICY survey_pilot_start ON survey_pilot FOR INSERT TO parindex_app
  WITH CHECK (started_by = (SELECT app.account()) AND started_at = (SELECT app.moment()) AND app.leads_survey(round_id));
CREATE POLICY survey_pilot_end ON survey_pilot FOR UPDATE TO parindex_app USING (ended_at IS NULL AND app.leads_survey(round_id))
  WITH CHECK (ended_by = (SELECT app.account()) AND ended_at = (SELECT app.moment()));
CREATE POLICY survey_pilot_form_read ON survey_pilot_form FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM survey_pilot p WHERE p.id = pilot_id));
CREATE POLICY survey_pilot_form_start ON survey_pilot_form FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM survey_pilot p WHERE p.id = pilot_id AND p.started_by = (SELECT app.account()) AND p.started_at = (SELECT app.moment())));
