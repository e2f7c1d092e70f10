-- Forms that are looked at again (decision 0154). A form is known by a label that was made by chance, and only once as many came with it as the survey's threshold:
-- whoever looks before and after somebody has sent finds nothing that is theirs alone.

-- Whether whoever asks reviews forms about a body: an owner of the round, and not of the body that they are about.
CREATE OR REPLACE FUNCTION app.reviews_forms(round text, of_body text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.leads_survey(round) AND of_body IS DISTINCT FROM (SELECT r.owner_body FROM round r WHERE r.id = round) AND NOT of_body = ANY (app.direct_bodies())
$$;

-- Forms with a label: those of a survey that runs, and of a closed one those that it had before.
CREATE OR REPLACE FUNCTION app.reviewed_forms(round text) RETURNS TABLE (form_id uuid, body_id text, group_id text, mode text, flags jsonb, decision text, answers jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT f.label, f.body_id, f.group_id, f.mode, f.flags, f.decision, f.answers FROM answers.response f
    WHERE f.round_id = round AND f.label IS NOT NULL AND (f.flags IS NOT NULL OR f.decision IS NOT NULL)
  UNION ALL SELECT c.id, c.body_id, c.group_id, c.mode, c.flags, c.decision, c.answers FROM answers.closed_response c
    WHERE c.round_id = round AND (c.flags IS NOT NULL OR c.decision IS NOT NULL)
$$;

-- The forms that were noticed or decided on, without their answers, in the order of their labels: for their reviewers.
CREATE OR REPLACE FUNCTION app.forms_to_review(round text) RETURNS TABLE (form_id uuid, body_id text, group_id text, flags jsonb, decision text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT f.form_id, f.body_id, f.group_id, f.flags, f.decision FROM app.reviewed_forms(round) f
  WHERE f.body_id IN (SELECT p.body_id FROM participant p WHERE p.round_id = round AND app.reviews_forms(round, p.body_id)) ORDER BY 1
$$;

-- One of them with its answers.
CREATE OR REPLACE FUNCTION app.form_to_review(round text, form uuid) RETURNS TABLE (form_id uuid, body_id text, group_id text, mode text, flags jsonb, decision text, answers jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT f.form_id, f.body_id, f.group_id, f.mode, f.flags, f.decision, f.answers FROM app.reviewed_forms(round) f WHERE f.form_id = form AND app.reviews_forms(round, f.body_id)
$$;

-- Whether a form takes a decision of whoever asks: they review it, and the survey has not ended.
CREATE OR REPLACE FUNCTION app.takes_review(round text, form uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.survey_runs(round) AND EXISTS (SELECT FROM answers.response f WHERE f.label = form AND f.round_id = round AND app.reviews_forms(round, f.body_id)
    AND (f.flags IS NOT NULL OR f.decision IS NOT NULL))
$$;

-- A decision holds from now on: whoever ends the survey waits for it, and one that comes later is refused.
CREATE OR REPLACE FUNCTION app.hold_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
BEGIN
  PERFORM 1 FROM survey s WHERE s.round_id = NEW.round_id AND s.closing_asked_at IS NULL FOR SHARE;
  IF NOT FOUND THEN RAISE EXCEPTION 'the survey of % has ended: nothing is decided any more', NEW.round_id USING ERRCODE = 'object_not_in_prerequisite_state'; END IF;
  UPDATE answers.response f SET decision = NEW.decision WHERE f.label = NEW.form_id AND f.round_id = NEW.round_id;
  RETURN NULL;
END $$;

-- How many forms of a closed survey are set aside, for whoever leads it.
CREATE OR REPLACE FUNCTION app.closed_set_aside(round text) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT count(*) FROM answers.closed_response c WHERE c.round_id = round AND c.decision = 'setAside' AND app.leads_survey(round)
$$;

GRANT EXECUTE ON FUNCTION app.reviews_forms, app.forms_to_review, app.form_to_review, app.takes_review, app.closed_set_aside TO parindex_app;
