-- Which documents of a sheet were brought by a department to which bodies of the asker belong: whoever has a part of the sheet, with all below it.
-- Who brought a document worked there on that day, and not for the body itself.
CREATE OR REPLACE FUNCTION app.bringers(round text, body text) RETURNS TABLE (document uuid, department text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH at_work AS MATERIALIZED (
    SELECT given.to_body, u.id FROM (SELECT DISTINCT a.to_body FROM assignment a
        WHERE a.round_id = bringers.round AND a.body_id = bringers.body AND a.to_body <> a.body_id AND a.ended_at IS NULL) given
      CROSS JOIN LATERAL app.bodies_under(ARRAY[given.to_body], app.today()) u (id)),
  brought AS (SELECT d.id, d.body_id, d.created_by, (d.created_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM document d
    WHERE d.round_id = bringers.round AND d.body_id = bringers.body)
  SELECT DISTINCT d.id, ours.id FROM at_work ours JOIN at_work theirs USING (to_body)
    JOIN membership m ON m.body_id = theirs.id AND m.role IN ('clerk', 'head')
    JOIN brought d ON d.created_by = m.account_id AND app.runs_on(m.from_date, m.to_date, d.day)
  WHERE ours.id = ANY (app.direct_bodies())
    AND NOT EXISTS (SELECT FROM membership own WHERE own.account_id = d.created_by AND own.body_id = d.body_id AND own.role IN ('clerk', 'head')
      AND app.runs_on(own.from_date, own.to_date, d.day))
$$;

-- Whether an appraiser brought a document into the library of the body that they appraise, as the minutes of a check on site: the body keeps it as it is (decision 0122).
CREATE OR REPLACE FUNCTION app.brought_by_appraiser(document uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM document d JOIN upload u ON u.document_id = d.id AND u.account_id = d.created_by JOIN membership m ON m.id = u.office
    WHERE d.id = brought_by_appraiser.document AND m.role = 'appraiser')
$$;

-- Whether the asker may take back what they brought as an appraiser by mistake: of an open round, while nothing that was ever said or claimed cites it, and no notice went to the body since.
CREATE OR REPLACE FUNCTION app.may_take_back(document uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM document d JOIN round r ON r.id = d.round_id AND r.state = 'open'
    WHERE d.id = may_take_back.document AND d.created_by = app.account() AND app.brought_by_appraiser(d.id)
      AND NOT EXISTS (SELECT FROM entry n, jsonb_array_elements_text(n.citations) c (cited) WHERE n.round_id = d.round_id AND n.body_id = d.body_id AND left(c.cited, 36) = d.id::text)
      AND NOT EXISTS (SELECT FROM appraisal_notice a WHERE a.round_id = d.round_id AND a.body_id = d.body_id AND a.recorded_at >= d.created_at))
$$;

-- Pages that match, the newest document first, as far as the asker may see them and their bytes may be read. It looks with the owner's rights and
-- is the wall itself: behind row security no index for words can be used, as the operator is not leakproof.
-- Words that stand on enough of the newest pages are found by walking on from there. Others are rare: the index of words gives all their pages,
-- which are then put in order. PostgreSQL's own guess takes a rare number for a common word, and walks through the whole round for it.
CREATE OR REPLACE FUNCTION app.search_pages(round text, body text, wanted text, unscanned boolean, most integer)
RETURNS TABLE (document uuid, version smallint, page integer, body_id text, number text, subject text, file_name text, text text, personal_data boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp SET jit = off AS $$
DECLARE
  whole boolean := round = ANY (app.whole_rounds());
  bodies text[] := CASE WHEN whole THEN CASE WHEN body IS NULL THEN '{}' ELSE ARRAY[body] END
    ELSE ARRAY(SELECT p.body_id FROM participant p WHERE p.round_id = round AND app.works_on(p.round_id, p.body_id, (SELECT app.own_sheets())) AND (body IS NULL OR p.body_id = body)) END;
  -- One body's pages are few enough to be walked through.
  scope text := CASE WHEN whole AND body IS NULL THEN 'p.round_id = $1' WHEN cardinality(bodies) = 1 THEN 'p.round_id = $1 AND p.body_id = $2[1]' ELSE 'p.round_id = $1 AND p.body_id = ANY ($2)' END;
  common boolean := cardinality(bodies) = 1;
BEGIN
  IF whole AND body IS NULL THEN
    SELECT count(*) = most INTO common FROM (
      SELECT FROM (SELECT p.words FROM page_text p WHERE p.round_id = search_pages.round ORDER BY p.created_at DESC, p.document_id, p.number, p.page LIMIT 2000) newest
      WHERE newest.words @@ to_tsquery('simple', wanted) LIMIT most) found;
  END IF;
  RETURN QUERY EXECUTE 'WITH matching AS ' || CASE WHEN common THEN 'NOT MATERIALIZED' ELSE 'MATERIALIZED' END || ' (
      SELECT p.document_id, p.number, p.page, p.body_id, p.created_at, p.text FROM page_text p WHERE ' || scope || ' AND p.words @@ to_tsquery(''simple'', $3))
    SELECT p.document_id, p.number, p.page, p.body_id, v.doc_number, v.subject, v.file_name, p.text, d.personal_data AND NOT (v.redacted AND d.access = ''released'')
    FROM matching p JOIN document_version v ON v.document_id = p.document_id AND v.number = p.number JOIN document d ON d.id = p.document_id
      JOIN content c ON c.sha256 = v.sha256
    WHERE d.withdrawn_at IS NULL AND d.id <> ALL ($6) AND c.gone_at IS NULL AND (c.scan = ''clean'' OR ($4 AND c.scan = ''waiting''))
    ORDER BY p.created_at DESC, p.document_id, p.number, p.page LIMIT $5'
    USING round, bodies, wanted, unscanned, most, app.held_documents() || app.unseen_documents();
END $$;

-- How the files stand, for administrators of the whole installation: numbers and hashes, never whose they are.
CREATE OR REPLACE FUNCTION app.evidence_standing() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN app.administers(NULL) THEN jsonb_build_object(
    'files', (SELECT count(*) FROM content c WHERE c.kept_at IS NOT NULL AND c.gone_at IS NULL),
    'bytes', (SELECT coalesce(sum(c.bytes), 0) FROM content c WHERE c.kept_at IS NOT NULL AND c.gone_at IS NULL),
    'unchecked', (SELECT count(*) FROM upload u WHERE u.state = 'received'),
    'waitingSince', (SELECT to_char(min(u.received_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') FROM upload u WHERE u.state = 'received'),
    'unscanned', (SELECT count(*) FROM content c WHERE c.kept_at IS NOT NULL AND c.gone_at IS NULL AND c.scan = 'waiting'),
    'missing', (SELECT coalesce(jsonb_agg(encode(f.sha256, 'hex')), '[]') FROM (SELECT c.sha256 FROM content c WHERE c.gone_at IS NULL AND c.check_found = 'missing' ORDER BY 1 LIMIT 100) f),
    'changed', (SELECT coalesce(jsonb_agg(encode(f.sha256, 'hex')), '[]') FROM (SELECT c.sha256 FROM content c WHERE c.gone_at IS NULL AND c.check_found = 'changed' ORDER BY 1 LIMIT 100) f)
  ) END
$$;

-- A version points to bytes that are there; a restore by the owner brings back what is gone too.
CREATE OR REPLACE FUNCTION app.refuse_version_of_nothing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF session_user <> 'parindex_owner' AND NEW.sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM content c WHERE c.sha256 = NEW.sha256 AND c.kept_at IS NOT NULL AND c.gone_at IS NULL FOR SHARE) THEN
    RAISE EXCEPTION 'a version of a document points to bytes that are not there' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.bringers, app.brought_by_appraiser, app.may_take_back, app.search_pages, app.evidence_standing TO parindex_app;
