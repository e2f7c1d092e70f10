-- What of a round its owners write, and with what a naming and a release begin: neither is born as ended, and when a round was closed, its closing says.
REVOKE INSERT, UPDATE ON round FROM parindex_app;
GRANT INSERT (id, owner_body, year, title, edition_id, state, copied_from, created_by, created_at) ON round TO parindex_app;
GRANT UPDATE (year, title, edition_id, state, deadline_act, opened_at, version) ON round TO parindex_app;
REVOKE INSERT ON estimate_reader, estimate_release FROM parindex_app;
GRANT INSERT (id, round_id, account_id, named_by, named_at, reason) ON estimate_reader TO parindex_app;
GRANT INSERT (id, round_id, released_by, released_at, reason) ON estimate_release TO parindex_app;
