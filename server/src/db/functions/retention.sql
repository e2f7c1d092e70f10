-- Removing and purging documents: one person asks, another decides, and the functions below carry it out.

-- The same document in other rounds, and all that hold the same bytes, wherever.
CREATE OR REPLACE FUNCTION app.reach_of(document uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH RECURSIVE kin (id) AS (
    SELECT reach_of.document
    UNION
    SELECT n.id FROM kin CROSS JOIN LATERAL (
      SELECT d.id FROM document d WHERE d.carried_from = kin.id
      UNION ALL SELECT d.carried_from FROM document d WHERE d.id = kin.id AND d.carried_from IS NOT NULL) n
  )
  SELECT id FROM kin
  UNION SELECT v.document_id FROM document_version v WHERE v.sha256 IN (SELECT o.sha256 FROM document_version o WHERE o.document_id = reach_of.document)
$$;

-- Of what a removal reaches, the documents in the libraries of the body that it was asked of, with those of rounds that an owner of this body runs; with
-- neither, all of them.
CREATE OR REPLACE FUNCTION app.reach_within(document uuid, body text, owner_body text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT d.id FROM app.reach_of(reach_within.document) r (id) JOIN document d ON d.id = r.id
  WHERE reach_within.body IS NULL OR d.body_id = reach_within.body OR d.round_id IN (SELECT n.id FROM round n WHERE n.owner_body = reach_within.owner_body)
$$;

-- Documents whose removal is asked for: until it is decided nobody reads them. Whoever asks closes as much as is theirs to close (decision 0056): the body's
-- people their own libraries, an owner also those of the rounds that they run, an administrator of the whole installation all that holds the same bytes.
CREATE OR REPLACE FUNCTION app.held_documents() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r), '{}') FROM erasure e JOIN membership m ON m.id = e.asked_office
    CROSS JOIN LATERAL app.reach_within(e.documents[1], CASE WHEN m.role <> 'administrator' THEN e.body_id END, CASE WHEN m.role = 'owner' THEN m.body_id END) r
  WHERE e.kind = 'removal' AND e.decision IS NULL AND (SELECT app.account()) IS NOT NULL
$$;

