import { useQuery } from '@tanstack/react-query';
import { isRefusal } from '../../../client/request.ts';
import { Section } from '../../../kit/page/section.tsx';
import { ProblemNotice } from '../../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { noticesQuery } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { AnnouncementForm } from './announcement-form.tsx';
import { NoticeCard } from './notice-card.tsx';

/** Announcements for the whole round; hidden from those who take no part in it. */
export function RoundNotices({ round, owns }: { round: string; owns: boolean }) {
  const texts = useTexts(noticeTexts);
  const { data, error, refetch } = useQuery(noticesQuery(round));
  if (error && !data) return isRefusal(error, 'refused') ? null : <ProblemNotice error={error} retry={() => void refetch()} />;
  const shown = data?.filter(({ item, kind }) => item === null && kind === 'announcement') ?? [];
  return (
    <div className={shown.length === 0 ? 'screen-only' : undefined}>
      <Section title={texts.ofRound} lead={shown.length === 0 ? texts.noneOfRound : texts.ofRoundLead}>
        {shown.map((notice) => (
          <NoticeCard key={notice.id} round={round} notice={notice} owns={owns} />
        ))}
        {owns ? (
          <div className="screen-only">
            <AnnouncementForm round={round} />
          </div>
        ) : null}
      </Section>
    </div>
  );
}
