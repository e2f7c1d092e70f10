-- Closing a round, and undoing that: one person asks, another decides. The database judges both (decisions 0052, 0068).

-- The serving role neither closes a round nor opens one that was closed: it asks app.decide_round_request, which judges two persons.
-- And what was opened is no draft again, of which bodies and calendar are changed without a word; nor does a round begin otherwise than as a draft.
CREATE OR REPLACE FUNCTION app.refuse_closing_alone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'parindex_app' AND 'closed' IN (NEW.state, CASE WHEN TG_OP = 'UPDATE' THEN OLD.state END) THEN
    RAISE EXCEPTION 'closing round % takes two persons', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = 'parindex_app' AND TG_OP = 'INSERT' THEN
    RAISE EXCEPTION 'round % begins as a draft', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = 'parindex_app' AND NEW.state = 'draft' THEN
    RAISE EXCEPTION 'round % was opened and is no draft again', NEW.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Whether a round can go this way now: it is open; or it was closed, and the step in which it is published has not opened.
CREATE OR REPLACE FUNCTION app.can_request_of_round(kind text, round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r WHERE r.id = can_request_of_round.round AND CASE can_request_of_round.kind
    WHEN 'close' THEN r.state = 'open'
    ELSE r.state = 'closed' AND NOT EXISTS (SELECT FROM round_step s WHERE s.round_id = r.id AND s.step = 'publication' AND s.opens <= app.moment()) END)
$$;

