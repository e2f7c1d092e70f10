-- What takes two persons: one asks, another decides, and never whom it concerns. The database judges both (decision 0052).

-- Roles that decide, read all or give rights: those whose holders have a second factor.
CREATE OR REPLACE FUNCTION app.is_deciding(role text) RETURNS boolean LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT role = ANY (app.roles_with_second_factor())
$$;

CREATE OR REPLACE FUNCTION app.has_password(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM credential c WHERE c.account_id = person AND c.password_hash IS NOT NULL)
$$;

CREATE OR REPLACE FUNCTION app.ever_had_password(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM credential c WHERE c.account_id = person AND num_nonnulls(c.password_hash, c.password_set_at) > 0)
$$;

-- Whether a link is in two halves: it was made by the decision on a request.
CREATE OR REPLACE FUNCTION app.is_halved(link one_time_link) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account_request r WHERE r.account_id = link.account_id AND r.decision = 'carriedOut' AND r.decided_by = link.created_by AND r.decided_at = link.created_at)
$$;

-- Whether the password of an account came by a link that one person alone had in hand; one that the operator made counts for none.
CREATE OR REPLACE FUNCTION app.opened_alone(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce((SELECT l.created_by IS NOT NULL AND NOT app.is_halved(l) FROM one_time_link l
    WHERE l.account_id = person AND l.used_at IS NOT NULL ORDER BY l.used_at DESC LIMIT 1), false) AND app.has_password(person)
$$;

-- Whether a role that decides comes with a link in two halves: its holder has no password, or one that somebody else may know.
CREATE OR REPLACE FUNCTION app.opens_by_two(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT app.has_password(person) OR app.opened_alone(person)
$$;

-- Whether the asker administers the whole installation, and nobody else ever could: they make the second administrator alone. Ending somebody does not lead back here, whatever day is set.
CREATE OR REPLACE FUNCTION app.is_only_administrator() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.administers(NULL) AND NOT EXISTS (SELECT FROM membership m WHERE m.role = 'administrator' AND m.body_id IS NULL AND m.account_id <> app.account()
    AND app.ever_had_password(m.account_id))
$$;

-- How many people can sign on now as administrator of the whole installation: two of them decide what takes two persons.
CREATE OR REPLACE FUNCTION app.count_administrators() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT count(DISTINCT a.id)::integer FROM account a JOIN membership m ON m.account_id = a.id AND m.role = 'administrator' AND m.body_id IS NULL
    AND app.runs_on(m.from_date, m.to_date, app.today())
  WHERE a.ended_at IS NULL AND app.has_password(a.id)
$$;

-- Whether opening this account, or changing where its person is told of it, takes two persons: it is in use, or holds or may soon hold a role that decides.
CREATE OR REPLACE FUNCTION app.takes_two(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.has_password(person)
    OR EXISTS (SELECT FROM membership m WHERE m.account_id = person AND app.is_deciding(m.role) AND (m.to_date IS NULL OR m.to_date >= app.today()))
    OR EXISTS (SELECT FROM account_request r WHERE r.account_id = person AND r.kind = 'membership' AND r.decision IS NULL AND r.lapses_at > app.moment())
$$;

-- Whether one person may make a link to open this account: where it takes no two; and the only administrator that of the second one.
CREATE OR REPLACE FUNCTION app.may_link_alone(person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT app.takes_two(person) OR (app.is_only_administrator() AND NOT app.has_password(person)
    AND EXISTS (SELECT FROM membership m WHERE m.account_id = person AND m.role = 'administrator' AND m.body_id IS NULL AND (m.to_date IS NULL OR m.to_date >= app.today()))
    AND NOT EXISTS (SELECT FROM membership m WHERE m.account_id = person AND app.is_deciding(m.role) AND (m.role <> 'administrator' OR m.body_id IS NOT NULL)
      AND (m.to_date IS NULL OR m.to_date >= app.today())))
$$;

-- Whether one person may give this role: never to oneself; one that decides alone where the only administrator makes the second.
CREATE OR REPLACE FUNCTION app.may_give_alone(person uuid, body text, role text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT person <> app.account() AND app.administers(body)
    AND (NOT app.is_deciding(may_give_alone.role) OR (may_give_alone.role = 'administrator' AND body IS NULL AND app.is_only_administrator()))
$$;

-- Whether an office of the asker's administers what a request is about: the body of a role; else all that the person works in.
CREATE OR REPLACE FUNCTION app.reaches_request(kind text, person uuid, body text, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.own_office(reaches_request.office) o WHERE o.role = 'administrator' AND CASE reaches_request.kind
    WHEN 'membership' THEN o.body_id IS NULL OR o.body_id IN (SELECT app.bodies_above(reaches_request.body, app.today()))
    ELSE app.administers_person(person) END)
$$;

-- Nobody asks for a role or a reset of their own; for another address of their own they may, and somebody else decides.
CREATE OR REPLACE FUNCTION app.may_ask_request(kind text, person uuid, body text, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT (may_ask_request.kind = 'email' OR person <> app.account()) AND app.reaches_request(may_ask_request.kind, person, may_ask_request.body, may_ask_request.office)
$$;

-- Whether one of two alone made the other what they are, in this role or with the link by which the other's password was last set: the two may be one person.
CREATE OR REPLACE FUNCTION app.made_alone(maker uuid, made uuid, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership m WHERE m.id = made_alone.office AND m.account_id = made AND m.granted_by = maker AND m.request_id IS NULL AND m.handover_id IS NULL)
    OR (app.opened_alone(made) AND (SELECT l.created_by FROM one_time_link l WHERE l.account_id = made AND l.used_at IS NOT NULL ORDER BY l.used_at DESC LIMIT 1) = maker)
$$;

CREATE OR REPLACE FUNCTION app.are_dependent(one uuid, one_office uuid, other uuid, other_office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.made_alone(one, other, other_office) OR app.made_alone(other, one, one_office)
$$;

-- Who else could decide as an administrator of the whole installation, independent of the asker; whom it concerns never.
CREATE OR REPLACE FUNCTION app.independent_administrator(asker uuid, asker_office uuid, concerned uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
    WHERE m.role = 'administrator' AND m.body_id IS NULL AND app.runs_on(m.from_date, m.to_date, app.today()) AND app.has_password(m.account_id)
      AND m.account_id <> asker AND m.account_id IS DISTINCT FROM concerned AND NOT app.are_dependent(asker, asker_office, m.account_id, m.id))
$$;

-- Whether the asker still holds the office by which it was asked.
CREATE OR REPLACE FUNCTION app.asker_stands(r account_request) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
    WHERE m.id = r.asked_office AND m.account_id = r.asked_by AND app.runs_on(m.from_date, m.to_date, app.today()))
$$;

-- Why whoever decides by this office may not: a restore came between, before which it may have been stopped; the asker is no administrator any more; or one of the two made the other alone while somebody independent could decide.
CREATE OR REPLACE FUNCTION app.why_not_decided(wanted uuid, office uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN EXISTS (SELECT FROM audit u WHERE u.subject = 'installation' AND u.act = 'installation.restore' AND u.at > r.asked_at) THEN 'restored'
    WHEN NOT app.asker_stands(r) THEN 'askerEnded'
    WHEN app.are_dependent(r.asked_by, r.asked_office, app.account(), why_not_decided.office) AND app.independent_administrator(r.asked_by, r.asked_office, r.account_id) THEN 'dependent' END
  FROM account_request r WHERE r.id = why_not_decided.wanted AND app.sees_request(r.kind, r.account_id, r.body_id, r.asked_by)
$$;

-- Never by a token; never whoever asked, never whom it concerns, never whom the asker made alone or who made the asker.
CREATE OR REPLACE FUNCTION app.decides_request(wanted uuid, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account_request r WHERE r.id = decides_request.wanted AND r.decision IS NULL AND r.lapses_at > app.moment()
    AND NOT app.is_by_token() AND r.asked_by <> app.account() AND r.account_id <> app.account() AND app.reaches_request(r.kind, r.account_id, r.body_id, decides_request.office)
    AND app.why_not_decided(r.id, decides_request.office) IS NULL)
$$;

-- Who reads of a request: whom it concerns, who asked, who administers what it is about, and whoever sees the whole trail.
CREATE OR REPLACE FUNCTION app.sees_request(kind text, person uuid, body text, asker uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.account() IN (person, asker) OR app.sees_whole_trail()
    OR CASE sees_request.kind WHEN 'membership' THEN app.administers(sees_request.body) ELSE app.administers_person(person) END
$$;

-- Whether the asker has just asked for this: only then the code belongs to it.
CREATE OR REPLACE FUNCTION app.asks_now(wanted uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account_request r WHERE r.id = wanted AND r.asked_by = app.account() AND r.asked_at = app.moment() AND r.decision IS NULL)
$$;

-- Withdraws the links of an account and makes one in two halves: what it opens by is hashed of both.
CREATE OR REPLACE FUNCTION app.make_halved_link(wanted uuid, person uuid, half bytea) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  code bytea;
  renewed constant boolean := app.has_password(person);
BEGIN
  SELECT c.code_hash INTO code FROM account_request_code c WHERE c.request_id = wanted;
  IF code IS NULL OR half IS NULL THEN RAISE EXCEPTION 'a half of the link of request % is missing', wanted USING ERRCODE = 'insufficient_privilege'; END IF;
  PERFORM FROM account a WHERE a.id = person FOR UPDATE;
  UPDATE one_time_link l SET withdrawn_at = app.moment() WHERE l.account_id = person AND l.used_at IS NULL AND l.withdrawn_at IS NULL;
  INSERT INTO one_time_link (token_hash, purpose, account_id, created_by, created_at, expires_at)
  VALUES (sha256(half || code), CASE WHEN renewed THEN 'reset' ELSE 'invitation' END, person, app.account(), app.moment(),
    app.moment() + CASE WHEN renewed THEN interval '24 hours' ELSE interval '7 days' END);
END $$;

-- Ends all that opens an account: password, second factor, sessions, tokens, known devices. Granted to nobody: called where two persons have decided it.
CREATE OR REPLACE FUNCTION app.shut_account(person uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.drop_second_factor(person);
  UPDATE credential c SET password_hash = NULL WHERE c.account_id = person;
  UPDATE session s SET ended_at = app.moment() WHERE s.account_id = person AND s.ended_at IS NULL;
  UPDATE personal_token t SET revoked_at = app.moment() WHERE t.account_id = person AND t.revoked_at IS NULL;
  DELETE FROM known_device d WHERE d.account_id = person;
END $$;

-- Decides a request, and carries it out. `begun`: the id of the role; `half`: the hash of the decider's half of a link; `sought`: by what a new address is found.
CREATE OR REPLACE FUNCTION app.decide_request(wanted uuid, office uuid, verdict text, said text, begun uuid, half bytea, sought text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  r account_request;
BEGIN
  SELECT * INTO r FROM account_request a WHERE a.id = wanted FOR UPDATE;
  IF NOT app.decides_request(wanted, office) OR verdict NOT IN ('carriedOut', 'refused') THEN
    RAISE EXCEPTION 'request % is not decided by whoever asks', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF verdict = 'carriedOut' THEN
    CASE r.kind
      WHEN 'membership' THEN
        IF EXISTS (SELECT FROM membership m WHERE m.account_id = r.account_id AND m.role = r.role AND m.body_id IS NOT DISTINCT FROM r.body_id
          AND m.from_date <= r.from_date AND coalesce(m.to_date, 'infinity') >= coalesce(r.to_date, 'infinity')) THEN
          RAISE EXCEPTION 'the role of request % is held already', wanted USING ERRCODE = 'insufficient_privilege';
        END IF;
        INSERT INTO membership (id, account_id, body_id, role, from_date, to_date, granted_by, granted_at, request_id)
        VALUES (begun, r.account_id, r.body_id, r.role, r.from_date, r.to_date, app.account(), app.moment(), r.id);
        -- A link that one person made before, or a password set by one, would open more than that person may give.
        IF app.opens_by_two(r.account_id) THEN
          PERFORM app.shut_account(r.account_id);
          PERFORM app.make_halved_link(r.id, r.account_id, half);
        END IF;
      WHEN 'password' THEN
        PERFORM app.make_halved_link(r.id, r.account_id, half);
      WHEN 'secondFactor' THEN
        PERFORM app.drop_second_factor(r.account_id);
      WHEN 'email' THEN
        PERFORM app.tell_by_mail(r.account_id, app.event_of_request(r, 'carriedOut', app.account()), (SELECT a.email FROM account a WHERE a.id = r.account_id));
        UPDATE account a SET email = r.email, search_key = sought, version = a.version + 1 WHERE a.id = r.account_id;
    END CASE;
  END IF;
  UPDATE account_request a SET decision = verdict, note = said, decided_by = app.account(), decided_office = office, decided_at = app.moment() WHERE a.id = wanted;
END $$;

-- Whom it concerns, or who asked, stops a request that waits; false where it waits no more.
CREATE OR REPLACE FUNCTION app.stop_request(wanted uuid, said text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE account_request r SET decision = 'stopped', note = said, decided_by = app.account(), decided_at = app.moment()
  WHERE r.id = wanted AND r.decision IS NULL AND app.account() IN (r.account_id, r.asked_by);
  RETURN FOUND;
END $$;

-- The link of a carried out request, while it opens something.
CREATE OR REPLACE FUNCTION app.is_open_link_of(link one_time_link, r account_request) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT r.decision = 'carriedOut' AND link.account_id = r.account_id AND link.created_by = r.decided_by AND link.created_at = r.decided_at
    AND link.used_at IS NULL AND link.withdrawn_at IS NULL AND link.expires_at > app.moment()
$$;

-- Until when it opens something: told to whom it concerns, and to any administrator of that person's.
CREATE OR REPLACE FUNCTION app.open_link_until(wanted uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT l.expires_at FROM account_request r JOIN one_time_link l ON l.account_id = r.account_id AND app.is_open_link_of(l, r)
  WHERE r.id = wanted AND (r.account_id = app.account() OR (app.has_role('administrator') AND app.administers_person(r.account_id)))
$$;

-- The same withdraw the link of a carried out request; false where none is open. It only takes a key away, so one person does it.
CREATE OR REPLACE FUNCTION app.withdraw_link_of_request(wanted uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  r account_request;
BEGIN
  SELECT * INTO r FROM account_request a WHERE a.id = wanted AND app.open_link_until(wanted) IS NOT NULL;
  UPDATE one_time_link l SET withdrawn_at = app.moment() WHERE l.account_id = r.account_id AND app.is_open_link_of(l, r);
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM app.tell_by_mail(r.account_id, app.event_of_request(r, 'linkStopped', app.account()), NULL);
  RETURN true;
END $$;

-- Of the same, one request waits at a time, and nobody asks for an address that somebody has.
CREATE OR REPLACE FUNCTION app.admit_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  -- A restore brings back what was admitted.
  IF app.account() IS NULL THEN RETURN NEW; END IF;
  PERFORM app.lock_requests_about(NEW.account_id);
  IF EXISTS (SELECT FROM account_request r WHERE r.account_id = NEW.account_id AND r.kind = NEW.kind AND r.role IS NOT DISTINCT FROM NEW.role
    AND r.body_id IS NOT DISTINCT FROM NEW.body_id AND r.decision IS NULL AND r.lapses_at > app.moment()) THEN
    RAISE EXCEPTION 'the same waits already for account %', NEW.account_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF app.is_address_taken(NEW.email) THEN RAISE EXCEPTION 'the address asked for is taken' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;

-- Holds other requests about an account until the transaction ends; for administrators, as whoever has the database's address alone holds nothing.
CREATE OR REPLACE FUNCTION app.lock_requests_about(person uuid) RETURNS void LANGUAGE sql VOLATILE AS $$
  SELECT pg_advisory_xact_lock(hashtextextended('parindex requests about ' || person, 0)) WHERE app.has_role('administrator')
$$;

-- Whether somebody has this address: told to whoever could see it by trying.
CREATE OR REPLACE FUNCTION app.is_address_taken(address text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM account a WHERE a.email = address) AND app.has_role('administrator')
$$;

-- What is asked for withdraws the open links that one person made: whoever holds one would open what only two give.
CREATE OR REPLACE FUNCTION app.withdraw_links_of_one() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  -- A restore brings back what was withdrawn.
  IF app.account() IS NOT NULL THEN
    UPDATE one_time_link l SET withdrawn_at = app.moment()
    WHERE l.account_id = NEW.account_id AND l.used_at IS NULL AND l.withdrawn_at IS NULL AND NOT app.is_halved(l);
  END IF;
  RETURN NULL;
END $$;

-- Puts a mail of somebody's account into the queue, to be sent at once.
CREATE OR REPLACE FUNCTION app.tell_by_mail(person uuid, event jsonb, other_address text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  mail_id constant uuid := gen_random_uuid();
BEGIN
  INSERT INTO mail (id, account_id, day, message_id, next_try, made_at, kind, says, address)
  VALUES (mail_id, person, app.today(), mail_id || '@parindex', app.moment(), app.moment(), 'account', event, other_address);
END $$;

-- What a mail says: as core/src/accounts/account-mail.ts reads it.
CREATE OR REPLACE FUNCTION app.account_event(event text, kind text, role text, body text, email text, by_account uuid, asked_by uuid, reason text, note text, until text) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object('event', event, 'kind', kind, 'role', role, 'email', email, 'reason', reason, 'note', note, 'until', until,
    'body', (SELECT n.full_name FROM body_name n WHERE n.body_id = body ORDER BY n.position DESC LIMIT 1),
    'by', (SELECT a.name FROM account a WHERE a.id = by_account), 'askedBy', (SELECT a.name FROM account a WHERE a.id = asked_by))
$$;

CREATE OR REPLACE FUNCTION app.event_of_request(r account_request, event text, by_account uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.account_event(event_of_request.event, r.kind, r.role, r.body_id, r.email, by_account, r.asked_by, r.reason, r.note,
    to_char(r.lapses_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
$$;

-- Whom a request concerns is told when it is asked for and when it is decided, by the database itself.
CREATE OR REPLACE FUNCTION app.tell_of_request() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  -- A restore brings back what was told.
  IF app.account() IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.decision IS DISTINCT FROM OLD.decision) THEN
    PERFORM app.tell_by_mail(NEW.account_id, app.event_of_request(NEW, coalesce(NEW.decision, 'asked'), coalesce(NEW.decided_by, NEW.asked_by))
      || jsonb_build_object('linkUntil', (SELECT to_char(l.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM one_time_link l WHERE app.is_open_link_of(l, NEW))), NULL);
  END IF;
  RETURN NULL;
END $$;

-- And of a role that decides when one person alone gives it, or somebody else ends it.
CREATE OR REPLACE FUNCTION app.tell_of_role() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF app.is_deciding(NEW.role) AND app.account() <> NEW.account_id AND NEW.request_id IS NULL AND TG_OP = 'INSERT' THEN
    PERFORM app.tell_by_mail(NEW.account_id, app.account_event('roleGiven', 'membership', NEW.role, NEW.body_id, NULL, app.account(), NULL, NULL, NULL, NULL), NULL);
  ELSIF TG_OP = 'UPDATE' AND app.is_deciding(NEW.role) AND app.account() <> NEW.account_id AND NEW.to_date IS DISTINCT FROM OLD.to_date THEN
    PERFORM app.tell_by_mail(NEW.account_id, app.account_event('roleEnded', 'membership', NEW.role, NEW.body_id, NULL, app.account(), NULL, NULL, NULL, NEW.to_date::text), NULL);
  END IF;
  -- Whoever decides in a body is told who else works there from now on.
  IF TG_OP = 'INSERT' AND NEW.body_id IS NOT NULL AND app.account() IS NOT NULL THEN
    PERFORM app.tell_by_mail(h.account_id, app.account_event('roleInBody', 'membership', NEW.role, NEW.body_id, NULL, app.account(), NULL, NULL, NULL, NULL)
        || jsonb_build_object('person', (SELECT a.name FROM account a WHERE a.id = NEW.account_id)), NULL)
      FROM (SELECT DISTINCT m.account_id FROM membership m WHERE m.body_id = NEW.body_id AND m.role IN ('head', 'owner') AND app.runs_on(m.from_date, m.to_date, app.today())
        AND m.account_id NOT IN (NEW.account_id, app.account())) h;
  END IF;
  RETURN NULL;
END $$;

-- A role that lasts longer is a role given: one that decides by two persons, and to oneself none. Whoever serves only shortens them.
CREATE OR REPLACE FUNCTION app.refuse_longer_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'parindex_app' AND coalesce(NEW.to_date, 'infinity') > coalesce(OLD.to_date, 'infinity')
    AND (app.is_deciding(OLD.role) OR OLD.account_id = app.account()) THEN
    RAISE EXCEPTION 'role % is not made longer by one person', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whether enough administrators of the whole installation who can sign on are left when this role ends on that day. Their own end: another who outlasts it.
-- By somebody else's word: two whose role has no end, so that nobody is made alone by one day after the other.
CREATE OR REPLACE FUNCTION app.enough_administrators(ending uuid, last_day date) RETURNS boolean LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT (SELECT count(DISTINCT m.account_id) FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
      WHERE m.id <> e.id AND m.role = 'administrator' AND m.body_id IS NULL AND m.from_date <= app.today() AND app.has_password(m.account_id)
        AND (m.to_date IS NULL OR (e.account_id = app.account() AND m.to_date > enough_administrators.last_day)))
    >= CASE WHEN e.account_id <> app.account() AND app.has_password(e.account_id) THEN 2 ELSE 1 END
  FROM membership e WHERE e.id = enough_administrators.ending
$$;

-- The same, whatever the program asks: one change after another, also of several at once.
CREATE OR REPLACE FUNCTION app.refuse_too_few_administrators() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'parindex_app' AND NEW.role = 'administrator' AND NEW.body_id IS NULL AND coalesce(NEW.to_date, 'infinity') < coalesce(OLD.to_date, 'infinity') THEN
    -- As the program locks them (LOCKS.administrators).
    PERFORM pg_advisory_xact_lock(7061879);
    IF NOT app.enough_administrators(NEW.id, NEW.to_date) THEN
      RAISE EXCEPTION 'too few administrators would be left without role %', NEW.id USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NULL;
END $$;

-- Where somebody is told of their account is changed by two persons, once they use it.
CREATE OR REPLACE FUNCTION app.refuse_other_address() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'parindex_app' AND app.takes_two(OLD.id) THEN
    RAISE EXCEPTION 'the address of account % is not changed by one person', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.lock_requests_about, app.is_address_taken, app.why_not_decided, app.opens_by_two, app.enough_administrators, app.count_administrators, app.is_deciding, app.is_only_administrator, app.takes_two, app.may_link_alone, app.may_give_alone, app.may_ask_request, app.decides_request,
  app.sees_request, app.asks_now, app.decide_request, app.stop_request, app.open_link_until, app.withdraw_link_of_request TO parindex_app;
