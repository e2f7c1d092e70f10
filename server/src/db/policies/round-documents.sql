-- What a round stands on is for all who have any part in it; its owners bring and withdraw it.

CREATE POLICY round_document_read ON round_document FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_rounds_within())::text[]));
CREATE POLICY round_document_add ON round_document FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment()));
CREATE POLICY round_document_withdraw ON round_document FOR UPDATE TO parindex_app
  USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()));

CREATE POLICY round_document_version_read ON round_document_version FOR SELECT TO parindex_app USING (round_id = ANY ((SELECT app.find_rounds_within())::text[]));
CREATE POLICY round_document_version_add ON round_document_version FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND made_by = (SELECT app.account()) AND made_at = (SELECT app.moment())
    AND files <@ ARRAY(SELECT f.id FROM round_file f WHERE f.round_id = round_document_version.round_id));

-- A file whose bytes were erased is nobody's. One that is attached to nothing yet is its owner's; one of a document or notice that was withdrawn is the owners' again; a scanned ballot is read with its vote, papers that were kept with their session, a kept notice with its record, the signed confirmation of a list with that.
CREATE POLICY round_file_read ON round_file FOR SELECT TO parindex_app
  USING (erased_at IS NULL AND (round_id = ANY ((SELECT app.find_run_rounds())::text[])
    OR (round_id = ANY ((SELECT app.find_rounds_within())::text[]) AND id = ANY (app.shown_round_files(round_id)))
    OR EXISTS (SELECT FROM council_vote v WHERE v.file_id = round_file.id)
    OR EXISTS (SELECT FROM council_paper p WHERE round_file.id = ANY (p.files))
    OR id = ANY (app.kept_notice_files(round_id))
    OR (brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()))
    OR id = ANY (app.confirming_files(round_id))));
-- A body's own people bring one while the survey of the round runs: by which they stand for their list.
CREATE POLICY round_file_add ON round_file FOR INSERT TO parindex_app
  WITH CHECK ((round_id = ANY ((SELECT app.find_run_rounds())::text[])
      OR app.survey_runs(round_id) AND EXISTS (SELECT FROM participant p WHERE p.round_id = round_file.round_id AND p.body_id = ANY ((SELECT app.direct_bodies())::text[])))
    AND brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()));

-- One's own, and for the owners of the round those of all.
CREATE POLICY notice_reading_read ON notice_reading FOR SELECT TO parindex_app
  USING (account_id = (SELECT app.account()) OR EXISTS (SELECT FROM notice n WHERE n.id = notice_id AND n.round_id = ANY ((SELECT app.find_run_rounds())::text[])));
CREATE POLICY notice_reading_add ON notice_reading FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) AND read_at = (SELECT app.moment()) AND office IN (SELECT m.id FROM app.in_force() m)
    AND EXISTS (SELECT FROM notice n WHERE n.id = notice_id));
