-- What is told of the sheets of others where the owner of a round shows its ranking (decision 0090): as much as points are worked out from, and no policy is widened for it.

-- Whether the ranking of a round is shown to whoever asks: they work for a body that takes part, and its owner shows it to these.
CREATE OR REPLACE FUNCTION app.is_shown_ranking(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM round r JOIN participant p ON p.round_id = r.id
    WHERE r.id = is_shown_ranking.round AND r.state <> 'draft' AND r.ranking_shown <> 'overseers' AND p.body_id = ANY (app.direct_bodies()))
$$;

-- The sheets of such a round: the number of the last claim that counts, and a mark that changes with the year before.
CREATE OR REPLACE FUNCTION app.marks_for_ranking(round text) RETURNS TABLE (body_id text, seq integer, beside text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id,
    coalesce((SELECT n.seq FROM entry n WHERE n.round_id = p.round_id AND n.body_id = p.body_id AND n.stage = 'claimed' AND n.standing = 'effective' ORDER BY n.seq DESC LIMIT 1), 0),
    (SELECT count(*) || '.' || coalesce(sum(l.xmin::text::bigint), 0) FROM baseline l WHERE l.round_id = p.round_id AND l.body_id = p.body_id)
  FROM participant p WHERE p.round_id = marks_for_ranking.round AND app.is_shown_ranking(marks_for_ranking.round)
$$;

-- What some of them claim: answers, states and figures, and figures of the year before; no text, document, source, nor who entered it.
CREATE OR REPLACE FUNCTION app.claims_for_ranking(round text, bodies text[]) RETURNS TABLE (body_id text, cells json, previous json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id,
    (SELECT coalesce(json_agg(json_build_object('stage', c.stage, 'target_kind', c.target_kind, 'target', c.target, 'seqs', '{}'::json,
        'fields', (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(c.fields) f WHERE f.key IN ('value', 'state') OR starts_with(f.key, 'answer.')))), '[]')
      FROM cell c WHERE c.round_id = p.round_id AND c.body_id = p.body_id AND c.stage = 'claimed'),
    (SELECT json_build_object('year', l.year, 'stage', NULL, 'items', '{}'::json,
        'figures', (SELECT coalesce(jsonb_object_agg(f.key, jsonb_build_object('value', f.value->'value')), '{}') FROM jsonb_each(l.figures) f))
      FROM baseline l WHERE l.round_id = p.round_id AND l.body_id = p.body_id)
  FROM participant p WHERE p.round_id = claims_for_ranking.round AND p.body_id = ANY (claims_for_ranking.bodies) AND app.is_shown_ranking(claims_for_ranking.round)
$$;

GRANT EXECUTE ON FUNCTION app.marks_for_ranking, app.claims_for_ranking TO parindex_app;