-- How far whoever decides a removal may let it go, and what that would take: each only where it takes something else; where nobody else holds the bytes, that is all. An owner reaches beyond the rounds that
-- they run where nothing lies beyond them; an administrator of the whole installation reaches all.
CREATE OR REPLACE FUNCTION app.reaches_of(wanted uuid, office uuid) RETURNS TABLE (reach text, documents uuid[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH asked AS MATERIALIZED (SELECT e.documents[1] AS document, e.body_id, o.role, o.body_id AS owner_body FROM erasure e CROSS JOIN LATERAL app.own_office(reaches_of.office) o
      WHERE e.id = reaches_of.wanted AND e.kind = 'removal' AND app.decides_erasure(e.id, reaches_of.office)),
    taken AS MATERIALIZED (SELECT w.position, w.reach, a.role,
      ARRAY(SELECT d.id FROM app.reach_within(a.document, CASE WHEN w.reach <> 'all' THEN a.body_id END, CASE WHEN w.reach = 'rounds' THEN a.owner_body END) r (id)
        JOIN document d ON d.id = r.id AND d.gone_for IS DISTINCT FROM 'removed' ORDER BY d.id) AS documents
      FROM asked a CROSS JOIN (VALUES (1, 'body'), (2, 'rounds'), (3, 'all')) w (position, reach) WHERE w.reach <> 'rounds' OR a.role = 'owner')
  SELECT t.reach, t.documents FROM taken t
  WHERE NOT EXISTS (SELECT FROM taken o WHERE o.documents = t.documents AND ((o.reach = 'all' AND t.reach <> 'all') OR (o.reach = 'body' AND t.reach = 'rounds')))
    AND (t.reach <> 'all' OR t.role = 'administrator' OR EXISTS (SELECT FROM taken own WHERE own.reach = 'rounds' AND own.documents = t.documents))
  ORDER BY t.position
$$;

-- The same for whoever decides: how many documents and libraries, and of which bodies as far as they may know of them; `beyond` is what their word does not reach.
CREATE OR REPLACE FUNCTION app.shown_reaches(wanted uuid, office uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH found AS MATERIALIZED (SELECT * FROM app.reaches_of(shown_reaches.wanted, shown_reaches.office)),
    known AS MATERIALIZED (SELECT coalesce((SELECT app.administers(NULL)), false) AS everybody, app.find_run_rounds() AS rounds),
    counted AS (SELECT f.reach, cardinality(f.documents) AS documents, count(DISTINCT (d.round_id, d.body_id)) AS libraries,
        coalesce(jsonb_agg(DISTINCT jsonb_build_object('id', d.body_id, 'name', coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = d.body_id ORDER BY n.position DESC LIMIT 1), d.body_id)))
          FILTER (WHERE k.everybody OR d.round_id = ANY (k.rounds) OR d.body_id = (SELECT e.body_id FROM erasure e WHERE e.id = shown_reaches.wanted)), '[]') AS bodies
      FROM found f CROSS JOIN known k JOIN document d ON d.id = ANY (f.documents) GROUP BY f.reach, f.documents)
  SELECT CASE WHEN EXISTS (SELECT FROM found) THEN jsonb_build_object(
    'choices', (SELECT jsonb_agg(to_jsonb(c) ORDER BY array_position(ARRAY['body', 'rounds', 'all'], c.reach)) FROM counted c),
    'beyond', (SELECT count(DISTINCT (d.round_id, d.body_id)) FROM erasure e CROSS JOIN LATERAL app.reach_of(e.documents[1]) r (id) JOIN document d ON d.id = r.id AND d.gone_for IS DISTINCT FROM 'removed'
      WHERE e.id = shown_reaches.wanted AND NOT EXISTS (SELECT FROM found f WHERE d.id = ANY (f.documents)))) END
$$;

-- Documents of the asker's own bodies that hold the same bytes as something of another body whose removal is asked for, or was decided in the last 90 days:
-- what becomes of them, and neither whose it was nor why.
CREATE OR REPLACE FUNCTION app.copies_of_removed() RETURNS TABLE (removal uuid, round_id text, body_id text, document uuid, asked_at timestamptz, decided_at timestamptz, becomes text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.id, d.round_id, d.body_id, d.id, e.asked_at, e.decided_at,
    CASE WHEN e.decision IS NULL AND d.id = ANY ((SELECT app.held_documents())::uuid[]) THEN 'held' WHEN e.decision IS NULL THEN 'asked'
      WHEN d.erased_by = e.id THEN 'removed' WHEN e.decision = 'refused' THEN 'refused' ELSE 'kept' END
  FROM erasure e CROSS JOIN LATERAL app.reach_of(e.documents[1]) r (id) JOIN document d ON d.id = r.id
  WHERE e.kind = 'removal' AND d.body_id <> e.body_id AND d.body_id = ANY (app.direct_bodies())
    AND (e.decision IS NULL OR e.decided_at > app.moment() - interval '90 days')
    -- Of what was gone before it concerns nobody any more.
    AND (d.gone_at IS NULL OR d.erased_by = e.id)
  ORDER BY e.asked_at DESC, d.id
$$;

-- Of these subjects of acts, those whose document the library withholds too: its removal is asked for, or (to whoever did not do the act) it holds
-- personal data. Of those the trail tells that something was done, and not in what words.
CREATE OR REPLACE FUNCTION app.withheld_subjects(subjects text[], personal boolean) RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(s.subject), '{}') FROM unnest(subjects) AS s (subject)
    CROSS JOIN LATERAL (SELECT CASE WHEN s.subject ~ '^(document|upload):[0-9a-f-]{36}$' THEN split_part(s.subject, ':', 2)::uuid END) n (id)
    JOIN document d ON d.id = CASE WHEN starts_with(s.subject, 'upload:') THEN (SELECT u.document_id FROM upload u WHERE u.id = n.id) ELSE n.id END
  WHERE (SELECT app.account()) IS NOT NULL AND ((personal AND d.personal_data) OR d.id = ANY ((SELECT app.held_documents())::uuid[]))
$$;

-- From when on a document may be purged: full years count from the end of the year in which its round closed.
CREATE OR REPLACE FUNCTION app.due_from(closed_at timestamptz, years smallint) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT make_timestamptz((extract(year FROM closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh') + years + 1)::integer, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
$$;

-- Documents of closed rounds with what the law says of them; none that a later round has taken over and holds still, none whose removal is asked for.
CREATE OR REPLACE FUNCTION app.documents_with_term() RETURNS TABLE (document uuid, round text, document_class text, due_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH cited AS MATERIALIZED (
    SELECT DISTINCT c.round_id, c.body_id, split_part(x, '/', 1) AS document FROM round r JOIN cell c ON c.round_id = r.id
      CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(c.fields->'citations') WHEN 'array' THEN c.fields->'citations' ELSE '[]' END) x
    WHERE r.state = 'closed'
  )
  SELECT d.id, d.round_id, k.class, app.due_from(r.closed_at, t.years)
  FROM document d JOIN round r ON r.id = d.round_id AND r.state = 'closed' AND r.closed_at IS NOT NULL
    LEFT JOIN cited c ON c.round_id = d.round_id AND c.body_id = d.body_id AND c.document = d.id::text
    CROSS JOIN LATERAL (SELECT CASE WHEN d.withdrawn_at IS NOT NULL THEN 'withdrawn' WHEN d.personal_data THEN 'personalData' WHEN c.document IS NOT NULL THEN 'cited' ELSE 'uncited' END) k (class)
    JOIN retention_term t ON t.document_class = k.class AND t.years IS NOT NULL
  WHERE d.gone_at IS NULL AND d.id <> ALL ((SELECT app.held_documents())::uuid[])
    AND NOT EXISTS (SELECT FROM document l WHERE l.carried_from = d.id AND l.withdrawn_at IS NULL AND l.gone_at IS NULL)
$$;

-- What becomes due until a moment: of rounds that the asker runs, or of all to whoever sees the whole trail.
CREATE OR REPLACE FUNCTION app.becoming_due(until timestamptz) RETURNS TABLE (round text, document_class text, due_at timestamptz, documents integer, bytes float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT t.round, t.document_class, t.due_at, count(DISTINCT t.document)::integer, coalesce(sum(v.bytes), 0)::float8
  FROM app.documents_with_term() t LEFT JOIN document_version v ON v.document_id = t.document
  WHERE t.due_at <= becoming_due.until AND (app.sees_whole_trail() OR t.round = ANY (app.find_run_rounds()))
  GROUP BY t.round, t.document_class, t.due_at
$$;

-- Documents of a round whose term is over now, the oldest first.
CREATE OR REPLACE FUNCTION app.due_documents(round text, most integer) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(f.id), '{}') FROM (
    SELECT d.id FROM app.documents_with_term() t JOIN document d ON d.id = t.document
    WHERE t.round = due_documents.round AND t.due_at <= app.moment() AND (app.administers(NULL) OR app.runs_round(due_documents.round))
    ORDER BY d.created_at, d.id LIMIT due_documents.most) f
$$;

-- A document that the asker may ask to have removed: where it is, and whether that would find anything.
CREATE OR REPLACE FUNCTION app.removable(document uuid) RETURNS TABLE (round_id text, body_id text, form text, gone_for text, open uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT d.round_id, d.body_id, d.form, d.gone_for, (SELECT e.id FROM erasure e WHERE e.kind = 'removal' AND e.decision IS NULL AND e.documents[1] = d.id)
  FROM document d WHERE d.id = removable.document AND (app.works_on(d.round_id, d.body_id, app.find_own_sheets()) OR app.runs_round(d.round_id) OR app.administers(NULL))
$$;

-- The body's own people never of what would take, in their libraries, something that an appraiser brought (decision 0122).
CREATE OR REPLACE FUNCTION app.may_ask_erasure(kind text, round text, body text, documents uuid[], office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.own_office(may_ask_erasure.office) o WHERE (o.role = 'administrator' AND o.body_id IS NULL)
      OR (o.role = 'owner' AND o.body_id = (SELECT r.owner_body FROM round r WHERE r.id = may_ask_erasure.round))
      OR (may_ask_erasure.kind = 'removal' AND o.role IN ('clerk', 'head') AND o.body_id = may_ask_erasure.body
        AND NOT EXISTS (SELECT FROM app.reach_within(may_ask_erasure.documents[1], may_ask_erasure.body, NULL) r (id) WHERE app.brought_by_appraiser(r.id))))
    AND CASE may_ask_erasure.kind
      WHEN 'removal' THEN EXISTS (SELECT FROM document d WHERE d.id = may_ask_erasure.documents[1] AND d.round_id = may_ask_erasure.round AND d.body_id = may_ask_erasure.body
        AND d.form <> 'secretMail' AND d.gone_for IS DISTINCT FROM 'removed')
      ELSE may_ask_erasure.documents <@ app.due_documents(may_ask_erasure.round, NULL) END
$$;

-- Whether the decider and the asker of an erasure may be one person, as one alone made the other, while somebody else could decide: an independent administrator, or another owner of the round.
CREATE OR REPLACE FUNCTION app.dependent_in_erasure(wanted uuid, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM erasure e WHERE e.id = dependent_in_erasure.wanted AND app.are_dependent(e.asked_by, e.asked_office, app.account(), dependent_in_erasure.office)
    AND EXISTS (SELECT FROM membership m JOIN account a ON a.id = m.account_id AND a.ended_at IS NULL
      WHERE app.runs_on(m.from_date, m.to_date, app.today()) AND app.has_password(m.account_id) AND m.account_id <> e.asked_by
        AND ((m.role = 'administrator' AND m.body_id IS NULL) OR (m.role = 'owner' AND m.body_id = (SELECT r.owner_body FROM round r WHERE r.id = e.round_id)))
        AND (e.kind = 'removal' OR m.role <> (SELECT o.role FROM membership o WHERE o.id = e.asked_office))
        AND NOT app.are_dependent(e.asked_by, e.asked_office, m.account_id, m.id)))
$$;

-- Never whoever asked, nor whom the asker made alone or who made the asker. A removal: an owner of the round, or an administrator of the whole installation; a purge: the one of both that did not ask.
CREATE OR REPLACE FUNCTION app.decides_erasure(wanted uuid, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM erasure e CROSS JOIN LATERAL app.own_office(decides_erasure.office) o
    WHERE e.id = decides_erasure.wanted AND e.decision IS NULL AND e.asked_by <> app.account()
      AND NOT app.dependent_in_erasure(e.id, decides_erasure.office)
      AND (e.kind = 'removal' OR o.role <> (SELECT m.role FROM membership m WHERE m.id = e.asked_office))
      AND ((o.role = 'administrator' AND o.body_id IS NULL) OR (o.role = 'owner' AND o.body_id = (SELECT r.owner_body FROM round r WHERE r.id = e.round_id))))
$$;

-- Which documents an erasure takes as things stand now; of a removal those within the reach that whoever decides by this office has chosen.
CREATE OR REPLACE FUNCTION app.erased_documents(wanted uuid, office uuid, reach text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(d.id ORDER BY d.id), '{}') FROM erasure e JOIN document d ON CASE e.kind
    WHEN 'removal' THEN d.id IN (SELECT unnest(f.documents) FROM app.reaches_of(e.id, erased_documents.office) f WHERE f.reach = erased_documents.reach)
    ELSE d.id = ANY (e.documents) AND d.id = ANY (app.due_documents(e.round_id, NULL)) END
  WHERE e.id = erased_documents.wanted
$$;

-- What a proposed purge would take as things stand, for the two who answer for it. Of what holds personal data the subject is not told.
CREATE OR REPLACE FUNCTION app.documents_of_purge(wanted uuid) RETURNS TABLE (body text, number text, issued_on date, issuer text, subject text, document_class text, files integer, bytes float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT n.full_name, v.doc_number, v.issued_on, v.issuer, CASE WHEN d.personal_data THEN NULL ELSE coalesce(v.subject, v.file_name) END, t.document_class, f.files, f.bytes
  FROM erasure e JOIN document d ON d.id = ANY (app.erased_documents(e.id, NULL, NULL)) JOIN app.documents_with_term() t ON t.document = d.id
    CROSS JOIN LATERAL (SELECT * FROM document_version l WHERE l.document_id = d.id ORDER BY l.number DESC LIMIT 1) v
    CROSS JOIN LATERAL (SELECT count(l.sha256)::integer AS files, coalesce(sum(l.bytes), 0)::float8 AS bytes FROM document_version l WHERE l.document_id = d.id) f
    CROSS JOIN LATERAL (SELECT l.full_name FROM body_name l WHERE l.body_id = d.body_id ORDER BY l.position DESC LIMIT 1) n
  WHERE e.id = documents_of_purge.wanted AND e.kind = 'purge' AND e.decision IS NULL
    AND (e.asked_by = app.account() OR EXISTS (SELECT FROM app.in_force() m WHERE app.decides_erasure(e.id, m.id)))
  ORDER BY n.full_name COLLATE "vi-VN-x-icu", d.body_id, v.issued_on, v.doc_number, d.id
$$;

-- Uploads that brought these documents; of a removal also those that brought the same bytes into the same libraries, or, where it reaches all, anywhere.
CREATE OR REPLACE FUNCTION app.uploads_of(documents uuid[], removed uuid, reach text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.id FROM upload u WHERE u.document_id = ANY (uploads_of.documents)
  UNION SELECT u.id FROM upload u WHERE u.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = uploads_of.removed)
    AND (uploads_of.reach = 'all' OR EXISTS (SELECT FROM document d WHERE d.id = ANY (uploads_of.documents) AND d.round_id = u.round_id AND d.body_id = u.body_id))
$$;

-- Texts of the trail that tell of these documents and uploads.
CREATE OR REPLACE FUNCTION app.payloads_of(documents uuid[], uploads uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.id FROM audit a JOIN payload p ON p.id = a.payload_id AND p.content IS NOT NULL
  WHERE a.subject IN (SELECT 'document:' || d FROM unnest(payloads_of.documents) d UNION ALL SELECT 'upload:' || u FROM unnest(payloads_of.uploads) u)
$$;

-- The document that is to be removed; none of a purge.
CREATE OR REPLACE FUNCTION app.removed_document(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.documents[1] FROM erasure e WHERE e.id = removed_document.wanted AND e.kind = 'removal'
$$;

-- Holds all that an erasure takes against other writers, and tells what that is: what the acts must say, and what the record says.
CREATE OR REPLACE FUNCTION app.prepare_erasure(wanted uuid, office uuid, reach text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  going uuid[];
  bringing uuid[];
  removed uuid;
  answer jsonb;
BEGIN
  PERFORM FROM erasure e WHERE e.id = wanted FOR UPDATE;
  IF NOT app.decides_erasure(wanted, office) THEN
    RAISE EXCEPTION 'erasure % is not decided by whoever asks', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  removed := app.removed_document(wanted);
  IF removed IS NOT NULL AND NOT EXISTS (SELECT FROM app.reaches_of(wanted, office) f WHERE f.reach = prepare_erasure.reach) THEN
    RAISE EXCEPTION 'removal % does not reach so far by whoever decides', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Bytes before documents, as whoever finishes an upload takes them.
  PERFORM pg_advisory_xact_lock(hashtextextended('parindex content ' || encode(h.sha256, 'hex'), 0))
    FROM (SELECT DISTINCT v.sha256 FROM document_version v WHERE v.document_id = ANY (app.erased_documents(wanted, office, reach)) AND v.sha256 IS NOT NULL ORDER BY 1) h;
  PERFORM FROM document d WHERE d.id = ANY (app.erased_documents(wanted, office, reach)) ORDER BY d.id FOR UPDATE;
  going := app.erased_documents(wanted, office, reach);
  bringing := ARRAY(SELECT app.uploads_of(going, removed, reach));
  SELECT jsonb_build_object(
    'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'document', d.id, 'round', d.round_id,
        'body', jsonb_build_object('id', d.body_id, 'name', coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = d.body_id ORDER BY n.position DESC LIMIT 1), d.body_id)),
        'versions', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'sha256', encode(v.sha256, 'hex'), 'bytes', v.bytes,
            'docNumber', CASE WHEN removed IS NULL THEN v.doc_number END, 'issuedOn', CASE WHEN removed IS NULL THEN v.issued_on END,
            'issuer', CASE WHEN removed IS NULL THEN v.issuer END, 'subject', CASE WHEN removed IS NULL AND NOT d.personal_data THEN v.subject END) ORDER BY v.number), '[]')
          FROM document_version v WHERE v.document_id = d.id),
        'cited', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', c.target_kind, 'target', c.target, 'stage', c.stage, 'citation', x) ORDER BY c.stage, c.target_kind DESC, c.target, x), '[]')
          FROM cell c CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(c.fields->'citations') WHEN 'array' THEN c.fields->'citations' ELSE '[]' END) x
          WHERE removed IS NOT NULL AND c.round_id = d.round_id AND c.body_id = d.body_id AND split_part(x, '/', 1) = d.id::text)
      ) ORDER BY d.round_id, d.body_id, d.id), '[]') FROM document d WHERE d.id = ANY (going)),
    'payloads', (SELECT coalesce(jsonb_agg(p ORDER BY p), '[]') FROM app.payloads_of(going, bringing) p),
    'backups', (SELECT coalesce(jsonb_agg(jsonb_build_object('at', to_char(a.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'sha256', a.content->>'sha256') ORDER BY a.n), '[]')
      FROM audit a WHERE a.act = 'installation.backUp' AND a.at >= least(
        (SELECT min(v.uploaded_at) FROM document_version v WHERE v.document_id = ANY (going)), (SELECT min(u.created_at) FROM upload u WHERE u.id = ANY (bringing))))
  ) INTO answer;
  RETURN answer;
