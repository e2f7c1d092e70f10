import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../../client/rights.ts';
import { NotLoaded } from '../../../kit/reading/loaded.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { roundQuery } from '../../rounds/queries/rounds.ts';
import { useSheet } from '../../sheets/sheet-at-work.tsx';
import { askQuestion, noticesQuery, publishNotice, questionsQuery } from '../queries/notices.ts';
import { noticeTexts } from '../texts/notices.ts';
import { NoticeCard } from './notice-card.tsx';
import { QuestionCard } from './question-card.tsx';
import { WordsForm } from './words-form.tsx';

/** What the round's owner published at an item, the questions asked there, and a form to ask; one that is wanted is gone to. */
export function ItemNotices({ item, wanted }: { item: string; wanted: string | undefined }) {
  const texts = useTexts(noticeTexts);
  const { sheet, shown } = useSheet();
  const { may } = useRights();
  const round = useQuery(roundQuery(sheet.round)).data;
  const notices = useQuery(noticesQuery(sheet.round));
  const questions = useQuery(questionsQuery(sheet.round, item));
  const error = notices.error ?? questions.error;
  if (!notices.data || !questions.data || !round) return <NotLoaded error={error} retry={notices.refetch} />;
  const owns = may('round.write', { roundOwner: round.ownerBody.id });
  // What a closed round has published stays as it is.
  const publishes = owns && round.state === 'open';
  const here = notices.data.filter((notice) => notice.item === item);
  const ofRound = notices.data.filter((notice) => notice.item === null && notice.kind === 'announcement');
  const waiting = questions.data.items.filter(({ answer }) => answer === null);
  return (
    <Stack gap="md">
      {here.length + ofRound.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.none}
        </Text>
      ) : null}
      {[...here, ...ofRound].map((notice) => (
        <NoticeCard key={notice.id} round={sheet.round} notice={notice} owns={publishes} />
      ))}
      {publishes ? (
        <WordsForm
          key={`guidance ${item}`}
          title={texts.publishGuidance}
          more={texts.ofRoundLead}
          submit={texts.publish}
          send={(id, text) => publishNotice(sheet.round, { id, kind: 'guidance', item, text })}
        />
      ) : null}
      {waiting.length > 0 ? (
        <Title order={4} size="h5">
          {texts.questions}
        </Title>
      ) : null}
      {waiting.map((question) => (
        <QuestionCard key={question.id} question={question} owns={owns} wanted={question.id === wanted} />
      ))}
      {shown.answer.enters === 'declare' ? (
        <WordsForm
          key={`question ${item}`}
          title={texts.ask}
          more={texts.askMore}
          submit={texts.askSend}
          send={(id, text) => askQuestion(sheet, { id, item, text })}
        />
      ) : null}
    </Stack>
  );
}
