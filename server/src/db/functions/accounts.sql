-- Names of people, for histories and registers; nothing else of them.
CREATE OR REPLACE FUNCTION app.person_names(ids uuid[]) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name FROM account a WHERE a.id = ANY (ids) AND app.account() IS NOT NULL
$$;

-- In what office somebody acted: the role and the body of a membership, for histories.
CREATE OR REPLACE FUNCTION app.offices(ids uuid[]) RETURNS TABLE (id uuid, role text, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.id, m.role, m.body_id FROM membership m WHERE m.id = ANY (ids) AND app.account() IS NOT NULL
$$;

-- Whether somebody has a second factor of either kind: a device of codes, or a security key. Granted to nobody.
CREATE OR REPLACE FUNCTION app.has_second_factor(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM credential c WHERE c.account_id = person AND c.totp_confirmed_at IS NOT NULL)
    OR EXISTS (SELECT FROM security_key k WHERE k.account_id = person)
$$;

-- Whether people can sign on, and how: never by what.
CREATE OR REPLACE FUNCTION app.sign_on_state(ids uuid[]) RETURNS TABLE (id uuid, has_password boolean, has_second_factor boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.account_id, c.password_hash IS NOT NULL, app.has_second_factor(c.account_id) FROM credential c
  WHERE c.account_id = ANY (ids) AND (c.account_id = app.account() OR app.has_role('administrator', 'auditor'))
$$;

-- When the asker's own password was set and second factor confirmed, and how many of their sign-ins in a row were refused.
CREATE OR REPLACE FUNCTION app.own_sign_on() RETURNS TABLE (password_set_at timestamptz, second_factor_confirmed_at timestamptz, refused integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT c.password_set_at, c.totp_confirmed_at, coalesce(s.failures, 0) FROM account a LEFT JOIN credential c ON c.account_id = a.id
    LEFT JOIN sign_in_slowing s ON s.who = encode(sha256(convert_to(a.email, 'UTF8')), 'hex') AND s.kind = 'password'
  WHERE a.id = app.account()
$$;

-- Takes somebody's second factor away, so that they enrol anew; answers whether there was one. Granted to nobody: called where two persons have decided it.
CREATE OR REPLACE FUNCTION app.drop_second_factor(person uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE had boolean;
BEGIN
  PERFORM FROM credential c WHERE c.account_id = person FOR UPDATE;
  had := app.has_second_factor(person);
  UPDATE credential c SET totp_secret = NULL, totp_confirmed_at = NULL, totp_candidate = NULL, totp_last_step = NULL WHERE c.account_id = person;
  DELETE FROM security_key k WHERE k.account_id = person;
  DELETE FROM recovery_code r WHERE r.account_id = person;
  RETURN had;
END $$;

-- Sheets of rounds that are open on which a person has worked: where and when, never what. For handovers.
CREATE OR REPLACE FUNCTION app.work_of(person uuid) RETURNS TABLE (round_id text, round_title text, body_id text, entries integer, last_seq integer, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT r.id, r.title, n.body_id, count(*)::integer, max(n.seq), max(n.received_at) FROM entry n JOIN round r ON r.id = n.round_id AND r.state = 'open'
  WHERE n.actor = person AND (person = app.account() OR app.has_role('administrator')) GROUP BY r.id, r.title, n.body_id
$$;

-- How many documents the giver of a handover brought into the libraries of its sheets: a count, for whoever may read the handover.
CREATE OR REPLACE FUNCTION app.documents_handed_over(handover uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT count(*)::integer FROM handover h CROSS JOIN jsonb_array_elements(h.record->'sheets') s
    JOIN document d ON d.round_id = s->'round'->>'id' AND d.body_id = s->'body'->>'id' AND d.withdrawn_at IS NULL AND d.gone_at IS NULL
  WHERE h.id = documents_handed_over.handover AND (h.from_account = app.account() OR h.to_account = app.account() OR app.has_role('administrator', 'auditor'))
    AND EXISTS (SELECT FROM document_version v WHERE v.document_id = d.id AND v.uploaded_by = h.from_account)
$$;

-- What somebody has written and done, for the copy of their own data that the law gives them.
CREATE OR REPLACE FUNCTION app.my_entries() RETURNS TABLE (id uuid, round_id text, body_id text, seq integer, act text, received_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT n.id, n.round_id, n.body_id, n.seq, n.act, n.received_at FROM entry n WHERE n.actor = app.account()
$$;

CREATE OR REPLACE FUNCTION app.my_acts() RETURNS TABLE (n bigint, at timestamptz, act text, subject text, round_id text, body_id text, content jsonb, more jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH mine AS MATERIALIZED (SELECT * FROM audit u WHERE u.actor = app.account())
  SELECT u.n, u.at, u.act, u.subject, u.round_id, u.body_id, u.content,
    CASE WHEN u.subject <> ALL ((SELECT app.withheld_subjects(array_agg(DISTINCT m.subject), false) FROM mine m)::text[]) THEN p.content END
  FROM mine u LEFT JOIN payload p ON p.id = u.payload_id
$$;

GRANT EXECUTE ON FUNCTION app.person_names, app.offices, app.sign_on_state, app.own_sign_on, app.work_of, app.documents_handed_over, app.my_entries,
  app.my_acts TO parindex_app;
GRANT EXECUTE ON FUNCTION app.sign_on_state TO parindex_sign_on;
