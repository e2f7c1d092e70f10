-- A survey is led by the owners of its round; a body's own people list whom it names, and never see who of them has answered.

-- Forms are read by all who read their edition, and brought by the owners of its body once it is adopted.
CREATE POLICY questionnaire_read ON edition_questionnaire FOR SELECT USING (true);
CREATE POLICY questionnaire_bring ON edition_questionnaire FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND e.state = 'adopted' AND app.is_in(e.owner_body, 'owner')));
CREATE POLICY questionnaire_change ON edition_questionnaire FOR UPDATE TO parindex_app
  USING (EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND e.state = 'adopted' AND app.is_in(e.owner_body, 'owner')));

CREATE POLICY survey_read ON survey FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY survey_add ON survey FOR INSERT TO parindex_app WITH CHECK (opened_by = (SELECT app.account()) AND app.leads_survey(round_id));
CREATE POLICY survey_end ON survey FOR UPDATE TO parindex_app USING (closing_asked_at IS NULL AND app.leads_survey(round_id))
  WITH CHECK (closing_asked_by = (SELECT app.account()) AND closing_asked_at = (SELECT app.moment()));
CREATE POLICY survey_jobs ON survey FOR SELECT TO parindex_jobs USING (true);

-- Whose surveys somebody leads is asked once and not of each row: lists are long.
CREATE POLICY respondent_read ON respondents.respondent FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY respondent_add ON respondents.respondent FOR INSERT TO parindex_app
  WITH CHECK (listed_by = (SELECT app.account()) AND (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR app.leads_survey(round_id))
    AND app.survey_runs(round_id));
-- Once somebody of a group has a link, its body's own people replace nobody any more.
CREATE POLICY respondent_replace ON respondents.respondent FOR UPDATE TO parindex_app
  USING (replaced_by IS NULL AND app.survey_runs(round_id)
    AND (app.leads_survey(round_id) OR body_id = ANY ((SELECT app.direct_bodies())::text[]) AND NOT app.is_invited(round_id, body_id, group_id)))
  WITH CHECK (replaced_by IS NOT NULL);

CREATE POLICY link_read ON respondents.link FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM respondents.respondent p WHERE p.id = respondent_id AND p.round_id = ANY ((SELECT app.find_run_rounds())::text[])));
CREATE POLICY link_add ON respondents.link FOR INSERT TO parindex_app
  WITH CHECK (made_by = (SELECT app.account()) AND EXISTS (SELECT FROM respondents.respondent p WHERE p.id = respondent_id AND p.replaced_by IS NULL AND p.round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND app.survey_runs(p.round_id)));
CREATE POLICY link_end ON respondents.link FOR UPDATE TO parindex_app
  USING (ended_at IS NULL AND EXISTS (SELECT FROM respondents.respondent p WHERE p.id = respondent_id AND p.round_id = ANY ((SELECT app.find_run_rounds())::text[]))) WITH CHECK (ended_at = (SELECT app.moment()));

-- Mails to respondents go in the name of whoever asked for them, for as long as they lead the survey.
CREATE POLICY mailing_read ON respondents.mailing FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
CREATE POLICY mailing_add ON respondents.mailing FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()) AND app.leads_survey(round_id) AND app.survey_runs(round_id));
CREATE POLICY mailing_change ON respondents.mailing FOR UPDATE TO parindex_app USING (asked_by = (SELECT app.account()) AND app.leads_survey(round_id));
-- A person's row is of a call that its reader sees: those of rounds whose survey they lead.
CREATE POLICY mailing_person_read ON respondents.mailing_person FOR SELECT TO parindex_app USING (mailing_id IN (SELECT m.id FROM respondents.mailing m));
CREATE POLICY mailing_person_add ON respondents.mailing_person FOR INSERT TO parindex_app
  WITH CHECK (mailing_id IN (SELECT m.id FROM respondents.mailing m WHERE m.asked_by = (SELECT app.account()) AND m.asked_at = (SELECT app.moment())));
CREATE POLICY mailing_person_change ON respondents.mailing_person FOR UPDATE TO parindex_app USING (mailing_id IN (SELECT m.id FROM respondents.mailing m));

CREATE POLICY participation_read ON respondents.participation FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY list_confirmation_read ON respondents.list_confirmation FOR SELECT TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR app.watches_survey(round_id));
CREATE POLICY list_confirmation_add ON respondents.list_confirmation FOR INSERT TO parindex_app
  WITH CHECK (confirmed_by = (SELECT app.account()) AND body_id = ANY ((SELECT app.direct_bodies())::text[])
    AND (file_id IS NULL OR EXISTS (SELECT FROM round_file f WHERE f.id = file_id AND f.round_id = list_confirmation.round_id AND f.brought_by = (SELECT app.account()))));

-- Forms on paper are counted out and back by whoever leads the survey; never about their own body, whose people would see what is answered of it.
CREATE POLICY paper_batch_read ON respondents.paper_batch FOR SELECT TO parindex_app USING (app.leads_survey(round_id));
CREATE POLICY paper_batch_add ON respondents.paper_batch FOR INSERT TO parindex_app
  WITH CHECK (made_by = (SELECT app.account()) AND app.leads_survey(round_id) AND body_id <> (SELECT r.owner_body FROM round r WHERE r.id = round_id)
    AND EXISTS (SELECT FROM survey s WHERE s.round_id = paper_batch.round_id AND s.closing_asked_at IS NULL));
CREATE POLICY paper_return_read ON respondents.paper_return FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM respondents.paper_batch b WHERE b.id = batch_id AND app.leads_survey(b.round_id)));
CREATE POLICY paper_return_add ON respondents.paper_return FOR INSERT TO parindex_app
  WITH CHECK (recorded_by = (SELECT app.account())
    AND EXISTS (SELECT FROM respondents.paper_batch b WHERE b.id = batch_id AND app.leads_survey(b.round_id) AND returned <= b.count));
CREATE POLICY paper_form_read ON respondents.paper_form FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM respondents.paper_batch b WHERE b.id = batch_id AND app.leads_survey(b.round_id)));
-- An addressed form is of a person of its body and group, and goes with its batch.
CREATE POLICY paper_form_add ON respondents.paper_form FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM respondents.paper_batch b WHERE b.id = batch_id AND b.made_by = (SELECT app.account()) AND b.made_at = (SELECT app.moment())
      AND app.leads_survey(b.round_id) AND CASE b.kind WHEN 'unaddressed' THEN respondent_id IS NULL
        ELSE EXISTS (SELECT FROM respondents.respondent p WHERE p.id = respondent_id AND p.round_id = b.round_id AND p.body_id = b.body_id AND p.group_id = b.group_id
          AND p.replaced_by IS NULL) END));

-- Quotas are read by whoever owns or audits the round, and declared by an owner while the survey runs.
CREATE POLICY survey_quota_read ON survey_quota FOR SELECT TO parindex_app USING (app.watches_survey(round_id));
CREATE POLICY survey_quota_declare ON survey_quota FOR INSERT TO parindex_app
  WITH CHECK (declared_by = (SELECT app.account()) AND declared_at = (SELECT app.moment()) AND app.leads_open_survey(round_id));
