-- Files of a round that all in it may read: of documents and notices that stand. With the owner's rights, as the policies of those tables would ask again.
CREATE OR REPLACE FUNCTION app.shown_round_files(round text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(shown.file), '{}') FROM (
    SELECT unnest(v.files) AS file FROM round_document d JOIN round_document_version v ON v.document_id = d.id WHERE d.round_id = round AND d.withdrawn_at IS NULL
    UNION ALL SELECT unnest(n.files) FROM notice n WHERE n.round_id = round AND n.withdrawn_at IS NULL) shown
$$;

-- Letters kept with the notices of a round, which tell of all items of a sheet: for the body's own people and whoever sees the round whole, not for a department (decision 0116),
-- nor for who has still to mark something of the sheet a second time (0113). With the owner's rights, as who records a notice asks for its files.
CREATE OR REPLACE FUNCTION app.kept_notice_files(round text) RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(file), '{}') FROM appraisal_notice n CROSS JOIN unnest(n.files) file
  WHERE n.round_id = round AND (n.body_id = ANY ((SELECT app.direct_bodies())::text[]) OR n.round_id = ANY ((SELECT app.whole_rounds())::text[]))
    AND n.round_id || '/' || n.body_id <> ALL ((SELECT app.unseen_sheets())::text[])
$$;

-- Whether bytes with this hash must not come in again, from wherever: removed by decision, or found infected. Told to whoever holds them and knows the hash.
CREATE OR REPLACE FUNCTION app.refused_bytes(hash bytea) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN c.gone_for = 'removed' THEN 'removedBefore' WHEN c.scan = 'infected' THEN 'infected' END FROM content c WHERE c.sha256 = hash
$$;

GRANT EXECUTE ON FUNCTION app.shown_round_files, app.kept_notice_files, app.refused_bytes TO parindex_app;
