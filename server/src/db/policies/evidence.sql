-- Documents are written by the body itself; what others say of one (compared with the paper) they change only where they see it.

CREATE POLICY document_read ON document FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY document_add ON document FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_change ON document FOR UPDATE TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
-- Who sees a library only because their department has a part of the sheet changes what the department brought, and adds versions and pages to what they bring themselves.
CREATE POLICY document_by_department ON document AS RESTRICTIVE FOR UPDATE TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[])
    OR id IN (SELECT b.document FROM app.bringers(round_id, body_id) b));
-- What an appraiser brought stays as it came, whoever works on the sheet, but for what they take back themselves (decision 0122).
CREATE POLICY document_of_appraiser ON document AS RESTRICTIVE FOR UPDATE TO parindex_app
  USING (true) WITH CHECK (withdrawn_at IS NULL OR NOT app.brought_by_appraiser(id) OR app.may_take_back(id));
-- Whoever only sees a library takes nothing else out of it.
CREATE POLICY document_withdrawn ON document AS RESTRICTIVE FOR UPDATE TO parindex_app
  USING (true) WITH CHECK (withdrawn_at IS NULL OR app.works_on(round_id, body_id, (SELECT app.own_sheets())) OR app.may_take_back(id));
CREATE POLICY document_jobs ON document TO parindex_jobs USING (true);

CREATE POLICY document_version_read ON document_version FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
-- Until an asked removal is decided nobody reads what it would take.
CREATE POLICY document_version_not_held ON document_version AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));
CREATE POLICY document_version_add ON document_version FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_version_change ON document_version FOR UPDATE TO parindex_app USING (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_version_by_department ON document_version AS RESTRICTIVE FOR UPDATE TO parindex_app
  USING (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR document_id IN (SELECT b.document FROM app.bringers(round_id, body_id) b));
CREATE POLICY document_version_added_by_department ON document_version AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR EXISTS (SELECT FROM document d WHERE d.id = document_id AND d.created_by = (SELECT app.account())));
CREATE POLICY document_version_of_appraiser ON document_version AS RESTRICTIVE FOR UPDATE TO parindex_app USING (NOT app.brought_by_appraiser(document_id));
CREATE POLICY document_version_jobs ON document_version TO parindex_jobs USING (true);

CREATE POLICY page_text_read ON page_text FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY page_text_not_held ON page_text AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));
CREATE POLICY page_text_add ON page_text FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY page_text_added_by_department ON page_text AS RESTRICTIVE FOR INSERT TO parindex_app
  WITH CHECK (body_id = ANY ((SELECT app.direct_bodies())::text[]) OR EXISTS (SELECT FROM document d WHERE d.id = document_id AND d.created_by = (SELECT app.account())));
CREATE POLICY page_text_jobs ON page_text TO parindex_jobs USING (true);

-- Whoever finds a version may know of its bytes, and nobody else that they exist.
CREATE POLICY content_read ON content FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM document_version v WHERE v.sha256 = content.sha256));
CREATE POLICY content_jobs ON content TO parindex_jobs USING (true);

-- An upload is its person's own until it is a document; the body's others see that it is on its way. Whoever appraises brings what a check on site gave.
CREATE POLICY upload_read ON upload FOR SELECT TO parindex_app USING (app.works_on(round_id, body_id, (SELECT app.own_sheets())) OR account_id = (SELECT app.account()));
CREATE POLICY upload_add ON upload FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) AND (app.works_on(round_id, body_id, (SELECT app.own_sheets())) OR app.appraises_sheet(round_id, body_id)));
CREATE POLICY upload_change ON upload FOR UPDATE TO parindex_app USING (account_id = (SELECT app.account()));
CREATE POLICY upload_jobs ON upload TO parindex_jobs USING (true);
