-- The second marking of a sample (decision 0113), and what is closed meanwhile to who marks.

-- Whether a person holds an office in a round that reads what is decided as it is decided, distributes it, or reads the trail. Granted to nobody.
CREATE OR REPLACE FUNCTION app.reads_as_decided(person uuid, round text) RETURNS boolean LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force_of(reads_as_decided.person) m JOIN round r ON r.id = reads_as_decided.round
    WHERE (m.role IN ('owner', 'council', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL)) OR (m.role = 'administrator' AND m.body_id IS NULL)
      OR (m.role = 'head' AND EXISTS (SELECT FROM domain_owner d WHERE d.round_id = r.id AND d.body_id = m.body_id)))
$$;

-- Drawn items that the asker has still to mark: of an open round, under the edition that holds. Of whoever has come to such an office since the draw, none: they act for the
-- round by all that stands in it, and their mark would not be blind. Granted to nobody.
CREATE OR REPLACE FUNCTION app.open_second_marks() RETURNS SETOF second_marking_item LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT d.* FROM second_marking_item d JOIN round r ON r.id = d.round_id AND r.state = 'open' AND r.edition_id = d.edition_id
  WHERE d.account_id = app.account() AND NOT EXISTS (SELECT FROM second_mark m WHERE m.drawn_id = d.id) AND NOT EXISTS (SELECT FROM second_marking_return t WHERE t.drawn_id = d.id)
    AND NOT app.reads_as_decided(d.account_id, d.round_id)
$$;

-- Whether a drawn item is one of these.
CREATE OR REPLACE FUNCTION app.is_open_second_mark(drawn uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.open_second_marks() d WHERE d.id = is_open_second_mark.drawn)
$$;

-- Drawn items that nobody marks: there was nobody who may, or they were handed back; of an open round, under the edition that holds, while nobody marks them in their place. Granted to nobody.
CREATE OR REPLACE FUNCTION app.left_unmarked() RETURNS SETOF second_marking_item LANGUAGE sql STABLE SET search_path = public, app, pg_temp AS $$
  SELECT d.* FROM second_marking_item d JOIN round r ON r.id = d.round_id AND r.state = 'open' AND r.edition_id = d.edition_id
  WHERE (d.account_id IS NULL OR EXISTS (SELECT FROM second_marking_return t WHERE t.drawn_id = d.id)) AND NOT EXISTS (SELECT FROM second_marking_item a WHERE a.in_place_of = d.id)
$$;

-- Whether one of them can be marked in its place as this.
CREATE OR REPLACE FUNCTION app.is_left_unmarked(wanted uuid, draw uuid, body text, item text, targets text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.left_unmarked() d WHERE d.id = wanted AND d.draw_id = draw AND d.body_id = is_left_unmarked.body AND d.item = is_left_unmarked.item AND d.targets = is_left_unmarked.targets)
$$;

-- Whether a first mark is that of the piece in whose place it is marked, for whoever runs the round.
CREATE OR REPLACE FUNCTION app.is_first_mark_again(drawn uuid, draw uuid, entry uuid, person uuid, at timestamptz, points text, maximum text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM second_marking_item d JOIN first_mark f ON f.drawn_id = d.in_place_of WHERE d.id = drawn AND app.runs_round(d.round_id) AND f.draw_id = draw AND f.entry_id = entry
    AND f.account_id = person AND f.marked_at = at AND f.points = is_first_mark_again.points AND f.maximum = is_first_mark_again.maximum)
$$;

-- Those of a draw, for whoever draws.
CREATE OR REPLACE FUNCTION app.left_of_draw(draw uuid) RETURNS TABLE (id uuid, body text, item text, targets text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT d.id, d.body_id, d.item, d.targets FROM app.left_unmarked() d WHERE d.draw_id = left_of_draw.draw AND app.runs_round(d.round_id) ORDER BY d.body_id, d.item
$$;

-- What is closed to the asker of what was decided, as round/body/kind/id: the items that they mark a second time, and their figures.
CREATE OR REPLACE FUNCTION app.unseen_targets() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT d.round_id || '/' || d.body_id || '/' || t), '{}') FROM app.open_second_marks() d CROSS JOIN unnest(d.targets) t
$$;

-- The sheets that these are of, as round/body.
CREATE OR REPLACE FUNCTION app.unseen_sheets() RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT d.round_id || '/' || d.body_id), '{}') FROM app.open_second_marks() d
$$;

-- Documents of such sheets that only what was decided on these items names, or the body's answer to it: minutes of checks on site.
CREATE OR REPLACE FUNCTION app.unseen_documents() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH cited AS MATERIALIZED (SELECT n.round_id, n.body_id, n.stage = 'claimed' AND NOT app.is_remark(n.act) AS by_claim, n.target_kind || '/' || n.target = ANY (d.targets) AS here, split_part(c, '/', 1) AS document
    FROM app.open_second_marks() d JOIN entry n ON n.round_id = d.round_id AND n.body_id = d.body_id
      CROSS JOIN LATERAL jsonb_array_elements_text(CASE jsonb_typeof(n.citations) WHEN 'array' THEN n.citations ELSE '[]' END) c)
  SELECT coalesce(array_agg(DISTINCT document::uuid), '{}') FROM (SELECT c.document FROM cited c GROUP BY c.document HAVING bool_or(c.here AND NOT c.by_claim) AND NOT bool_or(c.by_claim)) x
