-- Who erases bytes from the store just now, and until when at most: the store is asked outside any transaction, and whoever would bring the same
-- bytes back waits for it.
ALTER TABLE content ADD COLUMN erasing_by uuid, ADD COLUMN erasing_until timestamptz,
  ADD CHECK ((erasing_by IS NULL) = (erasing_until IS NULL));

-- Signed reports that lay in the store though nothing was sent with them, and until when each is, or was, being erased.
CREATE TABLE report_sweep (
  file_hash bytea PRIMARY KEY CHECK (octet_length(file_hash) = 32),
  until timestamptz NOT NULL
);
