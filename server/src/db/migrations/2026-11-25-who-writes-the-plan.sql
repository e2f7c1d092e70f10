-- Row security for writing the plan of a round and the slowing of sign-ins. Reading them stays open: the server says who may.

-- Rounds that the asker runs, as owner in their owner body. A round may be made and planned in one transaction, so what is written is judged by what is there by then.
CREATE FUNCTION app.find_run_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM app.in_force() m JOIN round r ON r.owner_body = m.body_id WHERE m.role = 'owner'
$$;

-- Whether the asker holds a role in just this body.
CREATE FUNCTION app.is_in(body text, wanted text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m WHERE m.role = wanted AND m.body_id = body)
$$;

ALTER TABLE round ENABLE ROW LEVEL SECURITY;
CREATE POLICY round_read ON round FOR SELECT TO parindex_app USING (true);
CREATE POLICY round_write ON round TO parindex_app USING (app.is_in(owner_body, 'owner'));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['round_step', 'participant', 'exclusion', 'domain_owner', 'copied_part'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO parindex_app USING (true)', name || '_read', name);
    EXECUTE format('CREATE POLICY %I ON %I TO parindex_app USING (round_id = ANY ((SELECT app.find_run_rounds())::text[]))', name || '_write', name);
  END LOOP;
END $$;

-- Whether a sheet is frozen is no part of the plan: a head of the body freezes it, an owner of the round reopens it, and neither in any other way.
REVOKE INSERT, UPDATE ON participant FROM parindex_app;
GRANT INSERT (round_id, body_id, position, block, ranked), UPDATE (position, block, ranked) ON participant TO parindex_app;

CREATE FUNCTION app.set_frozen(round text, body text, wanted boolean) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE participant p SET frozen = wanted WHERE p.round_id = round AND p.body_id = body
    AND CASE WHEN wanted THEN app.is_in(body, 'head') ELSE round = ANY (app.find_run_rounds()) END;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'only a head of % freezes its sheet in %, and only an owner of the round reopens it', body, round USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- Locks are taken by all who work in a round, not only by those who may write the row that is locked.
ALTER FUNCTION app.lock_sheet(text, text) SECURITY DEFINER SET search_path = public, app, pg_temp;
ALTER FUNCTION app.lock_plan(text) SECURITY DEFINER SET search_path = public, app, pg_temp;

-- Whether a sign-on name is that of the asker, or of whoever is signing in; there need be no account of that name.
CREATE FUNCTION app.signs_in_as(wanted text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT wanted = current_setting('app.signing_in', true)
    OR EXISTS (SELECT FROM account a WHERE a.email = wanted AND (a.id = app.account() OR a.id::text = current_setting('app.signing_in', true)))
$$;

-- Guesses are counted under one's own name; what was forgotten (after a day: server/src/sign-on/slowing.ts) whoever comes sweeps away.
ALTER TABLE sign_in_slowing ENABLE ROW LEVEL SECURITY;
CREATE POLICY sign_in_slowing_read ON sign_in_slowing FOR SELECT TO parindex_app USING (true);
CREATE POLICY sign_in_slowing_write ON sign_in_slowing TO parindex_app
  USING (not_before < app.moment() - interval '24 hours' OR app.signs_in_as(email))
  WITH CHECK (app.signs_in_as(email));

REVOKE ALL ON FUNCTION app.find_run_rounds(), app.is_in(text, text), app.set_frozen(text, text, boolean), app.signs_in_as(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.find_run_rounds(), app.is_in(text, text), app.set_frozen(text, text, boolean), app.signs_in_as(text) TO parindex_app;

-- Whether there is a backup is asked of a trail that may be very long.
CREATE INDEX audit_backup ON audit (n) WHERE act = 'installation.backUp';
