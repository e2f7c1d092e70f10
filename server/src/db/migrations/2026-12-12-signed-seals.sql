-- Each block is signed by a key that the database does not hold. Blocks of the time before have no signature.
ALTER TABLE seal ADD COLUMN key_id text CHECK (length(key_id) BETWEEN 1 AND 60), ADD COLUMN signature bytea;
ALTER TABLE seal ADD CHECK ((key_id IS NULL) = (signature IS NULL));
