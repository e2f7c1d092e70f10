-- Nobody decides in their own cause (decision 0100); the core holds the same rule (core/src/appraisal/own-cause.ts).

-- Bodies whose sheets a membership in a body touches: the body, those above it on a day, and what has come of them. Granted to nobody.
CREATE OR REPLACE FUNCTION app.bodies_touched(body text, on_day date) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE touched (id) AS (
    SELECT app.bodies_above(body, on_day)
    UNION
    SELECT s.successor FROM touched t JOIN body_succession s ON s.predecessor = t.id
  ) SELECT id FROM touched
$$;

-- Memberships of a person that may touch sheets of a round, of any role, with the bodies of the round that they touch: placed as on their last day, or today. Granted to nobody.
CREATE OR REPLACE FUNCTION app.belongings_of(account uuid, round text) RETURNS TABLE (from_date date, to_date date, bodies text[]) LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT m.from_date, m.to_date, t.bodies FROM membership m CROSS JOIN LATERAL (
    SELECT array_agg(p.body_id ORDER BY p.body_id) AS bodies FROM app.bodies_touched(m.body_id, least(m.to_date, app.today())) b (id)
      JOIN participant p ON p.round_id = belongings_of.round AND p.body_id = b.id) t
  WHERE m.account_id = belongings_of.account AND m.body_id IS NOT NULL AND t.bodies IS NOT NULL
$$;

