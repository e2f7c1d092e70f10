-- Who appraises goes by item: several bodies share a domain. Of an item that stands by itself those named at it appraise, and not those of its domain.
-- Empty: all items of the domain that are not named by themselves.
ALTER TABLE domain_owner ADD item text NOT NULL DEFAULT '' CHECK (length(item) <= 100);
ALTER TABLE domain_owner DROP CONSTRAINT domain_owner_pkey, ADD PRIMARY KEY (round_id, domain, body_id, item);
