-- Evidence: the documents that prove a score, their bytes, their texts.

-- Bytes, stored once however many documents hold them. A row comes before its object: what has no row here is an orphan and may be swept.
CREATE TABLE content (
  sha256 bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
  bytes bigint NOT NULL CHECK (bytes > 0),
  -- Absent: still on the way to the store.
  kept_at timestamptz,
  -- Until it is clean nobody reads it, where there is a scanner.
  scan text NOT NULL DEFAULT 'waiting' CHECK (scan IN ('waiting', 'clean', 'infected')),
  scanned_at timestamptz,
  -- The scanner with its signatures, or the name of what it found.
  scan_told text,
  -- When the bytes were last read again and held against the hash, and what was found.
  checked_at timestamptz,
  check_found text CHECK (check_found IN ('whole', 'missing', 'changed')),
  -- Since when the bytes are gone, and why; the row stays with its hash.
  gone_at timestamptz,
  gone_for text CHECK (gone_for IN ('removed', 'purged', 'infected', 'unused')),
  CHECK ((gone_at IS NULL) = (gone_for IS NULL))
);
-- What the last reading found wrong.
CREATE INDEX content_damaged ON content (check_found) WHERE check_found <> 'whole' AND gone_at IS NULL;
CREATE INDEX content_waiting ON content (kept_at) WHERE scan = 'waiting' AND gone_at IS NULL;
CREATE INDEX content_unchecked ON content (checked_at NULLS FIRST, sha256) WHERE gone_at IS NULL;

