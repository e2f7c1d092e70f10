-- Pilots of surveys (decision 0157). What is tried by their links is reached by these functions alone, and none of them reads or writes anything that was
-- answered in a survey, or whom one asks.

-- A pilot runs before its survey is opened and not beside it: whichever of the two comes second is refused.
CREATE OR REPLACE FUNCTION app.refuse_pilot_beside_survey() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM round r WHERE r.id = NEW.round_id FOR NO KEY UPDATE;
  IF TG_TABLE_NAME = 'survey' AND EXISTS (SELECT FROM survey_pilot p WHERE p.round_id = NEW.round_id AND p.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a pilot of % runs: it is ended before the survey is opened', NEW.round_id USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF TG_TABLE_NAME = 'survey_pilot' AND EXISTS (SELECT FROM survey s WHERE s.round_id = NEW.round_id) THEN
    RAISE EXCEPTION 'the survey of % was opened: there is no pilot of it any more', NEW.round_id USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END $$;

-- What was answered and not sent goes with the pilot.
CREATE OR REPLACE FUNCTION app.drop_tried_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  DELETE FROM pilots.draft d WHERE d.pilot_id = NEW.id;
  RETURN NULL;
END $$;

-- The pilot behind a link, 'open' or 'over'; whoever writes holds it first, so that nothing comes after its end.
CREATE OR REPLACE FUNCTION app.pilot_link(of_token text) RETURNS TABLE (state text, pilot_id uuid, group_id text, form json) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT CASE WHEN p.ended_at IS NULL AND r.state <> 'closed' THEN 'open' ELSE 'over' END, f.pilot_id, f.group_id, f.form
  FROM survey_pilot_form f JOIN survey_pilot p ON p.id = f.pilot_id JOIN round r ON r.id = p.round_id WHERE f.token = of_token
$$;
CREATE OR REPLACE FUNCTION app.hold_pilot(of_token text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM survey_pilot p JOIN survey_pilot_form f ON f.pilot_id = p.id WHERE f.token = of_token FOR SHARE OF p;
  RETURN EXISTS (SELECT FROM app.pilot_link(of_token) l WHERE l.state = 'open');
END $$;

-- What a form on trial is kept under: made of the open link and of the code that is the form's own.
CREATE OR REPLACE FUNCTION app.tried_reference(of_token text, code text) RETURNS bytea LANGUAGE sql IMMUTABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT sha256(convert_to(of_token || code, 'UTF8'))
$$;

-- What its page shows: null where there is no such link. As many may be begun as a pilot can want: an open link reaches anybody.
CREATE OR REPLACE FUNCTION app.find_tried_form(of_token text, code text) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT jsonb_build_object('state', CASE WHEN l.state = 'open' AND d.reference IS NULL AND b.count >= 1000 THEN 'full' ELSE l.state END,
    'form', l.form, 'resumed', d.reference IS NOT NULL, 'answers', coalesce(d.answers, '{}'))
  FROM app.pilot_link(of_token) l LEFT JOIN pilots.begun b ON b.pilot_id = l.pilot_id AND b.group_id = l.group_id
    LEFT JOIN pilots.draft d ON d.reference = app.tried_reference(of_token, code)
$$;

CREATE OR REPLACE FUNCTION app.begin_tried_form(of_token text, code text) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT app.hold_pilot(of_token) THEN RETURN false; END IF;
  INSERT INTO pilots.begun AS b (pilot_id, group_id, count) SELECT l.pilot_id, l.group_id, 1 FROM app.pilot_link(of_token) l
    ON CONFLICT (pilot_id, group_id) DO UPDATE SET count = b.count + 1 WHERE b.count < 1000;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO pilots.draft (reference, pilot_id, group_id, answers, begun_at)
    SELECT app.tried_reference(of_token, code), l.pilot_id, l.group_id, '{}', app.moment() FROM app.pilot_link(of_token) l;
  RETURN true;
END $$;

CREATE OR REPLACE FUNCTION app.save_tried_form(of_token text, code text, given jsonb) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  IF NOT app.hold_pilot(of_token) THEN RETURN false; END IF;
  UPDATE pilots.draft d SET answers = jsonb_strip_nulls(d.answers || given) WHERE d.reference = app.tried_reference(of_token, code);
  RETURN FOUND;
END $$;

-- Whoever sends a form holds it first, so that what is read of it is what is sent.
CREATE OR REPLACE FUNCTION app.hold_tried_form(of_token text, code text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM app.hold_pilot(of_token);
  PERFORM 1 FROM pilots.draft d WHERE d.reference = app.tried_reference(of_token, code) FOR UPDATE;
END $$;

-- Takes a form that was sent: what was answered goes, and what a pilot is for stays. The same submission again gives the same receipt.
CREATE OR REPLACE FUNCTION app.send_tried_form(of_token text, code text, submission uuid, outcomes jsonb, remark text, receipt text) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
DECLARE
  d record;
  l record;
  before text;
BEGIN
  PERFORM app.hold_pilot(of_token);
  SELECT * INTO l FROM app.pilot_link(of_token);
  SELECT t.receipt INTO before FROM pilots.trial t WHERE t.submission_id = submission AND t.pilot_id = l.pilot_id AND t.group_id = l.group_id;
  IF before IS NOT NULL THEN RETURN jsonb_build_object('state', 'repeated', 'receipt', before); END IF;
  IF l.state IS DISTINCT FROM 'open' THEN RETURN jsonb_build_object('state', coalesce(l.state, 'unknown')); END IF;
  IF EXISTS (SELECT FROM pilots.trial t WHERE t.submission_id = submission) THEN RETURN jsonb_build_object('state', 'unknown'); END IF;
  DELETE FROM pilots.draft x WHERE x.reference = app.tried_reference(of_token, code) RETURNING x.begun_at INTO d;
  IF NOT FOUND THEN RETURN jsonb_build_object('state', 'notResumed'); END IF;
  INSERT INTO pilots.trial (submission_id, pilot_id, group_id, seconds, outcomes, remark, receipt)
    VALUES (submission, l.pilot_id, l.group_id, greatest(0, floor(extract(epoch FROM app.moment() - d.begun_at)))::integer, send_tried_form.outcomes, send_tried_form.remark, send_tried_form.receipt);
  RETURN jsonb_build_object('state', 'accepted', 'receipt', send_tried_form.receipt);
END $$;

-- What the pilots of a round have given, by group, for whoever leads the survey: how many were begun and sent; once three were sent, what they took, which questions
-- were left or got no opinion, and what was remarked, in no order that tells who.
CREATE OR REPLACE FUNCTION app.pilot_figures(round text) RETURNS TABLE (pilot_id uuid, group_id text, begun integer, sent integer, seconds json, questions json, remarks json)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT f.pilot_id, f.group_id, coalesce((SELECT b.count FROM pilots.begun b WHERE b.pilot_id = f.pilot_id AND b.group_id = f.group_id), 0), s.sent,
    CASE WHEN s.sent >= 3 THEN s.seconds END,
    CASE WHEN s.sent >= 3 THEN (SELECT json_agg(json_build_object('id', q.key, 'asked', q.asked, 'left', q.left_open, 'noOpinion', q.no_opinion))
      FROM (SELECT o.key, count(*) AS asked, count(*) FILTER (WHERE o.value = 'left') AS left_open, count(*) FILTER (WHERE o.value = 'noOpinion') AS no_opinion
        FROM pilots.trial t CROSS JOIN jsonb_each_text(t.outcomes) o WHERE t.pilot_id = f.pilot_id AND t.group_id = f.group_id GROUP BY o.key) q) END,
    CASE WHEN s.sent >= 3 THEN (SELECT json_agg(t.remark ORDER BY t.remark COLLATE "C") FROM pilots.trial t WHERE t.pilot_id = f.pilot_id AND t.group_id = f.group_id AND t.remark IS NOT NULL) END
  FROM survey_pilot_form f JOIN survey_pilot p ON p.id = f.pilot_id
    CROSS JOIN LATERAL (SELECT count(*)::integer AS sent,
        json_build_object('shortest', min(t.seconds), 'median', percentile_disc(0.5) WITHIN GROUP (ORDER BY t.seconds), 'longest', max(t.seconds)) AS seconds
      FROM pilots.trial t WHERE t.pilot_id = f.pilot_id AND t.group_id = f.group_id) s
  WHERE p.round_id = round AND app.leads_survey(round)
$$;

GRANT EXECUTE ON FUNCTION app.find_tried_form, app.begin_tried_form, app.save_tried_form, app.hold_tried_form, app.send_tried_form, app.pilot_figures TO parindex_app;