$$;

-- What such sheets hold in words besides their ledger: said of these items to those who appraise, and explanations, which tell of all items.
CREATE OR REPLACE FUNCTION app.unseen_payloads() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  WITH marks AS MATERIALIZED (SELECT * FROM app.open_second_marks())
  SELECT coalesce(array_agg(x.payload_id), '{}') FROM (
    SELECT c.payload_id FROM marks d JOIN comment_thread t ON t.round_id = d.round_id AND t.body_id = d.body_id AND t.kind = 'shared' AND 'item/' || t.item = ANY (d.targets) JOIN comment c ON c.thread_id = t.id
    UNION SELECT f.payload_id FROM marks d JOIN frozen_report f ON f.round_id = d.round_id AND f.body_id = d.body_id JOIN entry n ON n.id = f.id AND n.act = 'freezeExplanation'
    UNION SELECT s.payload_id FROM marks d JOIN sending s ON s.round_id = d.round_id AND s.body_id = d.body_id AND s.matter = 'explanation') x
$$;

-- Whether an entry or a cell tells what was decided on something that is closed to the asker; `unseen` being app.unseen_targets(). One expression, as app.sees_sheet.
CREATE OR REPLACE FUNCTION app.is_unseen(round text, body text, kind text, target text, unseen text[]) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(round || '/' || body || '/' || kind || '/' || target = ANY (unseen), false)
$$;

-- Whether the asker reads what two marks came to: whoever runs or audits the round.
CREATE OR REPLACE FUNCTION app.sees_marking(round text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force() m JOIN round r ON r.id = sees_marking.round WHERE m.role IN ('owner', 'auditor') AND (m.body_id = r.owner_body OR m.body_id IS NULL))
$$;

-- Whether a person may mark something of a sheet without having seen what was decided: they appraise in the round, have not said anything of it beside the claim, would not
-- decide in their own cause, and hold no office that reads it as it is decided.
CREATE OR REPLACE FUNCTION app.may_mark_second(person uuid, round text, body text, targets text[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT EXISTS (SELECT FROM app.in_force_of(may_mark_second.person) m JOIN domain_owner d ON d.body_id = m.body_id WHERE m.role = 'appraiser' AND d.round_id = may_mark_second.round)
    AND NOT app.reads_as_decided(may_mark_second.person, may_mark_second.round)
    AND may_mark_second.body NOT IN (SELECT app.own_causes_of(may_mark_second.person, may_mark_second.round))
    AND NOT EXISTS (SELECT FROM entry n WHERE n.round_id = may_mark_second.round AND n.body_id = may_mark_second.body AND (n.stage <> 'claimed' OR app.is_remark(n.act))
      AND n.actor = may_mark_second.person AND n.target_kind || '/' || n.target = ANY (may_mark_second.targets))
    AND NOT EXISTS (SELECT FROM second_marking_item d WHERE d.account_id = may_mark_second.person AND d.round_id = may_mark_second.round AND d.body_id = may_mark_second.body
      AND d.targets && may_mark_second.targets)
$$;

-- Whom a sample may be given to, with the bodies for which they appraise and those of the round in whose cause they do not decide: for whoever draws.
CREATE OR REPLACE FUNCTION app.second_markers(round text) RETURNS TABLE (id uuid, name text, offices text[], causes text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT a.id, a.name, ARRAY(SELECT DISTINCT m.body_id FROM app.in_force_of(a.id) m WHERE m.role = 'appraiser' AND m.body_id IS NOT NULL), ARRAY(SELECT app.own_causes_of(a.id, second_markers.round))
  FROM account a WHERE a.ended_at IS NULL AND app.runs_round(second_markers.round) AND a.id IN (SELECT m.account_id FROM membership m WHERE m.role = 'appraiser')
    AND app.may_mark_second(a.id, second_markers.round, '', '{}')
  ORDER BY a.id
$$;

-- Who has said something beside the claim of a sheet's items and figures, for whoever draws.
CREATE OR REPLACE FUNCTION app.marked_in(round text) RETURNS TABLE (body text, target text, person uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, app, pg_temp AS $$
  SELECT DISTINCT n.body_id, n.target_kind || '/' || n.target, n.actor FROM entry n
  WHERE n.round_id = marked_in.round AND (n.stage <> 'claimed' OR app.is_remark(n.act)) AND n.target IS NOT NULL AND app.runs_round(marked_in.round)
  UNION SELECT d.body_id, t, d.account_id FROM second_marking_item d CROSS JOIN unnest(d.targets) t WHERE d.round_id = marked_in.round AND d.account_id IS NOT NULL AND app.runs_round(marked_in.round)
$$;

GRANT EXECUTE ON FUNCTION app.is_open_second_mark, app.unseen_targets, app.unseen_sheets, app.unseen_documents, app.unseen_payloads, app.is_unseen, app.sees_marking, app.may_mark_second, app.second_markers, app.marked_in, app.is_left_unmarked, app.is_first_mark_again, app.left_of_draw TO parindex_app;