CREATE TABLE document (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- secretMail: sent by the way for secret papers; nothing of it is kept here, not even a title.
  form text NOT NULL CHECK (form IN ('file', 'reference', 'secretMail')),
  access text NOT NULL DEFAULT 'restricted' CHECK (access IN ('restricted', 'released')),
  personal_data boolean NOT NULL DEFAULT false,
  -- Of the round before, said to hold still.
  carried_from uuid REFERENCES document,
  -- Of a paper sent by the secret mail: who held it against the claim.
  compared_by uuid REFERENCES account,
  compared_at timestamptz,
  -- Taken out of the library by the body itself, while nothing cited it.
  withdrawn_by uuid REFERENCES account,
  withdrawn_at timestamptz,
  created_by uuid NOT NULL REFERENCES account,
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX document_library ON document (round_id, body_id, created_at);

-- A version never replaces what an entry cited: another file, or another wording of the reference, is the next one.
CREATE TABLE document_version (
  document_id uuid NOT NULL REFERENCES document,
  number smallint NOT NULL CHECK (number > 0),
  round_id text NOT NULL,
  body_id text NOT NULL,
  -- Absent of a reference without a file.
  sha256 bytea REFERENCES content,
  bytes bigint,
  file_name text,
  kind text,
  -- Blacked out, to be released in the place of the document itself.
  redacted boolean NOT NULL DEFAULT false,
  -- What the document says of itself, as somebody typed or confirmed it.
  doc_number text,
  doc_number_key text,
  issued_on date,
  issuer text,
  subject text,
  valid_from date,
  valid_to date,
  confirmed_by uuid REFERENCES account,
  confirmed_at timestamptz,
  -- What the first page says, as it was read; what was found in the file; its electronic signatures.
  proposed jsonb,
  findings jsonb NOT NULL DEFAULT '[]',
  signatures jsonb NOT NULL DEFAULT '[]',
  -- { code, page, count } of personal data that was found, never the data.
  personal_found jsonb NOT NULL DEFAULT '[]',
  pages integer,
  pages_are text,
  -- By which extension it came when the step itself had closed: late for ever.
  late_by uuid REFERENCES extension,
  uploaded_by uuid NOT NULL REFERENCES account,
  uploaded_at timestamptz(3) NOT NULL,
  -- By the core's searchKey of number, issuer, subject, file name.
  search_key text NOT NULL DEFAULT '',
  PRIMARY KEY (document_id, number),
  CHECK (valid_to >= valid_from),
  CHECK ((sha256 IS NULL) = (bytes IS NULL))
);
CREATE INDEX document_version_content ON document_version (sha256);
CREATE INDEX document_version_number ON document_version (round_id, body_id, doc_number_key);

-- The text of each page, and what a preview shows of it.
CREATE TABLE page_text (
  document_id uuid NOT NULL,
  number smallint NOT NULL,
  page integer NOT NULL CHECK (page > 0),
  round_id text NOT NULL,
  body_id text NOT NULL,
  title text,
  text text NOT NULL,
  blocks jsonb,
  -- By the core's searchKey, word by word.
  words tsvector NOT NULL,
  -- Of its document: found pages are told newest first.
  created_at timestamptz NOT NULL,
  PRIMARY KEY (document_id, number, page),
  FOREIGN KEY (document_id, number) REFERENCES document_version
);
CREATE INDEX page_text_words ON page_text USING gin (words) WITH (fastupdate = off);
CREATE INDEX page_text_newest ON page_text (round_id, created_at DESC, document_id, number, page);
CREATE INDEX page_text_newest_of_body ON page_text (body_id, round_id, created_at DESC, document_id, number, page);

-- A file on its way: the row is its own job, and whoever holds it says until when.
CREATE TABLE upload (
  id uuid PRIMARY KEY,
  round_id text NOT NULL,
  body_id text NOT NULL,
  account_id uuid NOT NULL REFERENCES account,
  office uuid NOT NULL REFERENCES membership,
  document_id uuid NOT NULL,
  file_name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  redacted boolean NOT NULL DEFAULT false,
  late_by uuid REFERENCES extension,
  created_at timestamptz(3) NOT NULL,
  -- What began in time may end a little later than the step.
  until timestamptz(3) NOT NULL,
  state text NOT NULL CHECK (state IN ('receiving', 'received', 'kept', 'refused', 'cancelled')),
  received_at timestamptz(3),
  sha256 bytea,
  -- { code, details } of why it did not come in.
  refusal jsonb,
  -- How often the checking of it began.
  tries smallint NOT NULL DEFAULT 0,
  ended_at timestamptz,
  holder uuid,
  held_until timestamptz,
  -- Somebody else waits for it: the holder lets go.
  wanted boolean NOT NULL DEFAULT false,
  FOREIGN KEY (round_id, body_id) REFERENCES participant
);
CREATE INDEX upload_open ON upload (state, created_at) WHERE state IN ('receiving', 'received');
CREATE INDEX upload_account ON upload (account_id, created_at);
CREATE INDEX upload_library ON upload (round_id, body_id);

CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON document_version FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON content FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();

-- Uploads are held by whoever works on them, for some seconds at a time: a process that dies lets go by itself, and it works behind a PgBouncer.

-- Holds an upload; false where another holds it, who is then told that somebody waits.
CREATE FUNCTION app.hold_upload(upload uuid, by uuid, seconds integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE upload u SET holder = by, held_until = clock_timestamp() + make_interval(secs => seconds), wanted = false
  WHERE u.id = hold_upload.upload AND (u.holder IS NULL OR u.holder = by OR u.held_until < clock_timestamp());
  IF FOUND THEN RETURN true; END IF;
  UPDATE upload u SET wanted = true WHERE u.id = hold_upload.upload;
  RETURN false;
END $$;

-- Goes on holding; answers whether somebody waits, null where it is held no more.
CREATE FUNCTION app.go_on_holding(upload uuid, by uuid, seconds integer) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE upload u SET held_until = clock_timestamp() + make_interval(secs => seconds) WHERE u.id = go_on_holding.upload AND u.holder = by RETURNING u.wanted
$$;

CREATE FUNCTION app.let_upload_go(upload uuid, by uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE upload u SET holder = NULL, held_until = NULL, wanted = false WHERE u.id = let_upload_go.upload AND u.holder = by
$$;

-- Pages that match, the newest document first, as far as the asker may see them and their bytes may be read. It looks with the owner's rights and
-- is the wall itself: behind row security no index for words can be used, as the operator is not leakproof.
-- Words that stand on enough of the newest pages are found by walking on from there. Others are rare: the index of words gives all their pages,
-- which are then put in order. PostgreSQL's own guess takes a rare number for a common word, and walks through the whole round for it.
CREATE FUNCTION app.search_pages(round text, body text, wanted text, unscanned boolean, most integer)
RETURNS TABLE (document uuid, version smallint, page integer, body_id text, number text, subject text, file_name text, text text, personal_data boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp SET jit = off AS $$
DECLARE
  whole boolean := round = ANY (app.whole_rounds());
  bodies text[] := CASE WHEN body IS NOT NULL AND (whole OR body = ANY (app.own_bodies())) THEN ARRAY[body] WHEN body IS NULL AND NOT whole THEN app.own_bodies() ELSE '{}' END;
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
    USING round, bodies, wanted, unscanned, most, app.held_documents();
END $$;

-- How the files stand, for administrators of the whole installation: numbers and hashes, never whose they are.
CREATE FUNCTION app.evidence_standing() RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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

-- Whose an upload is: for the one step that says it has come whole.
CREATE FUNCTION app.account_of_upload(upload uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.account_id FROM upload u WHERE u.id = account_of_upload.upload AND u.state = 'receiving'
$$;

-- A version points to bytes that are there; a restore by the owner brings back what is gone too.
CREATE FUNCTION app.refuse_version_of_nothing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF session_user <> 'parindex_owner' AND NEW.sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM content c WHERE c.sha256 = NEW.sha256 AND c.kept_at IS NOT NULL AND c.gone_at IS NULL FOR SHARE) THEN
    RAISE EXCEPTION 'a version of a document points to bytes that are not there' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER points_to_bytes BEFORE INSERT ON document_version FOR EACH ROW EXECUTE FUNCTION app.refuse_version_of_nothing();

GRANT SELECT ON content, document, document_version, page_text, upload TO parindex_app, parindex_jobs;
GRANT INSERT ON document, document_version, page_text, upload TO parindex_app, parindex_jobs;
GRANT UPDATE (access, personal_data, compared_by, compared_at, withdrawn_by, withdrawn_at, version) ON document TO parindex_app;
GRANT UPDATE (version, personal_data, access) ON document TO parindex_jobs;
GRANT UPDATE (doc_number, doc_number_key, issued_on, issuer, subject, valid_from, valid_to, confirmed_by, confirmed_at, search_key) ON document_version TO parindex_app;
GRANT UPDATE (state, received_at, ended_at, sha256) ON upload TO parindex_app;
GRANT UPDATE (state, received_at, refusal, ended_at, sha256, tries, document_id, file_name) ON upload TO parindex_jobs;
GRANT INSERT, UPDATE ON content TO parindex_jobs;
GRANT SELECT ON participant, round, round_step, extension, installation TO parindex_jobs;
GRANT INSERT ON payload TO parindex_jobs;
GRANT INSERT (at, actor, office, act, subject, round_id, body_id, content, payload_id, payload_hash, hash) ON audit TO parindex_jobs;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
ALTER TABLE document_version ENABLE ROW LEVEL SECURITY;
ALTER TABLE page_text ENABLE ROW LEVEL SECURITY;
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE content ENABLE ROW LEVEL SECURITY;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['document', 'document_version', 'page_text'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO parindex_app USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]))', name || '_read', name);
    -- Written by the body itself; what others say of it (compared with the paper) they change only where they see it.
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT TO parindex_app WITH CHECK (body_id = ANY ((SELECT app.own_bodies())::text[]))', name || '_add', name);
    EXECUTE format('CREATE POLICY %I ON %I TO parindex_jobs USING (true)', name || '_jobs', name);
  END LOOP;
END $$;
CREATE POLICY document_change ON document FOR UPDATE TO parindex_app
  USING (body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.whole_rounds())::text[]));
