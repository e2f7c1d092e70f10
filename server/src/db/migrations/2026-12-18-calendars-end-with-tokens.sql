-- The address of a calendar shows reminders and says nothing of who asks; it ends where tokens end, and its hash is read by nobody.
REVOKE SELECT ON calendar_feed FROM parindex_app;
GRANT SELECT (account_id, made_at) ON calendar_feed TO parindex_app;
GRANT SELECT (account_id), DELETE ON calendar_feed TO parindex_sign_on;
