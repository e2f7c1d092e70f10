-- What was decided on forms is read by whoever owns or audits the round; it is decided by an owner, while the survey runs.
CREATE POLICY form_review_read ON form_review FOR SELECT TO parindex_app USING (app.watches_survey(round_id));
CREATE POLICY form_review_decide ON form_review FOR INSERT TO parindex_app
  WITH CHECK (decided_by = (SELECT app.account()) AND decided_at = (SELECT app.moment()) AND app.takes_review(round_id, form_id));
