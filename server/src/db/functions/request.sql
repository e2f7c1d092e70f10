-- Who asks, and when: found at the start of each transaction from the secret presented, and said to it under a seal (decision 0048).

-- The seal of a message, which nobody can make who cannot read the key. The key stands on both sides: who has one seal could else lengthen what it seals.
-- It is read by itself, and not within the hash: what PostgreSQL need not plan as a query costs a third.
CREATE OR REPLACE FUNCTION app.seal_of(said text) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  k bytea;
BEGIN
  SELECT key INTO k FROM identity_key;
  RETURN encode(sha256(k || convert_to(said, 'UTF8') || k), 'hex');
END $$;

-- An identity as it is sealed: it holds in its own transaction, at the moment that was said, and nowhere else. The moment is a setting
-- that anybody may write: its length keeps it from running into what follows.
CREATE OR REPLACE FUNCTION app.said_here(said text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT 'identity ' || pg_backend_pid() || ' ' || extract(epoch FROM transaction_timestamp()) || ' ' || length(current_setting('app.moment')) || ' ' || current_setting('app.moment') || said
$$;

-- The asker, the bodies in which they are a clerk or head, the sheets that they work on, the rounds of which they see every sheet, and by what they came in: session, token or a word of sign-on's; null without a right seal.
-- Policies ask it several times with every query.
CREATE OR REPLACE FUNCTION app.identity() RETURNS text[] LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  said constant text := current_setting('app.identity', true);
  k bytea;
BEGIN
  IF said IS NULL OR said = '' THEN RETURN NULL; END IF;
  SELECT key INTO k FROM identity_key;
  IF left(said, 64) = encode(sha256(k || convert_to(app.said_here(substr(said, 65)), 'UTF8') || k), 'hex') THEN RETURN substr(said, 65)::text[]; END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT (app.identity())[1]::uuid $$;

-- Whether the request came by a token: what opens an entrance or gives power is asked for by a person (decisions 0048, 0049).
CREATE OR REPLACE FUNCTION app.is_by_token() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT coalesce((app.identity())[5] = 'token', false) $$;

CREATE OR REPLACE FUNCTION app.moment() RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('app.moment', true), '')::timestamptz, now())
$$;

CREATE OR REPLACE FUNCTION app.today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT (app.moment() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;

-- Whether what runs from one day to another, both included, runs on a day.
CREATE OR REPLACE FUNCTION app.runs_on(from_date date, to_date date, on_day date) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT from_date <= on_day AND (to_date IS NULL OR to_date >= on_day)
$$;

-- Memberships in force today of an account. Without SET or SECURITY DEFINER, so that PostgreSQL puts the text in the place of the call: the functions
-- below, which read with the owner's rights, ask it with every request. Policies rely on those and do not apply inside them.
CREATE OR REPLACE FUNCTION app.in_force_of(account uuid) RETURNS SETOF membership LANGUAGE sql STABLE AS $$
  SELECT m.* FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE m.account_id = in_force_of.account AND app.runs_on(m.from_date, m.to_date, app.today())
$$;

-- Somebody as the server is told of them, the bodies in which they are a clerk or head, and whether they hold a role that may show them whole rounds.
CREATE OR REPLACE FUNCTION app.find_person(account uuid) RETURNS TABLE (name text, email text, memberships jsonb, direct text[], oversees boolean) LANGUAGE sql STABLE AS $$
  SELECT a.name, a.email, coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'body', m.body_id, 'role', m.role)) FILTER (WHERE m.id IS NOT NULL), '[]'),
    coalesce(array_agg(DISTINCT m.body_id) FILTER (WHERE m.role IN ('clerk', 'head')), '{}'),
    coalesce(bool_or(m.role IN ('owner', 'council', 'auditor', 'appraiser')), false)
  FROM account a LEFT JOIN membership m ON m.account_id = a.id AND a.ended_at IS NULL AND app.runs_on(m.from_date, m.to_date, app.today())
  WHERE a.id = find_person.account GROUP BY a.id
$$;