-- By an owner of the round; of one round one request waits at a time.
CREATE OR REPLACE FUNCTION app.may_ask_round_request(kind text, round text, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.can_request_of_round(may_ask_round_request.kind, may_ask_round_request.round) AND NOT app.is_by_token()
    AND EXISTS (SELECT FROM app.own_office(may_ask_round_request.office) o JOIN round r ON r.owner_body = o.body_id WHERE o.role = 'owner' AND r.id = may_ask_round_request.round)
    AND NOT EXISTS (SELECT FROM round_request q WHERE q.round_id = may_ask_round_request.round AND q.decision IS NULL AND q.lapses_at > app.moment())
$$;

-- As the second person of a request about a round.
CREATE OR REPLACE FUNCTION app.why_not_second_of_round(q round_request, m membership) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.why_not_second_of_owner((SELECT r.owner_body FROM round r WHERE r.id = q.round_id), q.asked_by, q.asked_office, q.asked_at, m)
$$;

-- The same of a request and an office of whoever asks.
CREATE OR REPLACE FUNCTION app.why_not_decided_of_round(wanted uuid, office uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN q.decision IS NOT NULL OR q.lapses_at <= app.moment() THEN 'over'
    WHEN app.is_by_token() OR NOT EXISTS (SELECT FROM app.own_office(why_not_decided_of_round.office)) THEN 'otherPerson'
    ELSE (SELECT app.why_not_second_of_round(q, m) FROM membership m WHERE m.id = why_not_decided_of_round.office) END
  FROM round_request q WHERE q.id = why_not_decided_of_round.wanted
$$;

-- Decides a request, and carries it out.
CREATE OR REPLACE FUNCTION app.decide_round_request(wanted uuid, office uuid, verdict text, said text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  q round_request;
BEGIN
  SELECT * INTO q FROM round_request r WHERE r.id = wanted FOR UPDATE;
  IF q.id IS NULL OR app.why_not_decided_of_round(wanted, office) IS NOT NULL OR verdict NOT IN ('carriedOut', 'refused') THEN
    RAISE EXCEPTION 'request % is not decided by whoever asks', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF verdict = 'carriedOut' THEN
    IF NOT app.can_request_of_round(q.kind, q.round_id) THEN
      RAISE EXCEPTION 'round % has moved on', q.round_id USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE round r SET state = CASE q.kind WHEN 'close' THEN 'closed' ELSE 'open' END, closed_at = CASE q.kind WHEN 'close' THEN app.moment() END, version = r.version + 1
    WHERE r.id = q.round_id;
  END IF;
  UPDATE round_request r SET decision = verdict, note = said, decided_by = app.account(), decided_office = office, decided_at = app.moment() WHERE r.id = wanted;
END $$;

-- Whoever asked stops a request that waits; false where it waits no more.
CREATE OR REPLACE FUNCTION app.stop_round_request(wanted uuid, said text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE round_request r SET decision = 'stopped', note = said, decided_by = app.account(), decided_at = app.moment()
  WHERE r.id = wanted AND r.decision IS NULL AND r.asked_by = app.account();
  RETURN FOUND;
END $$;

-- What is still open in a round beside its steps: for its owners, and for an administrator of the whole installation who may have to decide in their place. Counts, and bodies.
CREATE OR REPLACE FUNCTION app.open_in_round(round text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object(
    'unsent', (SELECT coalesce(jsonb_agg(p.body_id ORDER BY p.position, p.body_id), '[]') FROM participant p WHERE p.round_id = r.id AND p.state <> 'sent'),
    'extended', (SELECT coalesce(jsonb_agg(DISTINCT x.body_id), '[]') FROM extension x WHERE x.round_id = r.id AND x.until > app.moment() AND x.body_id IS NOT NULL),
    'partsWaiting', (SELECT coalesce(jsonb_agg(DISTINCT c.body_id), '[]') FROM part c WHERE c.round_id = r.id AND NOT app.part_counts(c.standing)),
    'threads', (SELECT count(*) FROM comment_thread t WHERE t.round_id = r.id AND t.kind = 'shared' AND t.resolved_at IS NULL),
    'questions', (SELECT count(*) FROM question q WHERE q.round_id = r.id AND q.answer_id IS NULL),
    'deliveries', (SELECT count(*) FROM delivery d WHERE d.round_id = r.id AND d.state = 'pending'),
    'removals', (SELECT count(*) FROM erasure e WHERE e.round_id = r.id AND e.kind = 'removal' AND e.decision IS NULL),
    -- Proposed by one appraiser, and neither confirmed, returned nor taken back.
    'proposed', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', w.body_id, 'verdicts', w.verdicts) ORDER BY w.body_id), '[]')
      FROM (SELECT n.body_id, count(*) AS verdicts FROM entry n WHERE n.round_id = r.id AND n.act = 'appraise' AND n.standing = 'proposed' AND n.cause IS NULL
          AND NOT EXISTS (SELECT FROM entry d WHERE d.round_id = n.round_id AND d.body_id = n.body_id AND d.cause = n.id AND d.act IN ('accept', 'return', 'recall')) GROUP BY n.body_id) w),
    -- What was said last of an item and not taken back, without a conclusion on it.
    'disputes', (SELECT coalesce(jsonb_agg(jsonb_build_object('body', d.body_id, 'item', d.target) ORDER BY d.body_id, d.target), '[]')
      FROM (SELECT DISTINCT ON (n.body_id, n.target) n.body_id, n.target, n.payload_id FROM entry n WHERE n.round_id = r.id AND n.act = 'dispute' ORDER BY n.body_id, n.target, n.seq DESC) d
        JOIN payload l ON l.id = d.payload_id
      WHERE l.content->>'reason.text' IS NOT NULL
        AND NOT EXISTS (SELECT FROM entry c WHERE c.round_id = r.id AND c.body_id = d.body_id AND c.target_kind = 'item' AND c.target = d.target AND c.stage = 'council' AND c.standing = 'effective')),
    'sessions', (SELECT coalesce(jsonb_agg(s.number ORDER BY s.number), '[]') FROM council_session s WHERE s.round_id = r.id AND s.state <> 'concluded'),
    'sealed', (SELECT count(DISTINCT e.body_id) FROM estimate e WHERE e.round_id = r.id AND NOT app.estimates_released(r.id)))
  FROM round r WHERE r.id = open_in_round.round AND (app.runs_round(r.id) OR app.administers(NULL))
$$;

GRANT EXECUTE ON FUNCTION app.can_request_of_round, app.may_ask_round_request, app.why_not_decided_of_round, app.decide_round_request, app.stop_round_request, app.open_in_round TO parindex_app;
