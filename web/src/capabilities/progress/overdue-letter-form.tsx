import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { missingOf, overdueLetterText } from '@parindex/core/reminders/index';
import { USUAL_FORM } from '@parindex/core/submissions/report-form';
import { deadlineText } from '@parindex/core/words/step-times';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CopyButton } from '../../kit/acts/copy-button.tsx';
import { DocumentButtons } from '../../kit/acts/document-buttons.tsx';
import { SigningFields, useSigning } from '../../kit/fields/signing-fields.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { fetchLetter, type OverdueLetter, overdueLettersQuery } from '../reminders/queries/reminders.ts';
import { documentsChanged } from '../rounds/queries/documents.ts';
import type { Round } from '../rounds/queries/rounds.ts';
import { overdueLetterTexts } from './texts/overdue-letters.ts';

export function OverdueLetterForm({ round }: { round: Round }) {
  const texts = useTexts(overdueLetterTexts);
  const { data, error, refetch } = useQuery(overdueLettersQuery(round.id));
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return data.items.length === 0 ? <Text size="sm">{texts.none}</Text> : <ChosenBodies round={round} overdue={data} />;
}

/** Chooses bodies, late ones preselected; shows the letter, and the short text as it would be sent. */
function ChosenBodies({ round, overdue }: { round: Round; overdue: OverdueLetter }) {
  const texts = useTexts(overdueLetterTexts);
  const { language } = useLanguage();
  const { items, owner, ownerKind, askedAt } = overdue;
  const late = items.filter((item) => item.late).map(({ body }) => body.id);
  const all = items.map(({ body }) => body.id);
  const [chosen, setChosen] = useState<readonly string[]>(late);
  const signing = useSigning(USUAL_FORM);
  const client = useQueryClient();
  const bodies = items.filter(({ body }) => chosen.includes(body.id)).map((item) => ({ ...item, name: item.body.name }));
  const text = overdueLetterText({ owner, round: round.title, moment: Date.parse(askedAt), bodies });
  const line = ({ body, closes, late: isLate, ...lacks }: OverdueLetter['items'][number]) => {
    const deadline = deadlineText(closes, language);
    const state = isLate ? texts.late(deadline) : texts.notLate(deadline);
    return `${body.name}: ${state}${language === 'vi' ? `; ${missingOf(lacks)}` : ''}`;
  };
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setChosen(all)}>
          {texts.all}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setChosen(late)}>
          {texts.onlyLate}
        </Button>
        <Text size="sm" role="status">
          {texts.chosen(formatCount(bodies.length, language), formatCount(items.length, language))}
        </Text>
      </Group>
      <Checkbox.Group label={texts.choose} value={[...chosen]} onChange={(ids) => setChosen(ids)}>
        <Stack gap="xs" mt={4} mah="24rem" style={{ overflowY: 'auto' }}>
          {items.map((item) => (
            <Checkbox key={item.body.id} value={item.body.id} label={line(item)} />
          ))}
        </Stack>
      </Checkbox.Group>
      {bodies.length > 0 ? (
        <>
          <Stack maw="75ch">
            <SigningFields kind={ownerKind} signing={signing} shown={texts.shown} />
          </Stack>
          <DocumentButtons
            take={async (format) => {
              const letter = await fetchLetter(round.id, { bodies: [...chosen], form: signing.typed, format });
              await documentsChanged(client, round.id);
              return letter;
            }}
            name={`cong-van-don-doc-${round.id}`}
            texts={texts.letter}
            done={texts.made}
          />
          <Textarea label={texts.short} value={text} readOnly rows={3} lang="vi" />
          <CopyButton text={text} label={texts.copy} />
        </>
      ) : null}
    </Stack>
  );
}
