-- A receipt, for whoever holds its code, or the hash that stands on the report: what was sent, when, and what became of it. No name of a person, no figure.
CREATE OR REPLACE FUNCTION app.receipt(wanted_code text, wanted_hash bytea)
RETURNS TABLE (code text, round_id text, title text, year integer, body_id text, body text, sent_at timestamptz, sheet_hash bytea, file_hash bytea, file_bytes integer, matched text, matter text,
  signatures text[], state text, ended_at timestamptz, replaced_by text, head_number integer, head_hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT s.code, r.id, r.title, r.year, s.body_id, coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = s.body_id ORDER BY n.position DESC LIMIT 1), s.body_id),
    s.sent_at, s.sheet_hash, s.file_hash, s.file_bytes, s.matched, s.matter,
    -- What each signature was found to be. Nothing unsigned comes in but by permission: where the payload with them is gone, there was one of which nothing is known any more.
    CASE WHEN read.verdicts IS NULL AND s.permission_id IS NULL THEN ARRAY['unverifiable'] ELSE coalesce(read.verdicts, '{}') END,
    CASE WHEN later.code IS NOT NULL THEN 'replaced' WHEN ended.act IN ('takeBack', 'takeBackExplanation') THEN 'takenBack' WHEN ended.act = 'reopen' THEN 'reopened' ELSE 'inForce' END,
    ended.received_at, later.code, s.head_number, s.head_hash
  FROM sending s JOIN round r ON r.id = s.round_id
    LEFT JOIN LATERAL (SELECT n.act, n.received_at FROM entry n WHERE n.round_id = s.round_id AND n.body_id = s.body_id AND n.seq > s.seq
      AND n.act = ANY (CASE s.matter WHEN 'sheet' THEN ARRAY['takeBack', 'reopen'] ELSE ARRAY['takeBackExplanation'] END)
      ORDER BY n.seq LIMIT 1) ended ON true
    LEFT JOIN LATERAL (SELECT array_agg(x->>'verdict') AS verdicts FROM payload l CROSS JOIN LATERAL jsonb_array_elements(l.content->'signatures') x
      WHERE l.id = s.payload_id AND x->>'kind' = 'signature') read ON true
    LEFT JOIN LATERAL (SELECT l.code FROM sending l WHERE l.round_id = s.round_id AND l.body_id = s.body_id AND l.matter = s.matter AND l.seq > s.seq ORDER BY l.seq DESC LIMIT 1) later ON true
  WHERE s.code = wanted_code OR s.sheet_hash = wanted_hash ORDER BY s.seq DESC LIMIT 1
$$;

-- Makes out whether a report in the store belongs to no sending and is no file of a round or an edition, and holds it for being erased; the store is asked after the transaction.
CREATE OR REPLACE FUNCTION app.claim_report(report bytea, seconds integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('parindex report ' || encode(report, 'hex'), 0));
  DELETE FROM report_sweep WHERE until < clock_timestamp() - interval '1 day';
  IF EXISTS (SELECT FROM sending s WHERE s.file_hash = report) OR EXISTS (SELECT FROM round_file f WHERE f.sha256 = report AND f.erased_at IS NULL)
    OR EXISTS (SELECT FROM edition_file f WHERE f.sha256 = report) THEN RETURN false; END IF;
  INSERT INTO report_sweep VALUES (report, clock_timestamp() + make_interval(secs => least(seconds, 600)))
    ON CONFLICT (file_hash) DO UPDATE SET until = excluded.until;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.end_report_sweep(report bytea) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE report_sweep SET until = clock_timestamp() WHERE file_hash = report
$$;

-- Whether a report may have been erased that was put into the store after a moment; a sweep that comes later waits for this transaction.
CREATE OR REPLACE FUNCTION app.was_report_swept(report bytea, since timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF app.account() IS NULL THEN
    RAISE EXCEPTION 'a report is held by whoever sends it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('parindex report ' || encode(report, 'hex'), 0));
  RETURN EXISTS (SELECT FROM report_sweep s WHERE s.file_hash = report AND s.until > since);
END $$;

GRANT EXECUTE ON FUNCTION app.receipt, app.was_report_swept TO parindex_app;
GRANT EXECUTE ON FUNCTION app.claim_report, app.end_report_sweep TO parindex_jobs;
