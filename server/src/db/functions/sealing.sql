-- PostgreSQL's own identifier of this cluster; null where it may not be read.
CREATE OR REPLACE FUNCTION app.cluster() RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  RETURN (SELECT system_identifier::text FROM pg_control_system());
EXCEPTION WHEN insufficient_privilege THEN
  RETURN NULL;
END $$;

-- From where on rows are unsealed: of transactions from `horizon` on, with numbers above `after_n`. After a move into another cluster neither tells
-- anything: what was written before has an old transaction or stands in a block, what was written since has a number above all blocks.
CREATE OR REPLACE FUNCTION app.sealing_place(OUT horizon xid8, OUT after_n bigint, OUT epoch integer, OUT moved boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH epoch AS (SELECT * FROM seal_epoch ORDER BY number DESC LIMIT 1),
  place AS (
    SELECT coalesce((SELECT s.horizon FROM seal s WHERE s.number > coalesce((SELECT e.after_block FROM epoch e), 0) ORDER BY s.number DESC LIMIT 1),
      (SELECT e.horizon FROM epoch e), '0'::xid8) AS horizon)
  SELECT p.horizon, coalesce((SELECT e.after_n FROM epoch e), 0), coalesce((SELECT e.number FROM epoch e), 0),
    -- Where both clusters are known they alone tell: a horizon beyond what is written is then no move, but a trail that was changed.
    coalesce((SELECT e.cluster FROM epoch e) <> app.cluster(), p.horizon > pg_snapshot_xmax(pg_current_snapshot()))
  FROM place p
$$;

-- Lets nobody write into the trail until the transaction ends: all its rows are then seen.
CREATE OR REPLACE FUNCTION app.hold_trail() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp SET lock_timeout = '10s' AS $$
BEGIN
  LOCK TABLE audit IN SHARE MODE;
END $$;

GRANT EXECUTE ON FUNCTION app.sealing_place TO parindex_app, parindex_jobs;
GRANT EXECUTE ON FUNCTION app.cluster, app.hold_trail TO parindex_jobs;