END $$;

-- Takes every word of these documents away, and marks bytes that nothing else needs (of a removal that reaches all, for ever); the rows stay with id and hash, of a purge with number and date.
CREATE OR REPLACE FUNCTION app.erase(wanted uuid, why text, going uuid[], reach text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  removed uuid := app.removed_document(wanted);
  bringing uuid[] := ARRAY(SELECT app.uploads_of(going, removed, reach));
BEGIN
  DELETE FROM page_text p WHERE p.document_id = ANY (going);
  UPDATE document_version v SET file_name = NULL, issuer = NULL, subject = NULL, valid_from = NULL, valid_to = NULL, proposed = NULL,
    findings = '[]', signatures = '[]', personal_found = '[]', search_key = '', salt = uuid_send(gen_random_uuid()),
    doc_number = CASE WHEN why = 'purged' THEN v.doc_number END, doc_number_key = CASE WHEN why = 'purged' THEN v.doc_number_key END,
    issued_on = CASE WHEN why = 'purged' THEN v.issued_on END
  WHERE v.document_id = ANY (going);
  UPDATE upload u SET file_name = '—', refusal = CASE WHEN u.refusal IS NULL THEN NULL ELSE jsonb_build_object('code', u.refusal->'code', 'details', '{}'::jsonb) END,
    state = CASE WHEN u.state = 'receiving' THEN 'cancelled' ELSE u.state END, ended_at = CASE WHEN u.state = 'receiving' THEN app.moment() ELSE u.ended_at END
  WHERE u.id = ANY (bringing);
  UPDATE job j SET state = 'cancelled', ended_at = clock_timestamp()
  WHERE j.state = 'waiting' AND j.id IN (SELECT u.id FROM upload u WHERE u.id = ANY (bringing) AND u.state = 'cancelled');
  UPDATE document d SET gone_at = app.moment(), gone_for = why, erased_by = wanted, access = 'restricted', version = d.version + 1 WHERE d.id = ANY (going);
  UPDATE content c SET gone_at = app.moment(), gone_for = 'removed', erased_at = NULL, scan_told = NULL
  WHERE erase.reach = 'all' AND c.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = removed);
  UPDATE content c SET gone_at = app.moment(), gone_for = CASE why WHEN 'purged' THEN 'purged' ELSE 'unused' END
  WHERE c.gone_at IS NULL AND c.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = ANY (going))
    AND NOT EXISTS (SELECT FROM document_version v JOIN document d ON d.id = v.document_id AND d.gone_at IS NULL WHERE v.sha256 = c.sha256)
    AND NOT EXISTS (SELECT FROM upload u WHERE u.sha256 = c.sha256 AND u.state = 'received');
