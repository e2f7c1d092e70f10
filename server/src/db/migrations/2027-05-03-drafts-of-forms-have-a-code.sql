-- What was answered so far is shown to whoever has the form's own code beside its link: whoever made or delivered the link has not (decision 0149).
ALTER TABLE answers.response ADD COLUMN resume_hash bytea CHECK (length(resume_hash) = 32);
-- A reminder brings another link to the same person; the one before stays good, as what they have begun lies under it.
DROP INDEX respondents.link_in_force;