CREATE POLICY document_version_change ON document_version FOR UPDATE TO parindex_app USING (body_id = ANY ((SELECT app.own_bodies())::text[]));
-- Whoever finds a version may know of its bytes, and nobody else that they exist.
CREATE POLICY content_read ON content FOR SELECT TO parindex_app USING (EXISTS (SELECT FROM document_version v WHERE v.sha256 = content.sha256));
CREATE POLICY content_jobs ON content TO parindex_jobs USING (true);
-- An upload is its person's own until it is a document; the body's others see that it is on its way.
CREATE POLICY upload_read ON upload FOR SELECT TO parindex_app USING (body_id = ANY ((SELECT app.own_bodies())::text[]));
CREATE POLICY upload_add ON upload FOR INSERT TO parindex_app WITH CHECK (account_id = (SELECT app.account()) AND body_id = ANY ((SELECT app.own_bodies())::text[]));
CREATE POLICY upload_change ON upload FOR UPDATE TO parindex_app USING (account_id = (SELECT app.account()));
CREATE POLICY upload_jobs ON upload TO parindex_jobs USING (true);

-- What jobs do with evidence they tell in the name of whoever brought it, or in nobody's.
CREATE POLICY audit_jobs ON audit FOR INSERT TO parindex_jobs
  WITH CHECK (act LIKE 'evidence.%' AND (actor IS NULL OR EXISTS (SELECT FROM upload u WHERE u.account_id = actor AND u.round_id = audit.round_id AND u.body_id = audit.body_id)));
CREATE POLICY payload_jobs ON payload FOR INSERT TO parindex_jobs WITH CHECK (round_id IS NOT NULL AND body_id IS NOT NULL AND purged_by_act IS NULL);

REVOKE ALL ON FUNCTION app.refuse_version_of_nothing(), app.hold_upload(uuid, uuid, integer), app.go_on_holding(uuid, uuid, integer), app.let_upload_go(uuid, uuid), app.account_of_upload(uuid), app.search_pages(text, text, text, boolean, integer), app.evidence_standing() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_upload(uuid, uuid, integer), app.go_on_holding(uuid, uuid, integer), app.let_upload_go(uuid, uuid), app.account_of_upload(uuid) TO parindex_app, parindex_jobs;
GRANT EXECUTE ON FUNCTION app.search_pages(text, text, text, boolean, integer), app.evidence_standing() TO parindex_app;

