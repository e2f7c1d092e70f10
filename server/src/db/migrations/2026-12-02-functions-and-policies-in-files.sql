-- From here on functions and policies are applied from server/src/db/functions and policies, after the migrations (definitions.ts). What was applied last:
CREATE TABLE migration_repeatable (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  -- SHA-256 of the files' names and texts.
  hash text NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT now()
);
GRANT SELECT ON migration_repeatable TO parindex_app;

-- A lock on rows, where one for the transaction is taken now.
DROP TABLE IF EXISTS migration_lock;

-- Triggers call their functions by themselves.
REVOKE ALL ON FUNCTION app.refuse_change(), app.refuse_change_of_adopted() FROM parindex_app;
