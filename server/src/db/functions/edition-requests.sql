-- Adopting an edition, and withdrawing one: one person asks, another decides. The database judges both (decisions 0052, 0145).

-- The serving role neither adopts an edition nor withdraws one: it asks app.decide_edition_request, which judges two persons.
CREATE OR REPLACE FUNCTION app.refuse_adopting_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'parindex_app' THEN
    RAISE EXCEPTION 'adopting or withdrawing edition % takes two persons', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whose drafts the asker reads: of the bodies in which they hold a role; all of whoever administers or audits the whole.
CREATE OR REPLACE FUNCTION app.owners_of_readable_editions() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(m.body_id) FILTER (WHERE m.body_id IS NOT NULL), '{}')
    || CASE WHEN bool_or(m.body_id IS NULL) THEN ARRAY(SELECT DISTINCT e.owner_body FROM edition e WHERE e.owner_body IS NOT NULL) ELSE '{}' END FROM app.in_force() m
$$;

-- Whether an edition can go this way now: a draft of some body is adopted, what is adopted and holds is withdrawn.
CREATE OR REPLACE FUNCTION app.can_request_of_edition(kind text, edition text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM edition e WHERE e.id = can_request_of_edition.edition AND e.owner_body IS NOT NULL
    AND CASE can_request_of_edition.kind WHEN 'adopt' THEN e.state = 'draft' ELSE e.state = 'adopted' AND e.withdrawn_at IS NULL END)
$$;

-- By an owner of the body that wrote it; of one edition one request waits at a time.
CREATE OR REPLACE FUNCTION app.may_ask_edition_request(kind text, edition text, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.can_request_of_edition(may_ask_edition_request.kind, may_ask_edition_request.edition) AND NOT app.is_by_token()
    AND EXISTS (SELECT FROM app.own_office(may_ask_edition_request.office) o JOIN edition e ON e.owner_body = o.body_id WHERE o.role = 'owner' AND e.id = may_ask_edition_request.edition)
    AND NOT EXISTS (SELECT FROM edition_request q JOIN edition e ON e.id = q.edition_id WHERE q.edition_id = may_ask_edition_request.edition AND q.decision IS NULL
      AND q.lapses_at > app.moment() AND q.edition_version = e.version)
$$;

-- Why whoever holds a role may not decide by it; null: they may. Another owner of the body; an administrator of the whole installation only where no other owner could.
CREATE OR REPLACE FUNCTION app.why_not_second_of_edition(q edition_request, m membership) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.why_not_second_of_owner((SELECT e.owner_body FROM edition e WHERE e.id = q.edition_id), q.asked_by, q.asked_office, q.asked_at, m)
$$;

-- The same of a request and an office of whoever asks.
CREATE OR REPLACE FUNCTION app.why_not_decided_of_edition(wanted uuid, office uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN q.decision IS NOT NULL OR q.lapses_at <= app.moment() THEN 'over'
    WHEN app.is_by_token() OR NOT EXISTS (SELECT FROM app.own_office(why_not_decided_of_edition.office)) THEN 'otherPerson'
    ELSE (SELECT app.why_not_second_of_edition(q, m) FROM membership m WHERE m.id = why_not_decided_of_edition.office) END
  FROM edition_request q WHERE q.id = why_not_decided_of_edition.wanted
$$;

-- Decides a request, and carries it out. Of an adoption the server brings what it made of the texts: the normal form with its hash, how many cases came out, its signature.
CREATE OR REPLACE FUNCTION app.decide_edition_request(wanted uuid, office uuid, verdict text, said text, form json, form_hash text, passed integer, by_key text, signed bytea)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  q edition_request;
  e edition;
BEGIN
  SELECT * INTO q FROM edition_request r WHERE r.id = wanted FOR UPDATE;
  IF q.id IS NULL OR app.why_not_decided_of_edition(wanted, office) IS NOT NULL OR verdict NOT IN ('carriedOut', 'refused') THEN
    RAISE EXCEPTION 'request % is not decided by whoever asks', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF verdict = 'carriedOut' THEN
    SELECT * INTO e FROM edition x WHERE x.id = q.edition_id FOR UPDATE;
    IF NOT app.can_request_of_edition(q.kind, q.edition_id) OR e.version <> q.edition_version OR (q.kind = 'adopt') IS DISTINCT FROM (signed IS NOT NULL) THEN
      RAISE EXCEPTION 'edition % has moved on', q.edition_id USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF q.kind = 'adopt' THEN
      DELETE FROM edition_change c WHERE c.edition_id = q.edition_id;
      UPDATE edition x SET state = 'adopted', scheme = form, hash = form_hash, cases_run = passed, effective_from = q.effective_from, effective_to = q.effective_to,
        decision_number = q.decision_number, decision_date = q.decision_date, decision_file = q.file_id, signing_key = by_key, signature = signed,
        adopted_by = app.account(), adopted_at = app.moment(), version = x.version + 1
      WHERE x.id = q.edition_id;
    ELSE
      UPDATE edition x SET withdrawn_at = app.moment(), withdrawal_number = q.decision_number, withdrawal_date = q.decision_date, withdrawal_file = q.file_id,
        replaced_by = q.replaced_by, version = x.version + 1
      WHERE x.id = q.edition_id;
    END IF;
  END IF;
  UPDATE edition_request r SET decision = verdict, note = said, decided_by = app.account(), decided_office = office, decided_at = app.moment() WHERE r.id = wanted;
END $$;

-- Whoever asked stops a request that waits; false where it waits no more.
CREATE OR REPLACE FUNCTION app.stop_edition_request(wanted uuid, said text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE edition_request r SET decision = 'stopped', note = said, decided_by = app.account(), decided_at = app.moment()
  WHERE r.id = wanted AND r.decision IS NULL AND r.asked_by = app.account();
  RETURN FOUND;
END $$;

GRANT EXECUTE ON FUNCTION app.owners_of_readable_editions, app.can_request_of_edition, app.may_ask_edition_request, app.why_not_decided_of_edition, app.decide_edition_request,
  app.stop_edition_request TO parindex_app;
