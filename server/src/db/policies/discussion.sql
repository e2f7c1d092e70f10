-- An internal thread is for people of the body alone, a shared one for both sides. Auditors read and do not write.

CREATE POLICY comment_thread_read ON comment_thread FOR SELECT TO parindex_app
  USING (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY comment_thread_add ON comment_thread FOR INSERT TO parindex_app
  WITH CHECK (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()))
    AND (SELECT app.has_role('clerk', 'head', 'owner', 'appraiser', 'council'))
    AND begun_by = (SELECT app.account()) AND begun_at = (SELECT app.moment()) AND resolved_by IS NULL);
CREATE POLICY comment_thread_change ON comment_thread FOR UPDATE TO parindex_app
  USING (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()))
    AND (SELECT app.has_role('clerk', 'head', 'owner', 'appraiser', 'council')))
  WITH CHECK (resolved_by IS NULL OR (resolved_by = (SELECT app.account()) AND resolved_at = (SELECT app.moment())));

CREATE POLICY comment_read ON comment FOR SELECT TO parindex_app
  USING (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY comment_add ON comment FOR INSERT TO parindex_app
  WITH CHECK (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds()))
    AND author = (SELECT app.account()) AND written_at = (SELECT app.moment())
    AND office IN (SELECT m.id FROM app.in_force() m WHERE m.role IN ('clerk', 'head', 'owner', 'appraiser', 'council')));
CREATE POLICY comment_withdraw ON comment FOR UPDATE TO parindex_app
  USING (app.sees_thread(kind, round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())) AND author = (SELECT app.account()))
  WITH CHECK (withdrawn_at = (SELECT app.moment()));

CREATE POLICY comment_mention_read ON comment_mention FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM comment c WHERE c.id = comment_id));
CREATE POLICY comment_mention_add ON comment_mention FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM comment c WHERE c.id = comment_id AND c.author = (SELECT app.account()) AND c.written_at = (SELECT app.moment())
    AND account_id IN (SELECT p.id FROM app.comment_people(c.round_id, c.body_id, c.kind) p)));

-- What is published in a round is for all who have any part in it.
CREATE POLICY notice_read ON notice FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_rounds_within())::text[]));
CREATE POLICY notice_add ON notice FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND published_by = (SELECT app.account()) AND published_at = (SELECT app.moment())
    AND files <@ ARRAY(SELECT f.id FROM round_file f WHERE f.round_id = notice.round_id));
CREATE POLICY notice_withdraw ON notice FOR UPDATE TO parindex_app
  USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()));

-- Who asked, the body itself and the owners of the round know, and nobody else: no other body, appraiser, council or auditor.
CREATE POLICY question_read ON question FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.find_run_rounds())));
CREATE POLICY question_ask ON question FOR INSERT TO parindex_app
  WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())) AND asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()));
CREATE POLICY question_answer ON question FOR UPDATE TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));
