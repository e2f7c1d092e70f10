-- One person asks, another decides: by app.decide_edition_request alone.

CREATE POLICY edition_request_read ON edition_request FOR SELECT TO parindex_app
  USING (asked_by = (SELECT app.account()) OR EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND app.is_in(e.owner_body, 'owner')) OR (SELECT app.sees_whole_trail()));
CREATE POLICY edition_request_ask ON edition_request FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()) AND lapses_at = (SELECT app.moment()) + interval '7 days'
    AND app.may_ask_edition_request(kind, edition_id, asked_office) AND edition_version = (SELECT e.version FROM edition e WHERE e.id = edition_id));

-- A decision by which an edition was adopted or withdrawn is for all who read the edition; one that was only brought, for those who decide on it.
CREATE POLICY edition_file_read ON edition_file FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND (edition_file.id IN (e.decision_file, e.withdrawal_file) OR app.is_in(e.owner_body, 'owner')))
    OR (SELECT app.sees_whole_trail()));
CREATE POLICY edition_file_add ON edition_file FOR INSERT TO parindex_app
  WITH CHECK (brought_by = (SELECT app.account()) AND brought_at = (SELECT app.moment()) AND EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND app.is_in(e.owner_body, 'owner')));
