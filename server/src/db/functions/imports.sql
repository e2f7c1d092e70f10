-- Figures of the bodies of a round for whoever adds them up: of a body's own round alone, for people of that body, one figure at a time.
CREATE OR REPLACE FUNCTION app.figures_below(into_body text, of_round text, wanted text)
RETURNS TABLE (body_id text, "position" integer, block text, stage text, fields jsonb, seqs jsonb, seq integer, received_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.body_id, p.position, p.block, c.stage, c.fields, c.seqs, n.seq, n.received_at
  FROM round r JOIN participant p ON p.round_id = r.id
    LEFT JOIN cell c ON c.round_id = p.round_id AND c.body_id = p.body_id AND c.target_kind = 'figure' AND c.target = wanted
    LEFT JOIN entry n ON n.round_id = c.round_id AND n.body_id = c.body_id AND n.seq = (c.seqs->>'value')::integer
  WHERE r.id = of_round AND r.state <> 'draft' AND r.owner_body = into_body AND (app.is_in(into_body, 'clerk') OR app.is_in(into_body, 'head'))
$$;

-- When and by whom means of surveys were written, for whoever reads one of them: of a body's people the delivery itself is hidden, as it tells of all bodies.
CREATE OR REPLACE FUNCTION app.writings_of(round text) RETURNS TABLE (id uuid, actor uuid, at timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT w.id, w.written_by, w.written_at FROM delivery_writing w WHERE w.round_id = round AND app.account() IS NOT NULL
$$;

GRANT EXECUTE ON FUNCTION app.figures_below, app.writings_of TO parindex_app;
