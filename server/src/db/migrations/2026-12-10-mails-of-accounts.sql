-- Mails of another kind than reminders: of somebody's account, sent at once and not together once a day, through the same queue.
ALTER TABLE mail DROP CONSTRAINT mail_account_id_day_key;
ALTER TABLE mail ADD COLUMN kind text NOT NULL DEFAULT 'reminders' CHECK (kind IN ('reminders', 'account'));
-- What was done, of a mail of an account, as it stood then; of reminders, what it says is in them.
ALTER TABLE mail ADD COLUMN says jsonb;
-- Where it goes where that is not the address of the account: of an address that was changed, the one before.
ALTER TABLE mail ADD COLUMN address text CHECK (length(address) <= 254);
ALTER TABLE mail ADD CHECK ((kind = 'account') = (says IS NOT NULL));
CREATE UNIQUE INDEX mail_reminders_of_a_day ON mail (account_id, day) WHERE kind = 'reminders';
