-- Who asks, and when: set at the start of each transaction, read by policies and functions.

CREATE OR REPLACE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.account', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION app.moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now())
$$;

CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (app.moment() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Whether what runs from one day to another, both included, runs on a day.
CREATE OR REPLACE FUNCTION app.runs_on(from_date date, to_date date, on_day date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT from_date <= on_day AND (to_date IS NULL OR to_date >= on_day)
$$;

-- Memberships in force today of whoever asks. The functions below read with the owner's rights: policies rely on them and do not apply inside them.
CREATE OR REPLACE FUNCTION app.in_force() RETURNS SETOF membership LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.* FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE m.account_id = app.account() AND app.runs_on(m.from_date, m.to_date, app.today())
$$;

-- Bodies in which the asker is a clerk or head.
CREATE OR REPLACE FUNCTION app.find_direct_bodies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body_id), '{}') FROM app.in_force() WHERE role IN ('clerk', 'head')
$$;

-- Bodies whose sheets the asker works on: those, and those that have assigned items to one of them or to a body above it.
CREATE OR REPLACE FUNCTION app.find_own_bodies() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH direct AS (SELECT unnest(app.find_direct_bodies()) AS id)
  SELECT coalesce(array_agg(DISTINCT own.id), '{}') FROM (
    SELECT id FROM direct
    UNION ALL
    -- By an array, so that the index on departments finds them: it is asked with every request.
    SELECT a.body_id FROM assignment a WHERE a.ended_at IS NULL AND a.to_body <> a.body_id
      AND a.to_body = ANY (ARRAY(SELECT app.bodies_above(direct.id, app.today()) FROM direct))) own
$$;

-- Rounds of which the asker may see every sheet at this moment: an appraiser from when appraisal opens, as in core/src/rights.
CREATE OR REPLACE FUNCTION app.find_whole_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r.id), '{}') FROM app.in_force() m JOIN round r ON
    (m.role IN ('owner', 'council', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
    OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)
      AND EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'appraisal' AND s.opens <= app.moment()))
$$;

-- The same as found when the transaction began, so that a policy reads them at no cost. Unset, nothing is seen.
CREATE OR REPLACE FUNCTION app.direct_bodies() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.direct_bodies', true), '')::text[] $$;

CREATE OR REPLACE FUNCTION app.own_bodies() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.own_bodies', true), '')::text[] $$;

CREATE OR REPLACE FUNCTION app.whole_rounds() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('app.whole_rounds', true), '')::text[] $$;

-- From here on the transaction acts for this account, at this moment.
CREATE OR REPLACE FUNCTION app.act_as(account uuid, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.account', coalesce(account::text, ''), true);
  PERFORM set_config('app.direct_bodies', app.find_direct_bodies()::text, true), set_config('app.own_bodies', app.find_own_bodies()::text, true),
    set_config('app.whole_rounds', app.find_whole_rounds()::text, true);
END $$;

-- Starts a request: finds who stands behind a session or a token, and says so to the transaction.
CREATE OR REPLACE FUNCTION app.begin_request(session bytea, token bytea, moment timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  found record;
  answer jsonb;
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.account', '', true);
  IF session IS NOT NULL THEN
    SELECT s.id, s.account_id, s.complete_at, s.seen_at, NULL::text[] AS scopes INTO found FROM session s JOIN account a ON a.id = s.account_id AND a.ended_at IS NULL
    WHERE s.token_hash = session AND s.ended_at IS NULL AND s.expires_at > moment AND s.seen_at > moment - interval '60 minutes';
    -- Not each time: people who only look would write as often as they look.
    IF found.id IS NOT NULL AND found.seen_at < moment - interval '5 minutes' THEN
      UPDATE session s SET seen_at = moment WHERE s.id = found.id;
    END IF;
  ELSIF token IS NOT NULL THEN
    SELECT t.id, t.account_id, t.created_at AS complete_at, t.used_at AS seen_at, t.scopes INTO found FROM personal_token t JOIN account a ON a.id = t.account_id AND a.ended_at IS NULL
    WHERE t.token_hash = token AND t.revoked_at IS NULL AND t.expires_at > moment;
    IF found.id IS NOT NULL AND (found.seen_at IS NULL OR found.seen_at < moment - interval '5 minutes') THEN
      UPDATE personal_token t SET used_at = moment WHERE t.id = found.id;
    END IF;
  ELSE
    RETURN NULL;
  END IF;
  IF found.id IS NULL THEN RETURN NULL; END IF;
  -- A token of somebody whose role asks for a second factor serves only where one is enrolled: judged each time, as roles come and go.
  IF found.scopes IS NOT NULL AND (SELECT i.kind FROM installation i) = 'real'
    AND EXISTS (SELECT FROM membership m WHERE m.account_id = found.account_id AND m.role IN ('administrator', 'owner', 'head')
      AND app.runs_on(m.from_date, m.to_date, app.today()))
    AND NOT EXISTS (SELECT FROM credential c WHERE c.account_id = found.account_id AND c.totp_confirmed_at IS NOT NULL) THEN
    found.complete_at := NULL;
  END IF;
  -- Until the second factor has come, the request acts for nobody.
  IF found.complete_at IS NOT NULL THEN
    PERFORM app.act_as(found.account_id, moment);
  END IF;
  SELECT jsonb_build_object(
    'account', a.id, 'name', a.name, 'email', a.email, 'session', found.id, 'complete', found.complete_at IS NOT NULL, 'scopes', found.scopes,
    'memberships', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'body', m.body_id, 'role', m.role)), '[]') FROM app.in_force() m))
  INTO answer FROM account a WHERE a.id = found.account_id;
  RETURN answer;
END $$;

GRANT EXECUTE ON FUNCTION app.account, app.moment, app.today, app.runs_on TO parindex_app, parindex_jobs, parindex_retention;
GRANT EXECUTE ON FUNCTION app.in_force, app.find_direct_bodies, app.find_own_bodies, app.find_whole_rounds, app.direct_bodies, app.own_bodies,
  app.whole_rounds, app.act_as, app.begin_request TO parindex_app;
