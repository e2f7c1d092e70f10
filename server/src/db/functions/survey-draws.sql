-- The draws of a survey (decision 0152): who reads and who leads one, and when it takes what.

-- Whether the asker reads how a survey stands: whoever owns or audits its round, and the people of the bodies that take part.
CREATE OR REPLACE FUNCTION app.reads_survey(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.watches_survey(reads_survey.round) OR EXISTS (SELECT FROM app.in_force() m JOIN participant p ON p.round_id = reads_survey.round AND p.body_id = m.body_id
    WHERE m.role IN ('clerk', 'head'))
$$;

-- Whether the asker leads a survey that still takes forms.
CREATE OR REPLACE FUNCTION app.leads_open_survey(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.leads_survey(leads_open_survey.round) AND app.survey_runs(leads_open_survey.round)
$$;

-- Whether a draw can be declared under a number: the first, or once the one before it was withdrawn; of a frame and a design as they were brought.
CREATE OR REPLACE FUNCTION app.may_declare_draw(round text, wanted smallint, frame uuid, design_hash text, frame_hash text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT app.leads_open_survey(may_declare_draw.round)
    AND (wanted = 1 OR EXISTS (SELECT FROM sample_draw d JOIN sample_draw_withdrawal w ON w.draw_id = d.id WHERE d.round_id = may_declare_draw.round AND d.number = wanted - 1))
    AND EXISTS (SELECT FROM sample_frame f JOIN sample_design g ON g.id = f.design_id
      WHERE f.id = may_declare_draw.frame AND f.hash = may_declare_draw.frame_hash AND g.hash = may_declare_draw.design_hash)
$$;

-- Whether a draw that was declared takes its seed now: its moment has come, and it was not withdrawn.
CREATE OR REPLACE FUNCTION app.draw_takes_seed(draw uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sample_draw d WHERE d.id = draw AND app.leads_open_survey(d.round_id) AND app.moment() >= d.held_at)
    AND NOT EXISTS (SELECT FROM sample_draw_withdrawal w WHERE w.draw_id = draw)
$$;

-- Whether the asker leads, watches or reads the survey of a draw.
CREATE OR REPLACE FUNCTION app.leads_draw(draw uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sample_draw d WHERE d.id = draw AND app.leads_open_survey(d.round_id))
$$;
CREATE OR REPLACE FUNCTION app.watches_draw(draw uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM sample_draw d WHERE d.id = draw AND app.watches_survey(d.round_id))
$$;

GRANT EXECUTE ON FUNCTION app.reads_survey, app.leads_open_survey, app.may_declare_draw, app.draw_takes_seed, app.leads_draw, app.watches_draw TO parindex_app;
