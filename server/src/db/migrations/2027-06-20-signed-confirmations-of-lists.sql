-- A body stands for its list by a signed document: its scanned copy, a file of the round, and which list it stands for. Those of before stand without (decision 0159).
ALTER TABLE respondents.list_confirmation ADD COLUMN file_id uuid REFERENCES round_file,
  ADD COLUMN listed integer CHECK (listed > 0),
  -- With those replaced by then: whatever changes a list makes it more.
  ADD COLUMN ever_listed integer,
  -- SHA-256 of the list in normal form.
  ADD COLUMN list_hash text CHECK (length(list_hash) = 64),
  ADD CHECK (num_nulls(listed, ever_listed, list_hash) IN (0, 3)),
  ADD CHECK (listed <= ever_listed),
  ADD CHECK (file_id IS NULL OR list_hash IS NOT NULL);
CREATE INDEX list_confirmation_file ON respondents.list_confirmation (file_id) WHERE file_id IS NOT NULL;
