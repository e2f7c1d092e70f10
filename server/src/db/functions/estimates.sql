-- Who sees what surveys gave (decision 0064).

-- Whether it is for all who see the sheets of a round: released, or the round is closed.
CREATE OR REPLACE FUNCTION app.estimates_released(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r WHERE r.id = estimates_released.round AND r.state = 'closed')
    OR EXISTS (SELECT FROM estimate_release e WHERE e.round_id = estimates_released.round AND e.withdrawn_at IS NULL)
$$;

-- Since when: by the release that stands, or the closing; null while they are sealed.
CREATE OR REPLACE FUNCTION app.estimates_released_at(round text) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce((SELECT e.released_at FROM estimate_release e WHERE e.round_id = r.id AND e.withdrawn_at IS NULL), CASE WHEN r.state = 'closed' THEN r.closed_at END)
  FROM round r WHERE r.id = estimates_released_at.round
$$;

-- Whether nobody released them, and the closing of the round opened them.
CREATE OR REPLACE FUNCTION app.estimates_opened_by_closing(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r WHERE r.id = estimates_opened_by_closing.round AND r.state = 'closed')
    AND NOT EXISTS (SELECT FROM estimate_release e WHERE e.round_id = estimates_opened_by_closing.round AND e.withdrawn_at IS NULL)
$$;

-- Whether somebody works on a sheet of a round today, as clerk or head of its body or of a department that has a part of it.
CREATE OR REPLACE FUNCTION app.works_in_round(round text, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.find_person(works_in_round.person) p, unnest(app.find_own_sheets_of(p.direct)) own WHERE split_part(own, '/', 1) = works_in_round.round)
$$;

-- The asker's memberships by which they read the means of all bodies of a round: of its owners; of its council, auditors and appraisers
-- once they are released, or where an owner has named the person and they work on no sheet of the round themselves.
CREATE OR REPLACE FUNCTION app.estimate_offices(round text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.id FROM app.in_force() m JOIN round r ON r.id = estimate_offices.round
  WHERE CASE m.role
    WHEN 'owner' THEN m.body_id = r.owner_body OR m.body_id IS NULL
    WHEN 'appraiser' THEN EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)
    WHEN 'council' THEN m.body_id = r.owner_body OR m.body_id IS NULL
    WHEN 'auditor' THEN m.body_id = r.owner_body OR m.body_id IS NULL
    ELSE false END
    AND (m.role = 'owner' OR app.estimates_released(r.id)
      OR EXISTS (SELECT FROM estimate_reader e WHERE e.round_id = r.id AND e.ended_at IS NULL AND e.account_id = m.account_id
          AND NOT app.works_in_round(r.id, m.account_id)))
$$;

-- Rounds of which the asker sees the means of every sheet that they see: of those alone, a sheet has its points from surveys.
CREATE OR REPLACE FUNCTION app.find_estimate_rounds() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id), '{}') FROM round r WHERE r.state = 'closed'
    OR EXISTS (SELECT FROM estimate_release e WHERE e.round_id = r.id AND e.withdrawn_at IS NULL)
    OR (app.has_role('owner', 'council', 'auditor', 'appraiser') AND EXISTS (SELECT FROM app.estimate_offices(r.id)))
$$;

-- Whom an owner of the round may name: people who sit in its council, audit it or appraise in it today, and work on no sheet of it.
CREATE OR REPLACE FUNCTION app.estimate_candidates(round text) RETURNS TABLE (id uuid, name text, role text, body text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT a.id, a.name, m.role, m.body_id FROM round r
    JOIN membership m ON (m.role IN ('council', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
      OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id))
    JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
  WHERE r.id = estimate_candidates.round AND app.runs_round(r.id) AND app.runs_on(m.from_date, m.to_date, app.today())
    AND NOT app.works_in_round(r.id, a.id)
$$;

-- Whether the asker decides now who sees the estimates of a round: as its owner, while it runs.
CREATE OR REPLACE FUNCTION app.decides_on_estimates(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT NOT app.is_by_token() AND app.runs_round(decides_on_estimates.round)
    AND EXISTS (SELECT FROM round r WHERE r.id = decides_on_estimates.round AND r.state = 'open')
$$;

-- What the estimates of a round come to, for whoever decides on their release: which of its bodies have some, and how many deliveries of figures wait.
CREATE OR REPLACE FUNCTION app.estimates_at_hand(round text) RETURNS TABLE (bodies text[], without text[], deliveries integer) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(p.body_id ORDER BY p.position, p.body_id) FILTER (WHERE has.some), '{}'),
    coalesce(array_agg(p.body_id ORDER BY p.position, p.body_id) FILTER (WHERE NOT has.some), '{}'),
    (SELECT count(*)::integer FROM delivery d WHERE d.round_id = estimates_at_hand.round AND d.state = 'pending' AND app.runs_round(d.round_id))
  FROM participant p
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM estimate e WHERE e.round_id = p.round_id AND e.body_id = p.body_id) AS some) has
  WHERE p.round_id = estimates_at_hand.round AND app.runs_round(p.round_id)
$$;

GRANT EXECUTE ON FUNCTION app.estimates_released, app.estimates_released_at, app.estimates_opened_by_closing, app.estimate_offices, app.find_estimate_rounds, app.estimate_candidates, app.decides_on_estimates,
  app.estimates_at_hand TO parindex_app;
