-- What a sample is drawn from, and whom it names, is seen by whoever owns or audits the round; that it was declared, with which seed and hashes, by the bodies that take part too.
CREATE POLICY sample_design_read ON sample_design FOR SELECT TO parindex_app USING (app.watches_survey(round_id));
CREATE POLICY sample_design_bring ON sample_design FOR INSERT TO parindex_app
  WITH CHECK (brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()) AND app.leads_open_survey(round_id));

CREATE POLICY sample_frame_read ON sample_frame FOR SELECT TO parindex_app USING (app.watches_survey(round_id));
CREATE POLICY sample_frame_bring ON sample_frame FOR INSERT TO parindex_app
  WITH CHECK (brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()) AND app.leads_open_survey(round_id));

CREATE POLICY sample_frame_lines_read ON sample_frame_lines FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM sample_frame f WHERE f.id = frame_id));
CREATE POLICY sample_frame_lines_bring ON sample_frame_lines FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM sample_frame f WHERE f.id = frame_id AND f.brought_at = (SELECT app.moment()) AND app.leads_open_survey(f.round_id)));

CREATE POLICY sample_draw_read ON sample_draw FOR SELECT TO parindex_app USING (app.reads_survey(round_id));
CREATE POLICY sample_draw_declare ON sample_draw FOR INSERT TO parindex_app
  WITH CHECK (declared_by = (SELECT app.account()) AND declared_at = (SELECT app.moment()) AND app.may_declare_draw(round_id, number, frame_id, design_hash, frame_hash));

CREATE POLICY sample_draw_result_read ON sample_draw_result FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM sample_draw d WHERE d.id = draw_id));
CREATE POLICY sample_draw_result_enter ON sample_draw_result FOR INSERT TO parindex_app
  WITH CHECK (entered_by = (SELECT app.account()) AND entered_at = (SELECT app.moment()) AND app.draw_takes_seed(draw_id));

CREATE POLICY sample_draw_record_read ON sample_draw_record FOR SELECT TO parindex_app USING (app.watches_draw(draw_id));
CREATE POLICY sample_draw_record_keep ON sample_draw_record FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM sample_draw_result r WHERE r.draw_id = sample_draw_record.draw_id AND r.entered_at = (SELECT app.moment())) AND app.leads_draw(draw_id));

CREATE POLICY sample_draw_withdrawal_read ON sample_draw_withdrawal FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM sample_draw d WHERE d.id = draw_id));
CREATE POLICY sample_draw_withdrawal_add ON sample_draw_withdrawal FOR INSERT TO parindex_app
  WITH CHECK (withdrawn_by = (SELECT app.account()) AND withdrawn_at = (SELECT app.moment()) AND app.leads_draw(draw_id)
    -- Whoever has drawn a sample would else draw until one pleases them.
    AND NOT EXISTS (SELECT FROM sample_draw_result r WHERE r.draw_id = sample_draw_withdrawal.draw_id AND r.entered_by = (SELECT app.account())));
