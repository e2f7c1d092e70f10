-- In which cluster the trail is sealed. Transaction ids hold in their own cluster alone: after a move by dump and restore they begin anew, and what
-- is still to be sealed is told by them no more. Rows up to `after_n` are sealed, or were never honest.
CREATE TABLE seal_epoch (
  number integer PRIMARY KEY CHECK (number > 0),
  -- PostgreSQL's own identifier; absent where it may not be read.
  cluster text CHECK (length(cluster) BETWEEN 1 AND 40),
  after_n bigint NOT NULL,
  after_block integer NOT NULL,
  -- Rows of older transactions of this cluster are all sealed, until a later block says more.
  horizon xid8 NOT NULL,
  begun_at timestamptz(3) NOT NULL
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON seal_epoch FOR EACH STATEMENT EXECUTE FUNCTION app.refuse_change();
GRANT SELECT, INSERT ON seal_epoch TO parindex_jobs;
