-- What the role of the jobs never needed: what mails and reminders say, to whom they go, and uploads of its own making.
REVOKE SELECT ON mail, reminder FROM parindex_jobs;
GRANT SELECT (id, account_id, day, kind, state, tries, next_try, lease_until) ON mail TO parindex_jobs;
GRANT SELECT (account_id, key) ON reminder TO parindex_jobs;
REVOKE INSERT ON upload FROM parindex_jobs;
