-- A sheet is open, frozen or sent; sending and taking back are acts of the ledger.

ALTER TABLE entry DROP CONSTRAINT entry_act_check;
ALTER TABLE entry ADD CONSTRAINT entry_act_check
  CHECK (act IN ('declare', 'propose', 'accept', 'return', 'freeze', 'send', 'takeBack', 'reopen', 'ask', 'reply', 'appraise', 'conclude'));

ALTER TABLE participant ADD state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'frozen', 'sent'));
UPDATE participant SET state = 'frozen' WHERE frozen;
DROP FUNCTION app.set_frozen(text, text, boolean);
ALTER TABLE participant DROP frozen;

-- What state a sheet is in is no part of the plan: a head of the body freezes it and takes it back, whom the body has authorised sends it, an owner of the round reopens it.
CREATE FUNCTION app.set_sheet_state(round text, body text, wanted text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE participant p SET state = wanted WHERE p.round_id = round AND p.body_id = body
    AND CASE wanted
      WHEN 'frozen' THEN app.is_in(body, 'head')
      WHEN 'sent' THEN p.state = 'frozen' AND (app.is_in(body, 'head') OR app.is_in(body, 'clerk'))
      ELSE round = ANY (app.find_run_rounds()) END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a head of % freezes its sheet in %, only its people send it once frozen, and only an owner of the round reopens it', body, round
      USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;
REVOKE ALL ON FUNCTION app.set_sheet_state(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.set_sheet_state(text, text, text) TO parindex_app;
