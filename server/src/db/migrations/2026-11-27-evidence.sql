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
CREATE FUNCTION app.search_pages(round text, body text, wanted text, unscanned boolean, most integer)
RETURNS TABLE (document uuid, version smallint, page integer, body_id text, number text, subject text, file_name text, text text, personal_data boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp SET jit = off AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT p.document_id, p.number, p.page, p.body_id, v.doc_number, v.subject, v.file_name, p.text, d.personal_data
    FROM page_text p JOIN document_version v ON v.document_id = p.document_id AND v.number = p.number JOIN document d ON d.id = p.document_id
      JOIN content c ON c.sha256 = v.sha256
    WHERE p.round_id = $1 AND ($2 IS NULL OR p.body_id = $2) AND p.words @@ to_tsquery(''simple'', $3)
      AND (p.body_id = ANY ($6) OR p.round_id = ANY ($7))
      AND d.withdrawn_at IS NULL AND c.gone_at IS NULL AND (c.scan = ''clean'' OR ($4 AND c.scan = ''waiting''))
    ORDER BY p.created_at DESC, p.document_id, p.number, p.page LIMIT $5'
    USING round, body, wanted, unscanned, most, app.own_bodies(), app.whole_rounds();
END $$;

-- Whose an upload is: for the one step that says it has come whole.
CREATE FUNCTION app.account_of_upload(upload uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT u.account_id FROM upload u WHERE u.id = account_of_upload.upload AND u.state = 'receiving'
$$;

-- A version points to bytes that are there.
CREATE FUNCTION app.refuse_version_of_nothing() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NEW.sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM content c WHERE c.sha256 = NEW.sha256 AND c.kept_at IS NOT NULL AND c.gone_at IS NULL FOR SHARE) THEN
    RAISE EXCEPTION 'a version of a document points to bytes that are not there' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER points_to_bytes BEFORE INSERT ON document_version FOR EACH ROW EXECUTE FUNCTION app.refuse_version_of_nothing();

GRANT SELECT ON content, document, document_version, page_text, upload TO parindex_app, parindex_jobs;
GRANT INSERT ON document, document_version, page_text, upload TO parindex_app, parindex_jobs;
GRANT UPDATE (access, personal_data, compared_by, compared_at, withdrawn_by, withdrawn_at, version) ON document TO parindex_app;
GRANT UPDATE (version, personal_data) ON document TO parindex_jobs;
GRANT UPDATE (doc_number, doc_number_key, issued_on, issuer, subject, valid_from, valid_to, confirmed_by, confirmed_at, search_key) ON document_version TO parindex_app;
GRANT UPDATE (state, received_at, ended_at) ON upload TO parindex_app;
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

REVOKE ALL ON FUNCTION app.refuse_version_of_nothing(), app.hold_upload(uuid, uuid, integer), app.go_on_holding(uuid, uuid, integer), app.let_upload_go(uuid, uuid), app.account_of_upload(uuid), app.search_pages(text, text, text, boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_upload(uuid, uuid, integer), app.go_on_holding(uuid, uuid, integer), app.let_upload_go(uuid, uuid), app.account_of_upload(uuid) TO parindex_app, parindex_jobs;
GRANT EXECUTE ON FUNCTION app.search_pages(text, text, text, boolean, integer) TO parindex_app;
