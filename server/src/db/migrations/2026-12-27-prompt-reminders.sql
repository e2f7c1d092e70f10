-- What somebody has just sent back or opened again is told at once, beside the one mail of the day.
ALTER TABLE mail ADD prompt boolean NOT NULL DEFAULT false;
DROP INDEX mail_reminders_of_a_day;
CREATE UNIQUE INDEX mail_reminders_of_a_day ON mail (account_id, day) WHERE kind = 'reminders' AND NOT prompt;
GRANT SELECT (prompt) ON mail TO parindex_jobs;
