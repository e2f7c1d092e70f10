import { Page } from '../../kit/page/page.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { CalendarAddress } from './calendar-address.tsx';
import { ReminderList } from './reminder-list.tsx';
import { reminderTexts } from './texts/reminders.ts';

/** What one was reminded of, and one's closings for a calendar program. */
export function RemindersPage() {
  const texts = useTexts(reminderTexts);
  return (
    <Page title={texts.title} lead={texts.lead}>
      <ReminderList />
      <CalendarAddress />
    </Page>
  );
}
