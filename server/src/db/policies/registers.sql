-- Registers of the whole installation: read by all (the server says who may), written by whoever administers the whole.

CREATE POLICY body_read ON body FOR SELECT USING (true);
CREATE POLICY body_write ON body TO parindex_app USING ((SELECT app.administers(NULL)));

CREATE POLICY body_name_read ON body_name FOR SELECT USING (true);
CREATE POLICY body_name_write ON body_name TO parindex_app USING ((SELECT app.administers(NULL)));

CREATE POLICY body_attribute_read ON body_attribute FOR SELECT USING (true);
CREATE POLICY body_attribute_write ON body_attribute TO parindex_app USING ((SELECT app.administers(NULL)));

CREATE POLICY body_succession_read ON body_succession FOR SELECT USING (true);
CREATE POLICY body_succession_write ON body_succession TO parindex_app USING ((SELECT app.administers(NULL)));

CREATE POLICY day_off_read ON day_off FOR SELECT USING (true);
CREATE POLICY day_off_write ON day_off TO parindex_app USING ((SELECT app.administers(NULL)));

CREATE POLICY day_off_year_read ON day_off_year FOR SELECT USING (true);
CREATE POLICY day_off_year_write ON day_off_year TO parindex_app USING ((SELECT app.administers(NULL)));

-- An adopted edition is for all; a draft for the people of the body that writes it. Editions are written by the owners of their body. Whoever plans a round holds the row of the one it uses, which is no writing and is judged by the same policy.
CREATE POLICY edition_read ON edition FOR SELECT USING (state = 'adopted' OR owner_body = ANY ((SELECT app.owners_of_readable_editions())::text[]));
CREATE POLICY edition_add ON edition FOR INSERT TO parindex_app WITH CHECK (app.is_in(owner_body, 'owner'));
CREATE POLICY edition_change ON edition FOR UPDATE TO parindex_app USING ((SELECT app.account()) IS NOT NULL) WITH CHECK (app.is_in(owner_body, 'owner'));
CREATE POLICY edition_remove ON edition FOR DELETE TO parindex_app USING (app.is_in(owner_body, 'owner'));

-- Who wrote what in a draft is for those who write it.
CREATE POLICY edition_change_read ON edition_change FOR SELECT TO parindex_app
  USING (EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND app.is_in(e.owner_body, 'owner')));
CREATE POLICY edition_change_add ON edition_change FOR INSERT TO parindex_app
  WITH CHECK (written_by = (SELECT app.account()) AND EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND e.state = 'draft' AND app.is_in(e.owner_body, 'owner')));
CREATE POLICY edition_change_forget ON edition_change FOR DELETE TO parindex_app
  USING (EXISTS (SELECT FROM edition e WHERE e.id = edition_id AND app.is_in(e.owner_body, 'owner')));
