-- The head of the trail goes by mail to addresses outside, of no account: through the same queue.
ALTER TABLE mail DROP CONSTRAINT mail_kind_check, ALTER COLUMN account_id DROP NOT NULL;
ALTER TABLE mail ADD CHECK (kind IN ('reminders', 'account', 'anchor'));
ALTER TABLE mail ADD CHECK ((kind = 'anchor') = (account_id IS NULL));
ALTER TABLE mail ADD CHECK (account_id IS NOT NULL OR address IS NOT NULL);
DO $$
DECLARE
  only_accounts text := (SELECT conname FROM pg_constraint WHERE conrelid = 'mail'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%says IS NOT NULL%');
BEGIN
  EXECUTE format('ALTER TABLE mail DROP CONSTRAINT %I', only_accounts);
END $$;
ALTER TABLE mail ADD CHECK ((kind = 'reminders') = (says IS NULL));
