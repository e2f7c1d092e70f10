-- Sending a sheet: the report's texts, permissions to send unsigned, receipts, reopenings.

CREATE POLICY report_text_read ON report_text FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY report_text_add ON report_text FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND written_by = (SELECT app.account()) AND written_at = (SELECT app.moment()));

CREATE POLICY unsigned_permission_read ON unsigned_permission FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY unsigned_permission_add ON unsigned_permission FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND given_by = (SELECT app.account()) AND given_at = (SELECT app.moment()));

CREATE POLICY sending_read ON sending FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY sending_add ON sending FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND sent_by = (SELECT app.account()) AND sent_at = (SELECT app.moment()));

CREATE POLICY reopening_read ON reopening FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY reopening_add ON reopening FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND by = (SELECT app.account()) AND at = (SELECT app.moment()));

CREATE POLICY frozen_report_read ON frozen_report FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY frozen_report_add ON frozen_report FOR INSERT TO parindex_app
  WITH CHECK ((app.is_in(body_id, 'clerk') OR app.is_in(body_id, 'head')) AND made_at = (SELECT app.moment()));

-- A body reads the notices of its own appraisal; its round's owner records them.
CREATE POLICY appraisal_notice_read ON appraisal_notice FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY appraisal_notice_add ON appraisal_notice FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND recorded_by = (SELECT app.account()) AND recorded_at = (SELECT app.moment())
    AND files <@ ARRAY(SELECT f.id FROM round_file f WHERE f.round_id = appraisal_notice.round_id));
