-- Sessions of a council, as core/src/council has them: who may be of one, who votes on what, and what is concluded.

-- Whom a session of a round's council is made of: members of the council, and of its secretariat the people of the round's owner; for whoever sees the round whole.
CREATE OR REPLACE FUNCTION app.council_people(round text) RETURNS TABLE (account_id uuid, name text, role text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT a.id, a.name, m.role FROM round r JOIN membership m ON m.body_id = r.owner_body AND m.role IN ('council', 'owner') AND app.runs_on(m.from_date, m.to_date, app.today())
    JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE r.id = council_people.round AND r.id = ANY (app.whole_rounds())
$$;

-- For which body a member of the council works besides, where one is known: the agency by which papers name them.
CREATE OR REPLACE FUNCTION app.agencies_of_council(round text) RETURNS TABLE (account_id uuid, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT ON (p.account_id) p.account_id, m.body_id FROM app.council_people(agencies_of_council.round) p
    JOIN membership m ON m.account_id = p.account_id AND m.role <> 'council' AND m.body_id IS NOT NULL AND app.runs_on(m.from_date, m.to_date, app.today())
  WHERE p.role = 'council' ORDER BY p.account_id, m.from_date DESC, m.body_id
$$;

-- Whether the asker reads what the council of a round does: its members, whoever runs the round, auditors; `rounds` being app.whole_rounds().
CREATE OR REPLACE FUNCTION app.sees_council(round text, rounds text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sees_council.round = ANY (rounds) AND EXISTS (SELECT FROM app.in_force() m JOIN round r ON r.id = sees_council.round
    WHERE m.role IN ('owner', 'council', 'auditor') AND (m.body_id IS NULL OR m.body_id = r.owner_body))
$$;

-- Whether the asker is of the secretariat of a session that is not over.
CREATE OR REPLACE FUNCTION app.leads_session(session uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM council_session s WHERE s.id = leads_session.session AND s.state <> 'concluded' AND s.round_id = ANY (app.find_run_rounds()))
$$;

-- The council of a round as it stands on the day of a session, whoever its secretariat invited; of one that is over, on the day on which it ended. For whoever sees the round whole.
CREATE OR REPLACE FUNCTION app.council_of(session uuid) RETURNS TABLE (account_id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT a.id, a.name
  FROM council_session s JOIN round r ON r.id = s.round_id JOIN membership m ON m.body_id = r.owner_body AND m.role = 'council'
    CROSS JOIN LATERAL (SELECT coalesce((s.concluded_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, app.today())) d (held)
    JOIN account a ON a.id = m.account_id AND (a.ended_at IS NULL OR a.ended_at > s.concluded_at)
  WHERE s.id = council_of.session AND r.id = ANY (app.whole_rounds()) AND app.runs_on(m.from_date, m.to_date, d.held)
$$;

-- The council of a session, each with the bodies in which they have a cause of their own (decision 0100): on these they do not vote. For whoever sees the round whole.
CREATE OR REPLACE FUNCTION app.barred_members(session uuid) RETURNS TABLE (account_id uuid, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.account_id, c FROM council_session s CROSS JOIN LATERAL app.council_of(s.id) m CROSS JOIN LATERAL app.own_causes_of(m.account_id, s.round_id) c
  WHERE s.id = barred_members.session AND s.round_id = ANY (app.whole_rounds())
$$;

-- How many items of a session the asker does not see, as they have a cause of their own in the body.
CREATE OR REPLACE FUNCTION app.items_kept_from_asker(session uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT count(*)::integer FROM council_item i
  WHERE i.session_id = items_kept_from_asker.session AND app.sees_council(i.round_id, app.whole_rounds()) AND i.round_id || '/' || i.body_id = ANY (app.own_causes())
$$;

-- Whether the vote on an item counts: more than half of the council attend the session, and more than half of those who may vote on it have voted.
CREATE OR REPLACE FUNCTION app.has_quorum(item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT 2 * count(*) FILTER (WHERE m.presence IN ('present', 'writing')) > count(*)
    AND 2 * count(*) FILTER (WHERE NOT t.barred AND EXISTS (
      SELECT FROM council_vote v WHERE v.item_id = i.id AND v.ballot = i.ballot AND v.account_id = c.account_id)) > count(*) FILTER (WHERE NOT t.barred)
  FROM council_item i CROSS JOIN LATERAL app.council_of(i.session_id) c LEFT JOIN council_member m ON m.session_id = i.session_id AND m.account_id = c.account_id
    CROSS JOIN LATERAL (SELECT i.body_id IN (SELECT app.own_causes_of(c.account_id, i.round_id)) AS barred) t
  WHERE i.id = has_quorum.item
$$;

-- Whether more than half of those who voted are for what is proposed, all on the same that stood before them.
CREATE OR REPLACE FUNCTION app.is_carried(item uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT 2 * count(*) FILTER (WHERE v.choice = 'for') > count(*) AND count(v.seen) = count(*) AND count(DISTINCT v.seen) = 1
  FROM council_item i JOIN council_vote v ON v.item_id = i.id AND v.ballot = i.ballot WHERE i.id = is_carried.item
$$;

-- Whether a sheet is somebody's own cause (decision 0100): then they do not vote on it. For whoever sees the round whole.
CREATE OR REPLACE FUNCTION app.has_own_cause(round text, body text, account uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT has_own_cause.round = ANY (app.whole_rounds()) AND has_own_cause.body IN (SELECT app.own_causes_of(has_own_cause.account, has_own_cause.round))
$$;

-- Whether a member may vote on an item as it stands: of the council that day, in a session that is held, where they attend. From a written ballot where they answer in writing.
CREATE OR REPLACE FUNCTION app.may_vote(item uuid, ballot smallint, account uuid, way text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM council_item i JOIN council_session s ON s.id = i.session_id AND s.state = 'held'
      JOIN council_member m ON m.session_id = s.id AND m.account_id = may_vote.account
    WHERE i.id = may_vote.item AND i.ballot = may_vote.ballot AND i.state = 'open' AND m.presence IN ('present', 'writing')
      AND (may_vote.way = 'self' OR m.presence = 'writing') AND may_vote.account IN (SELECT c.account_id FROM app.council_of(s.id) c)
      AND NOT app.has_own_cause(i.round_id, i.body_id, may_vote.account))
$$;

-- Whether an office of the asker's records what a session concluded on something of a body's sheet: of the secretariat, where the vote was closed and carried.
CREATE OR REPLACE FUNCTION app.records_conclusion(round text, body text, kind text, target text, office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.own_office(records_conclusion.office) o JOIN round r ON r.id = records_conclusion.round AND r.owner_body = o.body_id
      JOIN council_item i ON i.round_id = r.id AND i.body_id = records_conclusion.body AND i.state = 'closed'
        AND (records_conclusion.kind = 'figure' OR i.item = records_conclusion.target)
      JOIN council_session s ON s.id = i.session_id AND s.state = 'held'
    WHERE o.role = 'owner' AND app.has_quorum(i.id) AND app.is_carried(i.id))
$$;

-- Items that are, or were last, on the agenda of a session of a round, as far as the asker is told: all of it whoever sees what the council decides on the sheet as it decides;
-- a body, or the department that has the item in hand, that it is on the agenda of a session once that is convened, and that it was concluded on once it is told its verdicts (app.told_verdicts), not before.
CREATE OR REPLACE FUNCTION app.on_agendas(round text) RETURNS TABLE (body_id text, item text, session_id uuid, number smallint, starts_at timestamptz, state text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH asker AS MATERIALIZED (SELECT app.whole_rounds() AS rounds, app.own_causes() AS causes, app.own_sheets() AS sheets, app.told_verdicts() AS told,
    app.direct_bodies() AS direct, app.explained_in_hand() AS held, app.unseen_targets() AS unseen)
  SELECT DISTINCT ON (i.body_id, i.item) i.body_id, i.item, CASE WHEN t.whole THEN s.id END, s.number, s.starts_at,
    CASE WHEN t.whole OR (i.state = 'concluded' AND i.round_id || '/' || i.body_id || '/council' = ANY (a.told)) THEN i.state ELSE 'open' END
  FROM asker a CROSS JOIN council_item i JOIN council_session s ON s.id = i.session_id
    CROSS JOIN LATERAL (SELECT i.round_id = ANY (a.rounds) AND NOT i.round_id || '/' || i.body_id = ANY (a.causes) AS whole) t
  WHERE i.round_id = on_agendas.round AND NOT app.is_unseen(i.round_id, i.body_id, 'item', i.item, a.unseen)
    AND (t.whole OR (s.state <> 'drafted' AND ((app.works_on(i.round_id, i.body_id, a.sheets) AND app.is_told_of(i.round_id, i.body_id, 'item', i.item, a.direct, '{}', a.held)) OR i.round_id || '/' || i.body_id = ANY (a.causes))))
  ORDER BY i.body_id, i.item, i.state = 'putOff', s.number DESC
$$;

GRANT EXECUTE ON FUNCTION app.on_agendas, app.items_kept_from_asker, app.council_people, app.agencies_of_council, app.council_of, app.barred_members, app.sees_council, app.leads_session, app.has_quorum, app.is_carried, app.has_own_cause, app.may_vote, app.records_conclusion TO parindex_app;
