-- Addresses are seen by whoever leads the survey and by who visits them; never by the people of the body that is rated.
CREATE POLICY field_rule_read ON respondents.field_rule FOR SELECT TO parindex_app USING (app.watches_survey(round_id) OR app.interviews_in(round_id, group_id));
CREATE POLICY field_rule_declare ON respondents.field_rule FOR INSERT TO parindex_app
  WITH CHECK (declared_by = (SELECT app.account()) AND declared_at = (SELECT app.moment()) AND app.leads_open_survey(round_id));

CREATE POLICY address_read ON respondents.address FOR SELECT TO parindex_app USING (id = ANY ((SELECT app.own_addresses())::uuid[]) OR app.leads_field(round_id, body_id));
CREATE POLICY address_list ON respondents.address FOR INSERT TO parindex_app
  WITH CHECK (listed_by = (SELECT app.account()) AND listed_at = (SELECT app.moment()) AND app.leads_open_survey(round_id) AND app.leads_field(round_id, body_id));

CREATE POLICY address_assignment_read ON respondents.assignment FOR SELECT TO parindex_app USING (account_id = (SELECT app.account()) OR app.leads_address(address_id));
CREATE POLICY address_assignment_give ON respondents.assignment FOR INSERT TO parindex_app
  WITH CHECK (assigned_by = (SELECT app.account()) AND assigned_at = (SELECT app.moment()) AND app.leads_open_address(address_id));
CREATE POLICY address_assignment_end ON respondents.assignment FOR UPDATE TO parindex_app USING (ended_at IS NULL AND app.leads_open_address(address_id))
  WITH CHECK (ended_at = (SELECT app.moment()));

CREATE POLICY visit_read ON respondents.visit FOR SELECT TO parindex_app USING (address_id = ANY ((SELECT app.own_addresses())::uuid[]) OR app.leads_address(address_id));
CREATE POLICY visit_add ON respondents.visit FOR INSERT TO parindex_app
  WITH CHECK (account_id = (SELECT app.account()) AND came_at = (SELECT app.moment()) AND app.was_assigned(address_id));

CREATE POLICY interviewed_read ON respondents.interviewed FOR SELECT TO parindex_app USING (address_id = ANY ((SELECT app.own_addresses())::uuid[]) OR app.leads_address(address_id));
