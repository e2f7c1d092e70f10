-- A round and its plan: read by all once it is open (the server says who may), written by the owners of the round in their own name.

-- A draft is known to nobody outside its owner, whoever else it names; nor is its plan.
CREATE POLICY round_read ON round FOR SELECT TO parindex_app USING (state <> 'draft' OR owner_body = ANY ((SELECT app.owners_of_known_drafts())::text[]));
CREATE POLICY round_write ON round TO parindex_app USING (app.is_in(owner_body, 'owner'));

-- Once the appraisal has begun, its threshold of the second person is lowered by one owner and raised by nobody (decision 0122).
CREATE POLICY round_second_person ON round AS RESTRICTIVE FOR UPDATE TO parindex_app USING (true) WITH CHECK (app.may_set_second_person(id, second_person_over));

CREATE POLICY round_step_read ON round_step FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY round_step_write ON round_step TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY participant_read ON participant FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY participant_write ON participant TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY exclusion_read ON exclusion FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY exclusion_write ON exclusion TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY domain_owner_read ON domain_owner FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY domain_owner_write ON domain_owner TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY copied_part_read ON copied_part FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY copied_part_write ON copied_part TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY extension_read ON extension FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY extension_add ON extension FOR INSERT TO parindex_app
  WITH CHECK (granted_by = (SELECT app.account()) AND round_id = ANY ((SELECT app.find_run_rounds())::text[]));

CREATE POLICY takeover_read ON takeover FOR SELECT TO parindex_app USING (round_id <> ALL ((SELECT app.unknown_drafts())::text[]));
CREATE POLICY takeover_add ON takeover FOR INSERT TO parindex_app
  WITH CHECK (performed_by = (SELECT app.account()) AND round_id = ANY ((SELECT app.find_run_rounds())::text[]));