-- Sheets that people of these bodies work on, as round/body: those of the bodies, and those of which one of them, or a body above it, was assigned items.
-- Planned once: planning costs three times what it does.
CREATE OR REPLACE FUNCTION app.find_own_sheets_of(bodies text[]) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, app, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  WITH direct AS (SELECT unnest(bodies) AS id)
  SELECT coalesce(array_agg(DISTINCT own.round_id || '/' || own.body_id), '{}') FROM (
    -- By arrays, so that the indexes on bodies and departments find them: it is asked with every request.
    SELECT p.round_id, p.body_id FROM participant p WHERE p.body_id = ANY (ARRAY(SELECT id FROM direct))
    UNION ALL
    SELECT a.round_id, a.body_id FROM assignment a WHERE a.ended_at IS NULL AND a.to_body <> a.body_id
      AND a.to_body = ANY (ARRAY(SELECT app.bodies_above(direct.id, app.today()) FROM direct))) own
$$;

-- Rounds of which somebody may see every sheet at this moment: an appraiser from when appraisal opens, as in core/src/rights.
CREATE OR REPLACE FUNCTION app.find_whole_rounds_of(account uuid) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r.id), '{}') FROM app.in_force_of(account) m JOIN round r ON
    (m.role IN ('owner', 'council', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
    OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)
      AND EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'appraisal' AND s.opens <= app.moment()))
$$;

-- The same of whoever asks.
CREATE OR REPLACE FUNCTION app.in_force() RETURNS SETOF membership LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT * FROM app.in_force_of(app.account())
$$;

CREATE OR REPLACE FUNCTION app.find_own_sheets() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.find_own_sheets_of(p.direct) FROM app.find_person(app.account()) p
$$;

CREATE OR REPLACE FUNCTION app.find_whole_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.find_whole_rounds_of(app.account())
$$;

-- The same as found when the transaction began, so that a policy reads them at no cost. Unset, nothing is seen.
CREATE OR REPLACE FUNCTION app.direct_bodies() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT (app.identity())[2]::text[] $$;

CREATE OR REPLACE FUNCTION app.own_sheets() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT (app.identity())[3]::text[] $$;

CREATE OR REPLACE FUNCTION app.whole_rounds() RETURNS text[] LANGUAGE sql STABLE AS $$ SELECT (app.identity())[4]::text[] $$;

-- From here on the transaction acts for this account, whose bodies and roles find_person tells, at this moment and let in by this; for nobody where it is null.
-- Granted to nobody: called by the functions below, which judge a secret.
CREATE OR REPLACE FUNCTION app.act_as(account uuid, direct text[], oversees boolean, moment timestamptz, entrance text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  said text;
BEGIN
  PERFORM set_config('app.moment', to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), true), set_config('app.identity', '', true);
  IF account IS NULL THEN RETURN; END IF;
  said := ARRAY[account::text, direct::text, CASE WHEN direct = '{}' THEN '{}' ELSE app.find_own_sheets_of(direct)::text END,
    CASE WHEN oversees THEN app.find_whole_rounds_of(account)::text ELSE '{}' END, entrance]::text;
  PERFORM set_config('app.identity', app.seal_of(app.said_here(said)) || said, true);
END $$;

