-- Documents are written by the body itself; what others say of one (compared with the paper) they change only where they see it.

CREATE POLICY document_read ON document FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY document_add ON document FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_change ON document FOR UPDATE TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY document_jobs ON document TO parindex_jobs USING (true);

CREATE POLICY document_version_read ON document_version FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
-- Until an asked removal is decided nobody reads what it would take.
CREATE POLICY document_version_not_held ON document_version AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));
CREATE POLICY document_version_add ON document_version FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_version_change ON document_version FOR UPDATE TO parindex_app USING (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY document_version_jobs ON document_version TO parindex_jobs USING (true);

CREATE POLICY page_text_read ON page_text FOR SELECT TO parindex_app
  USING (app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.whole_rounds())));
CREATE POLICY page_text_not_held ON page_text AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));
CREATE POLICY page_text_add ON page_text FOR INSERT TO parindex_app WITH CHECK (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY page_text_jobs ON page_text TO parindex_jobs USING (true);

-- Whoever finds a version may know of its bytes, and nobody else that they exist.
CREATE POLICY content_read ON content FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM document_version v WHERE v.sha256 = content.sha256));
CREATE POLICY content_jobs ON content TO parindex_jobs USING (true);

-- An upload is its person's own until it is a document; the body's others see that it is on its way.
CREATE POLICY upload_read ON upload FOR SELECT TO parindex_app USING (app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY upload_add ON upload FOR INSERT TO parindex_app WITH CHECK (account_id = (SELECT app.account()) AND app.works_on(round_id, body_id, (SELECT app.own_sheets())));
CREATE POLICY upload_change ON upload FOR UPDATE TO parindex_app USING (account_id = (SELECT app.account()));
CREATE POLICY upload_jobs ON upload TO parindex_jobs USING (true);
