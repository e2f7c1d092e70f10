-- Writers of a round's sheets hold its plan together; who changes the plan (calendar, extension, edition) holds it alone.
-- An advisory lock and not one on the rows of the calendar: hundreds who share a row would write it anew each.
-- With the owner's rights, as locks are taken by all who work in a round and not only by those who may write the row that is locked; and by nobody else,
-- as who holds a sheet or a plan stops all others.
CREATE OR REPLACE FUNCTION app.plan_key(round text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT hashtextextended('parindex plan of ' || round, 0) $$;

CREATE OR REPLACE FUNCTION app.lock_sheet(round text, body text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF (round || '/' || body = ANY (app.own_sheets()) OR round = ANY (app.whole_rounds()) OR round = ANY (app.find_whole_rounds())
      -- An appraiser is told that appraisal is not open yet, which is judged once the sheet is held.
      OR EXISTS (SELECT FROM app.in_force() m JOIN domain_owner d ON d.body_id = m.body_id WHERE m.role = 'appraiser' AND d.round_id = round)) IS NOT TRUE THEN
    RAISE EXCEPTION 'the sheet of % in % is not held by whoever asks', body, round USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock_shared(app.plan_key(round));
  PERFORM FROM participant p WHERE p.round_id = round AND p.body_id = body FOR UPDATE;
END $$;

CREATE OR REPLACE FUNCTION app.lock_plan(round text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  -- An administrator of the whole installation decides on closing where there is no second owner.
  IF NOT (round = ANY (app.find_run_rounds()) OR app.administers(NULL)) THEN
    RAISE EXCEPTION 'the plan of % is not held by whoever asks', round USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(app.plan_key(round));
  PERFORM FROM round r WHERE r.id = round FOR UPDATE;
END $$;

-- What state a sheet is in is no part of the plan: a head of the body freezes it and takes it back, whom the body has authorised sends it, an owner of the round reopens it.
CREATE OR REPLACE FUNCTION app.set_sheet_state(round text, body text, wanted text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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

-- What these entries changed, and what stood before, for whoever reads the whole trail and may read the sheet: what counts in it, without texts; proposals are the body's own.
CREATE OR REPLACE FUNCTION app.entries_in_trail(ids uuid[]) RETURNS TABLE (id uuid, edition_id text, kind text, target text, changes jsonb, texts text[], before jsonb)
LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT n.id, n.edition_id, n.target_kind, n.target, n.changes::jsonb, n.texts, coalesce((
      SELECT jsonb_object_agg(k.field, was.value) FROM jsonb_object_keys(n.changes::jsonb) AS k (field) CROSS JOIN LATERAL (
        SELECT p.changes::jsonb -> k.field AS value FROM entry p
        WHERE p.round_id = n.round_id AND p.body_id = n.body_id AND p.seq < n.seq AND p.target_kind = n.target_kind AND p.target = n.target
          AND p.stage = n.stage AND p.standing = n.standing AND p.edition_id = n.edition_id AND p.changes::jsonb ? k.field
        ORDER BY p.seq DESC LIMIT 1) was), '{}')
  FROM entry n WHERE n.id = ANY (ids) AND n.standing = 'effective' AND n.target IS NOT NULL AND (SELECT app.sees_whole_trail())
$$;

GRANT EXECUTE ON FUNCTION app.plan_key, app.lock_sheet, app.lock_plan, app.set_sheet_state, app.entries_in_trail TO parindex_app;
