-- A closed form tells how it was filled in, how long that took and what was not valid on paper only where each mode of its group about its body has as many as the
-- threshold: the one who answered on line among those on paper would else be known by it (decision 0158).
ALTER TABLE answers.closed_response ALTER COLUMN mode DROP NOT NULL, ALTER COLUMN minutes DROP NOT NULL;
ALTER TABLE answers.closed_response DISABLE TRIGGER append_only;
ALTER TABLE answers.paper_left DISABLE TRIGGER append_only;
-- How many were taken on paper is kept apart, as forms do not tell it any more.
ALTER TABLE answers.paper_left ADD COLUMN taken integer NOT NULL DEFAULT 0 CHECK (taken >= 0);
INSERT INTO answers.paper_left AS l (round_id, body_id, group_id, once, differing, taken)
  SELECT c.round_id, c.body_id, c.group_id, 0, 0, count(*) FROM answers.closed_response c WHERE c.mode = 'paper' GROUP BY 1, 2, 3
  ON CONFLICT (round_id, body_id, group_id) DO UPDATE SET taken = excluded.taken;
UPDATE answers.closed_response c SET mode = NULL, minutes = NULL, invalid = '{}'
  FROM (SELECT m.round_id, m.body_id, m.group_id FROM (SELECT round_id, body_id, group_id, mode, count(*) AS count FROM answers.closed_response GROUP BY 1, 2, 3, 4) m
    JOIN survey s ON s.round_id = m.round_id WHERE m.count < s.threshold GROUP BY 1, 2, 3) few
  WHERE c.round_id = few.round_id AND c.body_id = few.body_id AND c.group_id = few.group_id;
UPDATE answers.closed_response SET minutes = least(minutes / 5 * 5, 60) WHERE minutes IS NOT NULL;
ALTER TABLE answers.paper_left ENABLE TRIGGER append_only;
ALTER TABLE answers.closed_response ENABLE TRIGGER append_only, ADD CHECK (num_nulls(mode, minutes) IN (0, 2)), ADD CHECK (minutes BETWEEN 0 AND 60 AND minutes % 5 = 0);