-- Erasing: a document that must not be here is removed, documents of a closed round are purged after their term. One person asks, another decides;
-- the role that serves can do neither but by the functions below.

CREATE TABLE retention_term (
  document_class text PRIMARY KEY CHECK (document_class IN ('withdrawn', 'personalData', 'cited', 'uncited')),
  -- Full years after the one in which the round closed; absent: kept for ever.
  years smallint CHECK (years BETWEEN 1 AND 100),
  basis text NOT NULL CHECK (length(basis) BETWEEN 1 AND 1000),
  set_by uuid NOT NULL REFERENCES account,
  set_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1
);

CREATE TABLE erasure (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('removal', 'purge')),
  round_id text NOT NULL REFERENCES round,
  -- Whose document is to be removed; absent of a purge.
  body_id text REFERENCES body,
  -- The one to be removed; all whose term was over.
  documents uuid[] NOT NULL CHECK (cardinality(documents) > 0),
  reason text NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  asked_by uuid NOT NULL REFERENCES account,
  asked_office uuid NOT NULL REFERENCES membership,
  asked_at timestamptz(3) NOT NULL,
  decision text CHECK (decision IN ('carriedOut', 'refused')),
  note text,
  decided_by uuid REFERENCES account,
  decided_office uuid REFERENCES membership,
  decided_at timestamptz(3),
  -- What went, as it stood at that moment: for the printable record.
  record jsonb,
  CHECK (kind = 'purge' OR (body_id IS NOT NULL AND cardinality(documents) = 1)),
  CHECK (decided_by <> asked_by),
  CHECK (num_nulls(decision, decided_by, decided_office, decided_at) IN (0, 4)),
  CHECK ((record IS NOT NULL) = (decision IS NOT DISTINCT FROM 'carriedOut'))
);
CREATE UNIQUE INDEX erasure_open_removal ON erasure ((documents[1])) WHERE kind = 'removal' AND decision IS NULL;
CREATE UNIQUE INDEX erasure_open_purge ON erasure (round_id) WHERE kind = 'purge' AND decision IS NULL;
CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON erasure FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
CREATE TRIGGER decided_once BEFORE UPDATE ON erasure FOR EACH ROW WHEN (OLD.decision IS NOT NULL) EXECUTE FUNCTION app.refuse_change();

ALTER TABLE document
  ADD gone_at timestamptz,
  ADD gone_for text CHECK (gone_for IN ('removed', 'purged')),
  ADD erased_by uuid REFERENCES erasure,
  ADD CHECK (num_nulls(gone_at, gone_for, erased_by) IN (0, 3));
-- When the store had nothing of it any more.
ALTER TABLE content ADD erased_at timestamptz, ADD CHECK (erased_at IS NULL OR gone_at IS NOT NULL);
CREATE INDEX content_to_erase ON content (gone_at) WHERE gone_at IS NOT NULL AND erased_at IS NULL;
CREATE INDEX document_carried ON document (carried_from) WHERE carried_from IS NOT NULL;
CREATE INDEX upload_document ON upload (document_id);
CREATE INDEX upload_content ON upload (sha256) WHERE sha256 IS NOT NULL;

-- The same document in other rounds, and all that hold the same bytes, wherever.
CREATE FUNCTION app.reach_of(document uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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

-- Documents whose removal is asked for, with all that it would reach: until it is decided nobody reads them.
CREATE FUNCTION app.held_documents() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT r), '{}') FROM erasure e CROSS JOIN LATERAL app.reach_of(e.documents[1]) r WHERE e.kind = 'removal' AND e.decision IS NULL
$$;

