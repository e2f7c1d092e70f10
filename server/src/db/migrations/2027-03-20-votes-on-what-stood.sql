-- What stood before a member as they voted, as a hash: a conclusion is drawn on that alone (decision 0120). Votes of before do not say; they are asked for again.
ALTER TABLE council_vote ADD COLUMN seen text CHECK (seen ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT council_vote_says_what_was_seen CHECK (seen IS NOT NULL) NOT VALID;
-- A member's own vote takes the place of the ballot that was entered for them.
GRANT UPDATE (way, seen) ON council_vote TO parindex_app;
