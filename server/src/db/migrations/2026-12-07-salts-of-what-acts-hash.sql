-- Acts tell names and texts that may have to be erased by a salted hash; whoever erases them takes another salt, so that nobody finds them by trial.
ALTER TABLE document_version ADD COLUMN salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid());
ALTER TABLE account ADD COLUMN salt bytea NOT NULL DEFAULT uuid_send(gen_random_uuid());