-- From when on a document may be purged: full years count from the end of the year in which its round closed.
CREATE FUNCTION app.due_from(closed_at timestamptz, years smallint) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT make_timestamptz((extract(year FROM closed_at AT TIME ZONE 'Asia/Ho_Chi_Minh') + years + 1)::integer, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
$$;

-- Documents of closed rounds with what the law says of them; none that a later round has taken over and holds still, none whose removal is asked for.
CREATE FUNCTION app.documents_with_term() RETURNS TABLE (document uuid, round text, document_class text, due_at timestamptz)
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

-- Whether the asker runs this very round.
CREATE FUNCTION app.runs_round(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT runs_round.round = ANY (app.find_run_rounds())
$$;

-- What becomes due until a moment: of rounds that the asker runs, or of all to whoever sees the whole trail.
CREATE FUNCTION app.becoming_due(until timestamptz) RETURNS TABLE (round text, document_class text, due_at timestamptz, documents integer, bytes float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT t.round, t.document_class, t.due_at, count(DISTINCT t.document)::integer, coalesce(sum(v.bytes), 0)::float8
  FROM app.documents_with_term() t LEFT JOIN document_version v ON v.document_id = t.document
  WHERE t.due_at <= becoming_due.until AND (app.sees_whole_trail() OR t.round = ANY (app.find_run_rounds()))
  GROUP BY t.round, t.document_class, t.due_at
$$;

-- Documents of a round whose term is over now, the oldest first.
CREATE FUNCTION app.due_documents(round text, most integer) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(f.id), '{}') FROM (
    SELECT d.id FROM app.documents_with_term() t JOIN document d ON d.id = t.document
    WHERE t.round = due_documents.round AND t.due_at <= app.moment() AND (app.administers(NULL) OR app.runs_round(due_documents.round))
    ORDER BY d.created_at, d.id LIMIT due_documents.most) f
$$;

-- A document that the asker may ask to have removed: where it is, and whether that would find anything.
CREATE FUNCTION app.removable(document uuid) RETURNS TABLE (round_id text, body_id text, form text, gone_for text, open uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT d.round_id, d.body_id, d.form, d.gone_for, (SELECT e.id FROM erasure e WHERE e.kind = 'removal' AND e.decision IS NULL AND e.documents[1] = d.id)
  FROM document d WHERE d.id = removable.document AND (d.body_id = ANY (app.find_own_bodies()) OR app.runs_round(d.round_id) OR app.administers(NULL))
$$;

-- The role in force of an office that is the asker's own.
CREATE FUNCTION app.own_office(office uuid) RETURNS TABLE (role text, body_id text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT m.role, m.body_id FROM app.in_force() m WHERE m.id = own_office.office
$$;

CREATE FUNCTION app.may_ask_erasure(kind text, round text, body text, documents uuid[], office uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.own_office(may_ask_erasure.office) o WHERE (o.role = 'administrator' AND o.body_id IS NULL)
      OR (o.role = 'owner' AND o.body_id = (SELECT r.owner_body FROM round r WHERE r.id = may_ask_erasure.round))
      OR (may_ask_erasure.kind = 'removal' AND o.role IN ('clerk', 'head') AND o.body_id = may_ask_erasure.body))
    AND CASE may_ask_erasure.kind
      WHEN 'removal' THEN EXISTS (SELECT FROM document d WHERE d.id = may_ask_erasure.documents[1] AND d.round_id = may_ask_erasure.round AND d.body_id = may_ask_erasure.body
        AND d.form <> 'secretMail' AND d.gone_for IS DISTINCT FROM 'removed')
      ELSE may_ask_erasure.documents <@ app.due_documents(may_ask_erasure.round, NULL) END
$$;

-- Never whoever asked. A removal: an owner of the round, or an administrator of the whole installation; a purge: the one of both that did not ask.
CREATE FUNCTION app.decides_erasure(wanted uuid, office uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM erasure e CROSS JOIN LATERAL app.own_office(decides_erasure.office) o
    WHERE e.id = decides_erasure.wanted AND e.decision IS NULL AND e.asked_by <> app.account()
      AND (e.kind = 'removal' OR o.role <> (SELECT m.role FROM membership m WHERE m.id = e.asked_office))
      AND ((o.role = 'administrator' AND o.body_id IS NULL) OR (o.role = 'owner' AND o.body_id = (SELECT r.owner_body FROM round r WHERE r.id = e.round_id))))
$$;

-- Which documents an erasure takes as things stand now.
CREATE FUNCTION app.erased_documents(wanted uuid) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(d.id ORDER BY d.id), '{}') FROM erasure e JOIN document d ON CASE e.kind
    WHEN 'removal' THEN d.id IN (SELECT app.reach_of(e.documents[1])) AND d.gone_for IS DISTINCT FROM 'removed'
    ELSE d.id = ANY (e.documents) AND d.id = ANY (app.due_documents(e.round_id, NULL)) END
  WHERE e.id = erased_documents.wanted
$$;

-- What a proposed purge would take as things stand, for the two who answer for it. Of what holds personal data the subject is not told.
CREATE FUNCTION app.documents_of_purge(wanted uuid) RETURNS TABLE (body text, number text, issued_on date, issuer text, subject text, document_class text, files integer, bytes float8)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT n.full_name, v.doc_number, v.issued_on, v.issuer, CASE WHEN d.personal_data THEN NULL ELSE coalesce(v.subject, v.file_name) END, t.document_class, f.files, f.bytes
  FROM erasure e JOIN document d ON d.id = ANY (app.erased_documents(e.id)) JOIN app.documents_with_term() t ON t.document = d.id
    CROSS JOIN LATERAL (SELECT * FROM document_version l WHERE l.document_id = d.id ORDER BY l.number DESC LIMIT 1) v
    CROSS JOIN LATERAL (SELECT count(l.sha256)::integer AS files, coalesce(sum(l.bytes), 0)::float8 AS bytes FROM document_version l WHERE l.document_id = d.id) f
    CROSS JOIN LATERAL (SELECT l.full_name FROM body_name l WHERE l.body_id = d.body_id ORDER BY l.position DESC LIMIT 1) n
  WHERE e.id = documents_of_purge.wanted AND e.kind = 'purge' AND e.decision IS NULL
    AND (e.asked_by = app.account() OR EXISTS (SELECT FROM app.in_force() m WHERE app.decides_erasure(e.id, m.id)))
  ORDER BY n.full_name COLLATE "vi-VN-x-icu", d.body_id, v.issued_on, v.doc_number, d.id
$$;

-- Uploads that brought these documents or these bytes.
CREATE FUNCTION app.uploads_of(documents uuid[], bytes_of uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.id FROM upload u WHERE u.document_id = ANY (uploads_of.documents)
  UNION SELECT u.id FROM upload u WHERE u.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = uploads_of.bytes_of)
$$;

-- Texts of the trail that tell of these documents and uploads.
CREATE FUNCTION app.payloads_of(documents uuid[], uploads uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT p.id FROM audit a JOIN payload p ON p.id = a.payload_id AND p.content IS NOT NULL
  WHERE a.subject IN (SELECT 'document:' || d FROM unnest(payloads_of.documents) d UNION ALL SELECT 'upload:' || u FROM unnest(payloads_of.uploads) u)
$$;

-- The document whose bytes must go for ever; none of a purge.
CREATE FUNCTION app.removed_document(wanted uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT e.documents[1] FROM erasure e WHERE e.id = removed_document.wanted AND e.kind = 'removal'
$$;

-- Holds all that an erasure takes against other writers, and tells what that is: what the acts must say, and what the record says.
CREATE FUNCTION app.prepare_erasure(wanted uuid, office uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
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
  -- Bytes before documents, as whoever finishes an upload takes them.
  PERFORM pg_advisory_xact_lock(hashtextextended('parindex content ' || encode(h.sha256, 'hex'), 0))
    FROM (SELECT DISTINCT v.sha256 FROM document_version v WHERE v.document_id = ANY (app.erased_documents(wanted)) AND v.sha256 IS NOT NULL ORDER BY 1) h;
  PERFORM FROM document d WHERE d.id = ANY (app.erased_documents(wanted)) ORDER BY d.id FOR UPDATE;
  going := app.erased_documents(wanted);
  bringing := ARRAY(SELECT app.uploads_of(going, removed));
  SELECT jsonb_build_object(
    'documents', (SELECT coalesce(jsonb_agg(jsonb_build_object(
        'document', d.id, 'round', d.round_id,
        'body', jsonb_build_object('id', d.body_id, 'name', coalesce((SELECT n.full_name FROM body_name n WHERE n.body_id = d.body_id ORDER BY n.position DESC LIMIT 1), d.body_id)),
        'versions', (SELECT coalesce(jsonb_agg(jsonb_build_object('number', v.number, 'sha256', encode(v.sha256, 'hex'), 'bytes', v.bytes,
            'docNumber', CASE WHEN removed IS NULL THEN v.doc_number END, 'issuedOn', CASE WHEN removed IS NULL THEN v.issued_on END) ORDER BY v.number), '[]')
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

-- Takes every word of these documents away, and marks bytes that nothing else needs; the rows stay with id and hash, of a purge with number and date.
CREATE FUNCTION app.erase(wanted uuid, why text, going uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  removed uuid := app.removed_document(wanted);
  bringing uuid[] := ARRAY(SELECT app.uploads_of(going, removed));
BEGIN
  DELETE FROM page_text p WHERE p.document_id = ANY (going);
  UPDATE document_version v SET file_name = NULL, issuer = NULL, subject = NULL, valid_from = NULL, valid_to = NULL, proposed = NULL,
    findings = '[]', signatures = '[]', personal_found = '[]', search_key = '',
    doc_number = CASE WHEN why = 'purged' THEN v.doc_number END, doc_number_key = CASE WHEN why = 'purged' THEN v.doc_number_key END,
    issued_on = CASE WHEN why = 'purged' THEN v.issued_on END
  WHERE v.document_id = ANY (going);
  UPDATE upload u SET file_name = '—', refusal = CASE WHEN u.refusal IS NULL THEN NULL ELSE jsonb_build_object('code', u.refusal->'code', 'details', '{}'::jsonb) END,
    state = CASE WHEN u.state = 'receiving' THEN 'cancelled' ELSE u.state END, ended_at = CASE WHEN u.state = 'receiving' THEN app.moment() ELSE u.ended_at END
  WHERE u.id = ANY (bringing);
  UPDATE document d SET gone_at = app.moment(), gone_for = why, erased_by = wanted, access = 'restricted', version = d.version + 1 WHERE d.id = ANY (going);
  UPDATE content c SET gone_at = app.moment(), gone_for = 'removed', erased_at = NULL, scan_told = NULL
  WHERE c.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = removed);
  UPDATE content c SET gone_at = app.moment(), gone_for = CASE why WHEN 'purged' THEN 'purged' ELSE 'unused' END
  WHERE c.gone_at IS NULL AND c.sha256 IN (SELECT v.sha256 FROM document_version v WHERE v.document_id = ANY (going))
    AND NOT EXISTS (SELECT FROM document_version v JOIN document d ON d.id = v.document_id AND d.gone_at IS NULL WHERE v.sha256 = c.sha256)
    AND NOT EXISTS (SELECT FROM upload u WHERE u.sha256 = c.sha256 AND u.state = 'received');
END $$;

-- Decides an erasure, and carries it out. Texts of the trail go by the acts of this very transaction, which must name them all.
CREATE FUNCTION app.decide_erasure(wanted uuid, office uuid, verdict text, said text, told jsonb) RETURNS void
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
    going := app.erased_documents(wanted);
    naming := ARRAY(SELECT app.payloads_of(going, ARRAY(SELECT app.uploads_of(going, app.removed_document(wanted)))));
    named := ARRAY(SELECT x::uuid FROM erasure e JOIN audit a ON a.subject = e.kind || ':' || e.id CROSS JOIN LATERAL jsonb_array_elements_text(a.content->'payloads') x
      WHERE e.id = wanted AND a.act = 'payload.purge' AND a.xid = pg_current_xact_id());
    IF NOT (naming <@ named AND named <@ naming) THEN
      RAISE EXCEPTION 'the acts of erasure % do not name what goes', wanted USING ERRCODE = 'serialization_failure';
    END IF;
    UPDATE payload p SET content = NULL, purged_by_act = n.n
      FROM (SELECT a.n, x::uuid AS payload FROM erasure e JOIN audit a ON a.subject = e.kind || ':' || e.id CROSS JOIN LATERAL jsonb_array_elements_text(a.content->'payloads') x
        WHERE e.id = wanted AND a.act = 'payload.purge' AND a.xid = pg_current_xact_id()) n
      WHERE p.id = n.payload;
    PERFORM app.erase(wanted, CASE WHEN app.removed_document(wanted) IS NULL THEN 'purged' ELSE 'removed' END, going);
  END IF;
  UPDATE erasure e SET decision = verdict, note = said, decided_by = app.account(), decided_office = office, decided_at = app.moment(),
    record = CASE WHEN verdict = 'carriedOut' THEN told END WHERE e.id = wanted;
END $$;

-- How documents and their versions stand after an erasure that the asker has decided, for the act that tells it: wherever they are, without what acts do not tell.
CREATE FUNCTION app.standing_of_erased(wanted uuid, untold text[]) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH going AS (SELECT d.* FROM document d JOIN erasure e ON e.id = d.erased_by WHERE e.id = standing_of_erased.wanted AND e.decided_by = app.account())
  SELECT jsonb_build_object(
    'document', (SELECT coalesce(jsonb_object_agg(g.id, jsonb_build_array(to_jsonb(d) - 'id')), '{}') FROM going g JOIN document d ON d.id = g.id),
    'document_version', (SELECT coalesce(jsonb_object_agg(g.id, (SELECT coalesce(jsonb_agg(to_jsonb(v) - 'document_id' - standing_of_erased.untold ORDER BY v.number), '[]')
      FROM document_version v WHERE v.document_id = g.id)), '{}') FROM going g))
$$;

-- What is gone gets no words again, from nobody who serves; a restore by the owner brings it back as it was.
CREATE FUNCTION app.refuse_words_of_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'parindex_owner' AND EXISTS (SELECT FROM document d WHERE d.id = NEW.document_id AND d.gone_at IS NOT NULL) THEN
    RAISE EXCEPTION 'document % is gone', NEW.document_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_of_gone BEFORE INSERT OR UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION app.refuse_words_of_gone();
CREATE TRIGGER not_of_gone BEFORE INSERT OR UPDATE ON page_text FOR EACH ROW EXECUTE FUNCTION app.refuse_words_of_gone();

-- Bytes that were removed never come back, and only the functions above remove.
CREATE FUNCTION app.refuse_removed_bytes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user <> 'parindex_owner' AND OLD.gone_for IS DISTINCT FROM NEW.gone_for AND (OLD.gone_for = 'removed' OR NEW.gone_for IN ('removed', 'purged')) THEN
    RAISE EXCEPTION 'bytes are removed and purged by the decision of two people, and removed ones do not come back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER removed_for_ever BEFORE UPDATE ON content FOR EACH ROW EXECUTE FUNCTION app.refuse_removed_bytes();

-- Waits for an erasure that is under way.
CREATE FUNCTION app.refuse_upload_into_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF session_user <> 'parindex_owner' AND EXISTS (SELECT FROM document d WHERE d.id = NEW.document_id AND d.gone_at IS NOT NULL FOR SHARE) THEN
    RAISE EXCEPTION 'document % is gone', NEW.document_id USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER not_into_gone BEFORE INSERT ON upload FOR EACH ROW EXECUTE FUNCTION app.refuse_upload_into_gone();

GRANT SELECT ON erasure, retention_term TO parindex_app;
GRANT INSERT (id, kind, round_id, body_id, documents, reason, asked_by, asked_office, asked_at) ON erasure TO parindex_app;
GRANT INSERT, UPDATE (years, basis, set_by, set_at, version) ON retention_term TO parindex_app;

ALTER TABLE erasure ENABLE ROW LEVEL SECURITY;
CREATE POLICY erasure_read ON erasure FOR SELECT TO parindex_app
  USING (asked_by = (SELECT app.account()) OR body_id = ANY ((SELECT app.own_bodies())::text[]) OR round_id = ANY ((SELECT app.find_run_rounds())::text[]) OR (SELECT app.sees_whole_trail()));
CREATE POLICY erasure_ask ON erasure FOR INSERT TO parindex_app
  WITH CHECK (asked_by = (SELECT app.account()) AND asked_at = (SELECT app.moment()) AND app.may_ask_erasure(kind, round_id, body_id, documents, asked_office));
ALTER TABLE retention_term ENABLE ROW LEVEL SECURITY;
CREATE POLICY retention_term_read ON retention_term FOR SELECT TO parindex_app USING ((SELECT app.account()) IS NOT NULL);
CREATE POLICY retention_term_set ON retention_term TO parindex_app
  USING ((SELECT app.administers(NULL))) WITH CHECK (set_by = (SELECT app.account()) AND (SELECT app.administers(NULL)));

-- Whoever administers the whole may ask, and say why, in rounds that they do not see.
CREATE POLICY payload_of_erasure ON payload FOR INSERT TO parindex_app WITH CHECK (purged_by_act IS NULL AND (SELECT app.administers(NULL)));

CREATE POLICY document_version_not_held ON document_version AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));
CREATE POLICY page_text_not_held ON page_text AS RESTRICTIVE FOR SELECT TO parindex_app USING (document_id <> ALL ((SELECT app.held_documents())::uuid[]));

DO $$
DECLARE signature text;
BEGIN
  FOREACH signature IN ARRAY ARRAY['reach_of(uuid)', 'held_documents()', 'due_from(timestamptz, smallint)', 'documents_with_term()', 'runs_round(text)', 'becoming_due(timestamptz)',
    'due_documents(text, integer)', 'removable(uuid)', 'own_office(uuid)', 'may_ask_erasure(text, text, text, uuid[], uuid)', 'decides_erasure(uuid, uuid)', 'erased_documents(uuid)',
    'documents_of_purge(uuid)', 'uploads_of(uuid[], uuid)', 'payloads_of(uuid[], uuid[])', 'removed_document(uuid)', 'prepare_erasure(uuid, uuid)', 'erase(uuid, text, uuid[])',
    'decide_erasure(uuid, uuid, text, text, jsonb)', 'standing_of_erased(uuid, text[])', 'refuse_words_of_gone()', 'refuse_removed_bytes()', 'refuse_upload_into_gone()'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION app.%s FROM PUBLIC', signature);
  END LOOP;
END $$;
-- What the others are made of, nobody calls.
GRANT EXECUTE ON FUNCTION app.held_documents(), app.becoming_due(timestamptz), app.due_documents(text, integer), app.removable(uuid),
  app.may_ask_erasure(text, text, text, uuid[], uuid), app.decides_erasure(uuid, uuid), app.documents_of_purge(uuid), app.prepare_erasure(uuid, uuid), app.decide_erasure(uuid, uuid, text, text, jsonb), app.standing_of_erased(uuid, text[]) TO parindex_app;
