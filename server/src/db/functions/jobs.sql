-- The leases of requests on jobs of whoever asks, for a minute at most; workers take theirs by the table itself.

-- Holds a job; false where another holds it, who is then told that somebody waits.
CREATE OR REPLACE FUNCTION app.hold_job(job uuid, by uuid, seconds integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  UPDATE job j SET holder = by, held_until = clock_timestamp() + make_interval(secs => least(seconds, 60)), wanted = false
  WHERE j.id = hold_job.job AND j.account_id = app.account() AND (j.holder IS NULL OR j.holder = by OR j.held_until < clock_timestamp());
  IF FOUND THEN RETURN true; END IF;
  UPDATE job j SET wanted = true WHERE j.id = hold_job.job AND j.account_id = app.account();
  RETURN false;
END $$;

-- Goes on holding; answers whether somebody waits, null where it is held no more or has been cancelled.
CREATE OR REPLACE FUNCTION app.renew_job(job uuid, by uuid, seconds integer) RETURNS boolean LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE job j SET held_until = clock_timestamp() + make_interval(secs => least(seconds, 60))
  WHERE j.id = renew_job.job AND j.account_id = app.account() AND j.holder = by AND j.state <> 'cancelled' RETURNING j.wanted
$$;

CREATE OR REPLACE FUNCTION app.release_job(job uuid, by uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  UPDATE job j SET holder = NULL, held_until = NULL, wanted = false WHERE j.id = release_job.job AND j.account_id = app.account() AND j.holder = by
$$;

GRANT EXECUTE ON FUNCTION app.hold_job, app.renew_job, app.release_job TO parindex_app;
