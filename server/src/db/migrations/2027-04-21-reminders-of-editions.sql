-- A reminder is about a round or an edition: the second person is told what waits for them of either, and whoever asked what was decided.
ALTER TABLE reminder ALTER round_id DROP NOT NULL, ADD edition_id text REFERENCES edition, ADD CHECK (num_nonnulls(round_id, edition_id) = 1);
UPDATE reminder SET told = told - 'round' || jsonb_build_object('about', told->'round' || '{"kind": "round"}');