-- The asker's own, for the server, which judges by the core.
CREATE OR REPLACE FUNCTION app.own_belongings(round text) RETURNS TABLE (from_date date, to_date date, bodies text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT * FROM app.belongings_of(app.account(), own_belongings.round)
$$;

-- Bodies of a round on whose sheets a person does not decide. Granted to nobody.
CREATE OR REPLACE FUNCTION app.own_causes_of(account uuid, round text) RETURNS SETOF text LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT unnest(g.bodies) FROM app.belongings_of(own_causes_of.account, own_causes_of.round) g JOIN round r ON r.id = own_causes_of.round
  WHERE g.from_date <= app.today() AND (g.to_date IS NULL OR g.to_date >= app.today() OR (g.to_date + make_interval(months => r.own_cause_months))::date >= app.today())
  UNION
  SELECT i.body_id FROM interest i WHERE i.round_id = own_causes_of.round AND i.account_id = own_causes_of.account AND i.withdrawn_at IS NULL
$$;

-- Whether a sheet is the asker's own cause.
CREATE OR REPLACE FUNCTION app.is_own_cause(round text, body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT is_own_cause.body IN (SELECT app.own_causes_of(app.account(), is_own_cause.round))
$$;

-- Sheets that are the asker's own causes, as round/body, of the rounds that they see whole by deciding in them: as appraiser or in the council. Whoever runs or audits
-- a round answers for all of it, and sees it.
CREATE OR REPLACE FUNCTION app.own_causes() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(r.id || '/' || c.id), '{}') FROM round r CROSS JOIN LATERAL app.own_causes_of(app.account(), r.id) c (id)
  WHERE r.id = ANY (app.whole_rounds())
    AND NOT EXISTS (SELECT FROM app.in_force() m WHERE m.role IN ('owner', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
$$;

-- Whether the asker distributes the appraisal of a body among its people: as its leader, or as an owner of the round.
CREATE OR REPLACE FUNCTION app.distributes(round text, office text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM domain_owner d WHERE d.round_id = distributes.round AND d.body_id = distributes.office)
    AND (app.runs_round(distributes.round) OR app.is_in(distributes.office, 'head'))
$$;

-- Whether a person appraises for a body today.
CREATE OR REPLACE FUNCTION app.appraises_for(office text, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force_of(appraises_for.person) m WHERE m.role = 'appraiser' AND m.body_id = appraises_for.office)
$$;

-- Bodies that appraise in a round with fewer than two people, where a change beyond its threshold wants a second one: for who runs it, or distributes there.
CREATE OR REPLACE FUNCTION app.appraisers_alone(round text) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT d.body_id FROM domain_owner d JOIN round r ON r.id = d.round_id AND r.second_person_over IS NOT NULL
  WHERE d.round_id = appraisers_alone.round AND app.distributes(d.round_id, d.body_id)
    AND (SELECT count(DISTINCT a.id) FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
      WHERE m.body_id = d.body_id AND m.role = 'appraiser' AND app.runs_on(m.from_date, m.to_date, app.today())) < 2
$$;

-- The people of an appraising body among whom its leader distributes, each with the bodies of the round that they do not appraise; why, is told to nobody here.
CREATE OR REPLACE FUNCTION app.appraisers_in(round text, office text) RETURNS TABLE (id uuid, name text, causes text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name, ARRAY(SELECT c FROM app.own_causes_of(a.id, appraisers_in.round) c ORDER BY c)
  FROM account a WHERE a.ended_at IS NULL AND app.distributes(appraisers_in.round, appraisers_in.office) AND app.appraises_for(appraisers_in.office, a.id)
    AND a.id IN (SELECT m.account_id FROM membership m WHERE m.body_id = appraisers_in.office AND m.role = 'appraiser')
$$;

-- Which of these people may still decide, and on which sheets not: whoever appraises beside them has what they cannot have. Only for people of a body in which the asker appraises.
CREATE OR REPLACE FUNCTION app.colleagues_in(round text, office text) RETURNS TABLE (id uuid, causes text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, ARRAY(SELECT c FROM app.own_causes_of(a.id, colleagues_in.round) c ORDER BY c)
  FROM account a WHERE a.ended_at IS NULL AND a.id IN (SELECT s.account_id FROM person_share s
      WHERE s.round_id = colleagues_in.round AND s.office_body = colleagues_in.office AND s.ended_at IS NULL)
    AND app.appraises_for(colleagues_in.office, a.id)
    AND (app.is_in(colleagues_in.office, 'appraiser') OR colleagues_in.round = ANY (app.whole_rounds()))
$$;

-- What was decided in a round, for who distributes in it: that it was, and nothing else; not of their own cause, nor what they mark a second time.
CREATE OR REPLACE FUNCTION app.decided_pieces(round text, office text) RETURNS TABLE (item text, body text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT n.target, n.body_id FROM entry n WHERE n.round_id = decided_pieces.round AND n.stage <> 'claimed' AND NOT app.is_remark(n.act) AND n.target_kind = 'item'
    AND app.distributes(decided_pieces.round, decided_pieces.office)
    AND (app.runs_round(decided_pieces.round) OR n.body_id NOT IN (SELECT app.own_causes_of(app.account(), decided_pieces.round)))
    AND NOT app.is_unseen(n.round_id, n.body_id, 'item', n.target, app.unseen_targets())
$$;

-- Whether a person decides in a round, as appraiser or in its council: whose interests there are to be declared.
CREATE OR REPLACE FUNCTION app.decides_in(round text, person uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force_of(decides_in.person) m JOIN round r ON r.id = decides_in.round
    WHERE (m.role = 'council' AND (m.body_id = r.owner_body OR m.body_id IS NULL))
      OR (m.role = 'appraiser' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)))
$$;

-- Whose interests an owner of the round may record.
CREATE OR REPLACE FUNCTION app.deciders_of(round text) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name FROM account a WHERE a.ended_at IS NULL AND app.runs_round(deciders_of.round)
    AND a.id IN (SELECT m.account_id FROM membership m WHERE m.role IN ('appraiser', 'council')) AND app.decides_in(deciders_of.round, a.id)
$$;

GRANT EXECUTE ON FUNCTION app.own_belongings, app.is_own_cause, app.own_causes, app.distributes, app.appraises_for, app.appraisers_alone, app.appraisers_in, app.colleagues_in, app.decided_pieces, app.decides_in, app.deciders_of TO parindex_app;