-- Roles of somebody that have ended since a moment: by their last day, or by an act that set one that was over. What was begun in such a role ends with it.
CREATE OR REPLACE FUNCTION app.roles_ended_since(account uuid, since timestamptz, today date) RETURNS SETOF membership LANGUAGE sql STABLE AS $$
  SELECT m.* FROM membership m WHERE m.account_id = roles_ended_since.account AND m.to_date < roles_ended_since.today
    AND greatest((m.to_date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh', m.ended_at) > since
$$;

-- The sessions that let their person in at a moment: neither they have ended, nor the account, nor any role of the person since they began, and they have not rested too long. Said here alone.
CREATE OR REPLACE FUNCTION app.open_sessions(at timestamptz) RETURNS SETOF session LANGUAGE sql STABLE AS $$
  SELECT s.* FROM session s JOIN account a ON a.id = s.account_id AND a.ended_at IS NULL
  WHERE s.ended_at IS NULL AND s.expires_at > open_sessions.at AND s.seen_at > open_sessions.at - make_interval(secs => s.idle_seconds)
    AND NOT EXISTS (SELECT FROM app.roles_ended_since(s.account_id, s.created_at, (open_sessions.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date))
$$;

CREATE OR REPLACE FUNCTION app.is_session_open(wanted uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.open_sessions(is_session_open.at) s WHERE s.id = wanted)
$$;

-- Why a session lets nobody in any more: told to whoever holds its cookie, and to nobody else, as only its hash finds it. Absent: it is open, or there is nothing that says why.
CREATE OR REPLACE FUNCTION app.why_session_ended(held bytea, at timestamptz) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN s.ended_for IS NOT NULL THEN s.ended_for
    WHEN s.ended_at IS NOT NULL THEN (SELECT CASE WHEN u.act IN ('password.change', 'link.use') THEN 'password' WHEN starts_with(u.act, 'secondFactor.') THEN 'secondFactor'
        WHEN u.actor = s.account_id THEN 'elsewhere' ELSE 'administrator' END
      FROM audit u WHERE u.subject = 'account:' || s.account_id AND u.at = s.ended_at::timestamptz(3)
        AND (u.act IN ('password.change', 'link.use', 'session.end', 'session.endAll', 'person.reset') OR starts_with(u.act, 'secondFactor.')) ORDER BY u.n DESC LIMIT 1)
    WHEN EXISTS (SELECT FROM app.roles_ended_since(s.account_id, s.created_at, (why_session_ended.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date)) THEN 'roleEnded'
    WHEN s.seen_at <= why_session_ended.at - make_interval(secs => s.idle_seconds) AND s.seen_at + make_interval(secs => s.idle_seconds) < s.expires_at THEN 'rested'
    WHEN s.expires_at <= why_session_ended.at THEN 'longest' END
  FROM session s WHERE s.token_hash = why_session_ended.held
$$;

-- Of what somebody was let in by, sessions and tokens, what lets nobody in any more: for streams, which outlast the request that opened them.
CREATE OR REPLACE FUNCTION app.entrances_ended(ids uuid[], at timestamptz) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(i), '{}') FROM unnest(ids) AS t (i)
  WHERE NOT app.is_session_open(i, at)
    AND NOT EXISTS (SELECT FROM personal_token p JOIN account a ON a.id = p.account_id AND a.ended_at IS NULL
      WHERE p.id = i AND p.revoked_at IS NULL AND p.expires_at > at)
$$;

-- Roles whose holders have a second factor, as in core/src/rights.
CREATE OR REPLACE FUNCTION app.roles_with_second_factor() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$
  SELECT ARRAY['administrator', 'owner', 'head', 'appraiser', 'council', 'auditor']
$$;

-- What PostgreSQL ends by itself, so that a server that vanished without a word holds no lock. An operator's own settings stay.
CREATE OR REPLACE FUNCTION app.limit_waiting() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('lock_timeout') = '0' THEN PERFORM set_config('lock_timeout', '10s', true); END IF;
  IF current_setting('idle_in_transaction_session_timeout') = '0' THEN PERFORM set_config('idle_in_transaction_session_timeout', '60s', true); END IF;
END $$;

-- Of a request besides, so that no slow statement holds a connection.
CREATE OR REPLACE FUNCTION app.limit_transaction() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM app.limit_waiting();
  IF current_setting('statement_timeout') = '0' THEN PERFORM set_config('statement_timeout', '30s', true); END IF;
END $$;

-- Starts a request: finds who stands behind a session or a token, and says so to the transaction, which only reads from then on where that is all it is for.
-- What a server asks by itself, for a board that stands open, is no use of a session: it rests meanwhile.
CREATE OR REPLACE FUNCTION app.begin_request(session bytea, token bytea, moment timestamptz, only_reads boolean, unattended boolean DEFAULT false) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  found record;
  person record;
  complete boolean;
BEGIN
  PERFORM app.limit_transaction();
  PERFORM app.act_as(NULL, NULL, NULL, moment, NULL);
  IF session IS NOT NULL THEN
    SELECT s.id, s.account_id, s.complete_at, s.seen_at, s.confirmed_at, NULL::text[] AS scopes INTO found FROM app.open_sessions(moment) s WHERE s.token_hash = session;
    -- Not each time: people who only look would write as often as they look.
    IF found.id IS NOT NULL AND NOT unattended AND found.seen_at < moment - interval '5 minutes' THEN
      UPDATE session s SET seen_at = moment WHERE s.id = found.id;
    END IF;
  ELSIF token IS NOT NULL THEN
    SELECT t.id, t.account_id, t.created_at AS complete_at, t.used_at AS seen_at, NULL::timestamptz AS confirmed_at, t.scopes INTO found FROM personal_token t JOIN account a ON a.id = t.account_id AND a.ended_at IS NULL
    WHERE t.token_hash = token AND t.revoked_at IS NULL AND t.expires_at > moment;
    IF found.id IS NOT NULL AND (found.seen_at IS NULL OR found.seen_at < moment - interval '5 minutes') THEN
      UPDATE personal_token t SET used_at = moment WHERE t.id = found.id;
    END IF;
  END IF;
  IF only_reads THEN PERFORM set_config('transaction_read_only', 'on', true); END IF;
  IF found IS NULL THEN RETURN NULL; END IF;
  -- A token of somebody whose role asks for a second factor serves only where one is enrolled: judged each time, as roles come and go.
  complete := found.complete_at IS NOT NULL AND NOT (found.scopes IS NOT NULL AND (SELECT i.kind FROM installation i) = 'real'
    AND EXISTS (SELECT FROM app.in_force_of(found.account_id) m WHERE m.role = ANY (app.roles_with_second_factor()))
    AND NOT app.has_second_factor(found.account_id));
  SELECT * INTO person FROM app.find_person(found.account_id);
  -- Until the second factor has come, the request acts for nobody.
  IF complete THEN PERFORM app.act_as(found.account_id, person.direct, person.oversees, moment, CASE WHEN session IS NOT NULL THEN 'session' ELSE 'token' END); END IF;
  RETURN jsonb_build_object('account', found.account_id, 'name', person.name, 'email', person.email, 'session', found.id, 'complete', complete,
    'confirmedAt', found.confirmed_at, 'scopes', found.scopes, 'memberships', person.memberships);
END $$;

-- A word by which the serving role may act for an account within a minute, for work in somebody's name that has no secret of theirs (the watched folder).
-- It is for the sign-on role to give, which says who somebody is.
CREATE OR REPLACE FUNCTION app.vouch_for(account uuid) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  said constant text := account || ' ' || extract(epoch FROM clock_timestamp() + interval '1 minute');
BEGIN
  RETURN app.seal_of('vouched ' || said) || said;
END $$;

-- From here on the transaction acts for whom the word names; for nobody where it is not a right one any more.
CREATE OR REPLACE FUNCTION app.begin_vouched(word text, moment timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  said constant text := substr(word, 65);
  right_word constant boolean := left(word, 64) = app.seal_of('vouched ' || said);
  account constant uuid := CASE WHEN right_word AND split_part(said, ' ', 2)::numeric > extract(epoch FROM clock_timestamp()) THEN split_part(said, ' ', 1)::uuid END;
  person record;
BEGIN
  PERFORM app.limit_transaction();
  PERFORM app.act_as(NULL, NULL, NULL, moment, NULL);
  SELECT * INTO person FROM app.find_person(account);
  PERFORM app.act_as(account, person.direct, person.oversees, moment, 'word');
END $$;

GRANT EXECUTE ON FUNCTION app.account, app.moment, app.today, app.runs_on, app.said_here, app.identity TO parindex_app, parindex_sign_on, parindex_jobs, parindex_retention;
GRANT EXECUTE ON FUNCTION app.is_by_token, app.in_force, app.find_own_sheets, app.find_whole_rounds, app.direct_bodies, app.own_sheets, app.whole_rounds,
  app.begin_vouched, app.entrances_ended TO parindex_app;
GRANT EXECUTE ON FUNCTION app.is_session_open TO parindex_app, parindex_sign_on;
GRANT EXECUTE ON FUNCTION app.why_session_ended TO parindex_sign_on;
GRANT EXECUTE ON FUNCTION app.begin_request TO parindex_app, parindex_sign_on;
GRANT EXECUTE ON FUNCTION app.limit_waiting TO parindex_jobs, parindex_retention;
GRANT EXECUTE ON FUNCTION app.vouch_for TO parindex_sign_on;
