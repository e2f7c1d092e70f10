-- A written ballot that is entered for a member brings its scanned copy, a file of the round; those entered before stand without (decision 0119).
ALTER TABLE council_vote ADD COLUMN file_id uuid REFERENCES round_file,
  ADD CONSTRAINT council_vote_file_check CHECK ((way = 'ballot') = (file_id IS NOT NULL)) NOT VALID;
CREATE INDEX council_vote_file ON council_vote (file_id) WHERE file_id IS NOT NULL;
GRANT UPDATE (file_id) ON council_vote TO parindex_app;
-- Whether the minutes were read out to those who attended, and agreed to.
ALTER TABLE council_session ADD COLUMN minutes_read boolean NOT NULL DEFAULT false;
GRANT UPDATE (minutes_read) ON council_session TO parindex_app;
