-- When the person of a session last proved who they are, how long it may rest, and why it was ended where that was not the person's own act.
ALTER TABLE session
  ADD COLUMN confirmed_at timestamptz,
  ADD COLUMN idle_seconds integer NOT NULL DEFAULT 3600,
  ADD COLUMN ended_for text CHECK (ended_for IN ('tooMany', 'roleEnded'));
GRANT SELECT (idle_seconds, ended_for), UPDATE (ended_for) ON session TO parindex_app;
