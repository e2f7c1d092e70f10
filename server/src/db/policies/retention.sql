-- One person asks for an erasure, another decides it: by app.decide_erasure alone.

CREATE POLICY erasure_read ON erasure FOR SELECT TO parindex_app
  USING (asked_by = (SELECT app.account()) OR app.sees_sheet(round_id, body_id, (SELECT app.own_sheets()), (SELECT app.find_run_rounds())) OR (SELECT app.sees_whole_trail()));
CREATE POLICY erasure_ask ON erasure FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()) AND app.may_ask_erasure(kind, round_id, body_id, documents, asked_office));

CREATE POLICY retention_term_read ON retention_term FOR SELECT TO parindex_app USING ((SELECT app.account()) IS NOT NULL);
CREATE POLICY retention_term_set ON retention_term TO parindex_app
  USING ((SELECT app.administers(NULL))) WITH CHECK (set_by = (SELECT app.account()) AND (SELECT app.administers(NULL)));