END $$;

-- Decides an erasure, and carries it out. Texts of the trail go by the acts of this very transaction, which must name them all.
CREATE OR REPLACE FUNCTION app.decide_erasure(wanted uuid, office uuid, verdict text, said text, told jsonb, reach text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  going uuid[];
  naming uuid[];
  named uuid[];
BEGIN
  PERFORM FROM erasure e WHERE e.id = wanted FOR UPDATE;
  IF NOT app.decides_erasure(wanted, office) THEN
    RAISE EXCEPTION 'erasure % is not decided by whoever asks', wanted USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF verdict = 'carriedOut' THEN
    going := app.erased_documents(wanted, office, reach);
    naming := ARRAY(SELECT app.payloads_of(going, ARRAY(SELECT app.uploads_of(going, app.removed_document(wanted), reach))));
    named := ARRAY(SELECT x::uuid FROM erasure e JOIN audit a ON a.subject = e.kind || ':' || e.id CROSS JOIN LATERAL jsonb_array_elements_text(a.content->'payloads') x
      WHERE e.id = wanted AND a.act = 'payload.purge' AND a.xid = pg_current_xact_id());
    IF NOT (naming <@ named AND named <@ naming) THEN
      RAISE EXCEPTION 'the acts of erasure % do not name what goes', wanted USING ERRCODE = 'serialization_failure';
    END IF;
    UPDATE payload p SET content = NULL, purged_by_act = n.n
      FROM (SELECT a.n, x::uuid AS payload FROM erasure e JOIN audit a ON a.subject = e.kind || ':' || e.id CROSS JOIN LATERAL jsonb_array_elements_text(a.content->'payloads') x
        WHERE e.id = wanted AND a.act = 'payload.purge' AND a.xid = pg_current_xact_id()) n
      WHERE p.id = n.payload;
    PERFORM app.erase(wanted, CASE WHEN app.removed_document(wanted) IS NULL THEN 'purged' ELSE 'removed' END, going, reach);
  END IF;
  UPDATE erasure e SET decision = verdict, reach = CASE WHEN verdict = 'carriedOut' AND app.removed_document(wanted) IS NOT NULL THEN decide_erasure.reach END, note = said, decided_by = app.account(), decided_office = office, decided_at = app.moment(),
    record = CASE WHEN verdict = 'carriedOut' THEN told END WHERE e.id = wanted;
END $$;

-- How documents and their versions stand after an erasure that the asker has decided, for the act that tells it: wherever they are, without what acts do not tell.
CREATE OR REPLACE FUNCTION app.standing_of_erased(wanted uuid, untold text[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH going AS (SELECT d.* FROM document d JOIN erasure e ON e.id = d.erased_by WHERE e.id = standing_of_erased.wanted AND e.decided_by = app.account())
  SELECT jsonb_build_object(
    'document', (SELECT coalesce(jsonb_object_agg(g.id, jsonb_build_array(to_jsonb(d) - 'id')), '{}') FROM going g JOIN document d ON d.id = g.id),
    'document_version', (SELECT coalesce(jsonb_object_agg(g.id, (SELECT coalesce(jsonb_agg(to_jsonb(v) - 'document_id' - standing_of_erased.untold ORDER BY v.number), '[]')
      FROM document_version v WHERE v.document_id = g.id)), '{}') FROM going g),
    'content', (SELECT coalesce(jsonb_object_agg(encode(c.sha256, 'hex'), jsonb_build_array(jsonb_build_object('bytes', c.bytes, 'scan', c.scan, 'gone_for', c.gone_for))), '{}')
      FROM content c WHERE c.kept_at IS NOT NULL AND c.sha256 IN (SELECT v.sha256 FROM document_version v JOIN going g ON g.id = v.document_id)))
$$;

-- What is gone gets no words again, from nobody who serves; a restore by the owner brings it back as it was.
CREATE OR REPLACE FUNCTION app.refuse_words_of_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'parindex_owner' AND EXISTS (SELECT FROM document d WHERE d.id = NEW.document_id AND d.gone_at IS NOT NULL) THEN
    RAISE EXCEPTION 'document % is gone', NEW.document_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Bytes that were removed never come back, and only the functions above remove.
CREATE OR REPLACE FUNCTION app.refuse_removed_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'parindex_owner' AND OLD.gone_for IS DISTINCT FROM NEW.gone_for AND (OLD.gone_for = 'removed' OR NEW.gone_for IN ('removed', 'purged')) THEN
    RAISE EXCEPTION 'bytes are removed and purged by the decision of two people, and removed ones do not come back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Waits for an erasure that is under way.
CREATE OR REPLACE FUNCTION app.refuse_upload_into_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF session_user <> 'parindex_owner' AND EXISTS (SELECT FROM document d WHERE d.id = NEW.document_id AND d.gone_at IS NOT NULL FOR SHARE) THEN
    RAISE EXCEPTION 'document % is gone', NEW.document_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.dependent_in_erasure, app.reaches_of, app.shown_reaches, app.copies_of_removed, app.held_documents, app.withheld_subjects, app.becoming_due, app.due_documents, app.removable, app.may_ask_erasure, app.decides_erasure,
  app.documents_of_purge, app.prepare_erasure, app.decide_erasure, app.standing_of_erased TO parindex_app;
