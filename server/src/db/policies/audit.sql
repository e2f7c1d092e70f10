-- The audit trail, and the texts of ledger and trail that may lawfully be erased.

CREATE POLICY payload_read ON payload FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())) OR (round_id IS NULL AND (SELECT app.sees_whole_trail())));
-- What is kept inside a body nobody else reads, whatever else they may see of the round.
CREATE POLICY payload_inside ON payload AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (NOT kept_inside OR app.works_on(round_id, body_id, (SELECT app.own_sheets())));
-- The words of a verdict a body is told with it, and those of its answer whoever is told that.
CREATE POLICY payload_told ON payload AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage IS NULL OR CASE stage WHEN 'replyPart' THEN app.works_on(round_id, body_id, (SELECT app.own_sheets()))
    WHEN 'reply' THEN app.sees_reply(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.told_replies()))
    ELSE app.sees_stage(stage, round_id, body_id, (SELECT app.whole_rounds()), (SELECT app.own_causes()), (SELECT app.told_verdicts())) END);
-- The words of what was decided after the notice.
CREATE POLICY payload_untold ON payload AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage IS NULL OR stage NOT IN ('appraised', 'second') OR NOT EXISTS (SELECT FROM unnest((SELECT app.untold_verdicts())) u WHERE starts_with(u, round_id || '/' || body_id || '/' || stage || '/'))
    OR EXISTS (SELECT FROM entry n WHERE n.round_id = payload.round_id AND n.body_id = payload.body_id AND n.payload_id = payload.id));
-- A department reads the words of what it is told of (entry_of_department), and of nothing else that is said at a later stage.
CREATE POLICY payload_of_department ON payload AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage IS NULL OR stage = 'claimed' OR body_id = ANY ((SELECT app.direct_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[])
    OR EXISTS (SELECT FROM entry n WHERE n.round_id = payload.round_id AND n.body_id = payload.body_id AND n.payload_id = payload.id));
CREATE POLICY payload_write ON payload FOR INSERT TO parindex_app
  WITH CHECK (purged_by_act IS NULL
    AND (round_id IS NULL OR app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.find_whole_rounds()))));
-- Whoever administers the whole may ask for an erasure, and say why, in rounds that they do not see.
CREATE POLICY payload_of_erasure ON payload FOR INSERT TO parindex_app
  WITH CHECK (purged_by_act IS NULL AND (SELECT app.administers(NULL)));
CREATE POLICY payload_jobs ON payload FOR INSERT TO parindex_jobs
  WITH CHECK (round_id IS NOT NULL AND body_id IS NOT NULL AND purged_by_act IS NULL);
CREATE POLICY payload_sign_on ON payload FOR INSERT TO parindex_sign_on
  WITH CHECK (round_id IS NULL AND body_id IS NULL AND purged_by_act IS NULL);
CREATE POLICY payload_purge ON payload TO parindex_retention USING (true);

CREATE POLICY audit_read ON audit FOR SELECT TO parindex_app
  USING ((SELECT app.sees_whole_trail()) OR actor = (SELECT app.account()) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
-- That there is an internal comment, the trail shows to the one who wrote it and to the body alone; its seals and their check, run by the operator, hold them all the same.
CREATE POLICY audit_inside ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act NOT LIKE 'comment.%' OR content->>'kind' IS DISTINCT FROM 'internal' OR actor = (SELECT app.account()) OR app.works_on(round_id, body_id, (SELECT app.own_sheets())));
-- Who asked a question, only the body itself and the owners of the round know.
CREATE POLICY audit_question ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act NOT LIKE 'question.%' OR actor = (SELECT app.account())
    OR app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.find_run_rounds())));
-- That there is a verdict in one's own cause is told with the verdict.
CREATE POLICY audit_own_cause ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act NOT IN ('sheet.appraise', 'sheet.ask', 'sheet.accept', 'sheet.return', 'sheet.recall', 'sheet.conclude', 'council.conclude', 'council.moveItem', 'council.vote') OR actor = (SELECT app.account())
    OR (SELECT app.sees_whole_trail()) OR NOT round_id || '/' || body_id = ANY ((SELECT app.own_causes())::text[]));
CREATE POLICY audit_write ON audit FOR INSERT TO parindex_app
  WITH CHECK (actor IS NOT DISTINCT FROM (SELECT app.account()) AND at = (SELECT app.moment())
    -- Of one's own, though the act itself may have ended it.
    AND (office IS NULL OR EXISTS (SELECT FROM membership m WHERE m.id = office AND m.account_id = (SELECT app.account()))));
-- Who it was that signed on, or failed to, only the sign-on role can say.
CREATE POLICY audit_sign_on ON audit FOR INSERT TO parindex_sign_on
  WITH CHECK (at = (SELECT app.moment()) AND (office IS NULL OR EXISTS (SELECT FROM membership m WHERE m.id = office AND m.account_id = actor)) AND (act LIKE 'session.%' OR act LIKE 'secondFactor.%' OR act LIKE 'recoveryCode.%' OR act LIKE 'securityKey.%' OR act LIKE 'password.%' OR act LIKE 'link.%'));
-- What jobs do with evidence they record in the name of whoever uploaded it, or in nobody's.
CREATE POLICY audit_jobs ON audit FOR INSERT TO parindex_jobs
  WITH CHECK (act LIKE 'evidence.%' AND (actor IS NULL OR EXISTS (SELECT FROM upload u WHERE u.account_id = actor AND u.round_id = audit.round_id AND u.body_id = audit.body_id)));
CREATE POLICY audit_seal ON audit FOR SELECT TO parindex_jobs USING (true);
CREATE POLICY audit_retention ON audit TO parindex_retention USING (true);
