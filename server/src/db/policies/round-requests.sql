-- One person asks, another decides: by app.decide_round_request alone.

CREATE POLICY round_request_read ON round_request FOR SELECT TO parindex_app
  USING (asked_by = (SELECT app.account()) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]) OR (SELECT app.sees_whole_trail()));
CREATE POLICY round_request_ask ON round_request FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()) AND lapses_at = (SELECT app.moment()) + interval '7 days'
    AND app.may_ask_round_request(kind, round_id, asked_office));
