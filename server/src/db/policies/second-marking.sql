-- The second marking of a sample (decision 0113). Who drew and what was drawn whoever runs or audits the round reads; who marks, their own pieces and marks, and never a first mark by it.

CREATE POLICY second_marking_read ON second_marking FOR SELECT TO parindex_app USING (app.sees_marking(round_id));
CREATE POLICY second_marking_draw ON second_marking FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND drawn_by = (SELECT app.account()) AND drawn_at = (SELECT app.moment())
    AND EXISTS (SELECT FROM round r WHERE r.id = round_id AND r.state = 'open'));

CREATE POLICY second_marking_item_read ON second_marking_item FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR app.sees_marking(round_id));
CREATE POLICY second_marking_item_give ON second_marking_item FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND in_place_of IS NULL
    AND EXISTS (SELECT FROM second_marking d WHERE d.id = draw_id AND d.round_id = second_marking_item.round_id AND d.drawn_at = (SELECT app.moment()))
    AND (account_id IS NULL OR app.may_mark_second(account_id, round_id, body_id, targets)));
-- What nobody marks is given to another, never to whoever handed it back.
CREATE POLICY second_marking_item_give_anew ON second_marking_item FOR INSERT TO parindex_app
  WITH CHECK (round_id = ANY ((SELECT app.find_run_rounds())::text[]) AND app.is_left_unmarked(in_place_of, draw_id, body_id, item, targets)
    AND app.may_mark_second(account_id, round_id, body_id, targets));

CREATE POLICY second_marking_return_read ON second_marking_return FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM second_marking_item d WHERE d.id = drawn_id));
CREATE POLICY second_marking_return_say ON second_marking_return FOR INSERT TO parindex_app
  WITH CHECK (returned_by = (SELECT app.account()) AND returned_at = (SELECT app.moment()) AND app.is_open_second_mark(drawn_id));

CREATE POLICY first_mark_read ON first_mark FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM second_marking d WHERE d.id = draw_id AND app.sees_marking(d.round_id)));
CREATE POLICY first_mark_keep ON first_mark FOR INSERT TO parindex_app
  WITH CHECK (EXISTS (SELECT FROM second_marking d WHERE d.id = draw_id AND d.drawn_at = (SELECT app.moment()) AND d.round_id = ANY ((SELECT app.find_run_rounds())::text[])));
-- That of a piece which is marked in the place of another is the same.
CREATE POLICY first_mark_keep_anew ON first_mark FOR INSERT TO parindex_app
  WITH CHECK (app.is_first_mark_again(drawn_id, draw_id, entry_id, account_id, marked_at, points, maximum));

CREATE POLICY second_mark_read ON second_mark FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM second_marking_item d WHERE d.id = drawn_id));
CREATE POLICY second_mark_give ON second_mark FOR INSERT TO parindex_app
  WITH CHECK (marked_by = (SELECT app.account()) AND marked_at = (SELECT app.moment())
    AND app.is_open_second_mark(drawn_id) AND EXISTS (SELECT FROM second_marking_item d WHERE d.id = drawn_id AND NOT app.is_own_cause(d.round_id, d.body_id)));

-- What was decided, asked, found and answered on what somebody still marks is closed to them, on whatever way it is asked for; and they decide nothing on it.
CREATE POLICY entry_unseen ON entry AS RESTRICTIVE FOR SELECT TO parindex_app
  USING ((stage = 'claimed' AND NOT app.is_remark(act) AND NOT app.is_reply_part(act)) OR NOT app.is_unseen(round_id, body_id, target_kind, target, (SELECT app.unseen_targets())));
CREATE POLICY entry_not_unseen ON entry AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (stage = 'claimed' OR NOT app.is_unseen(round_id, body_id, target_kind, target, (SELECT app.unseen_targets())));
CREATE POLICY cell_unseen ON cell AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (stage = 'claimed' OR NOT app.is_unseen(round_id, body_id, target_kind, target, (SELECT app.unseen_targets())));
-- The words of what is closed; of such a sheet, those alone that an entry which is read refers to. An explanation that was sent tells of all its items.
CREATE POLICY payload_unseen ON payload AS RESTRICTIVE FOR SELECT TO parindex_app
  USING ((stage IS NULL AND id <> ALL ((SELECT app.unseen_payloads())::uuid[])) OR stage = 'claimed' OR NOT coalesce(round_id || '/' || body_id = ANY ((SELECT app.unseen_sheets())::text[]), false)
    OR EXISTS (SELECT FROM entry n WHERE n.round_id = payload.round_id AND n.body_id = payload.body_id AND n.payload_id = payload.id));
CREATE POLICY sending_unseen ON sending AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (matter = 'sheet' OR NOT round_id || '/' || body_id = ANY ((SELECT app.unseen_sheets())::text[]));
CREATE POLICY comment_thread_unseen ON comment_thread AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (kind = 'internal' OR NOT app.is_unseen(round_id, body_id, 'item', item, (SELECT app.unseen_targets())));
CREATE POLICY comment_unseen ON comment AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (kind = 'internal' OR NOT round_id || '/' || body_id = ANY ((SELECT app.unseen_sheets())::text[]) OR EXISTS (SELECT FROM comment_thread t WHERE t.id = thread_id));
CREATE POLICY document_unseen ON document AS RESTRICTIVE FOR SELECT TO parindex_app USING (id <> ALL ((SELECT app.unseen_documents())::uuid[]));
CREATE POLICY document_version_unseen ON document_version AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.unseen_documents())::uuid[]));
CREATE POLICY page_text_unseen ON page_text AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.unseen_documents())::uuid[]));
CREATE POLICY council_item_unseen ON council_item AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (NOT app.is_unseen(round_id, body_id, 'item', item, (SELECT app.unseen_targets())));
-- That, when and by whom something was decided on such a sheet.
CREATE POLICY audit_unseen ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (actor = (SELECT app.account()) OR act NOT IN ('sheet.appraise', 'sheet.ask', 'sheet.siteCheck', 'sheet.officialFigure', 'sheet.accept', 'sheet.return', 'sheet.recall', 'sheet.conclude', 'council.conclude', 'sheet.reply', 'sheet.dispute')
    OR NOT coalesce(round_id || '/' || body_id = ANY ((SELECT app.unseen_sheets())::text[]), false));
-- Draws and second marks, whoever reads them; each one's own.
CREATE POLICY audit_marking ON audit AS RESTRICTIVE FOR SELECT TO parindex_app
  USING (act NOT LIKE 'quality.%' OR actor = (SELECT app.account()) OR (SELECT app.sees_whole_trail()) OR app.sees_marking(round_id));
