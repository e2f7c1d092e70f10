import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { PasteForm } from '../../kit/forms/paste-form.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { DayOff } from './queries/days-off.ts';
import { type ReadLine, readDays } from './read-days.ts';
import { daysOffTexts } from './texts/days-off.ts';

interface PasteDaysProps {
  readonly year: number;
  readonly onPut: (days: readonly DayOff[]) => void;
  readonly onCancel: () => void;
}

/** Many days at once, read and shown before they go into the list. */
export function PasteDays({ year, onPut, onCancel }: PasteDaysProps) {
  const texts = useTexts(daysOffTexts);
  const fields = useTexts(controlTexts);
  const { language } = useLanguage();
  const [text, setText] = useState('');
  const [lines, setLines] = useState<readonly ReadLine[]>();
  const days = (lines ?? []).flatMap(({ read }) => (typeof read === 'string' ? [] : [read]));
  const wrong = lines !== undefined && days.length < lines.length;
  return (
    <PasteForm
      title={texts.pasteTitle}
      label={texts.pasteLabel}
      description={texts.pasteMore}
      placeholder={texts.pasteExample}
      text={text}
      onText={(typed) => {
        setText(typed);
        setLines(undefined);
      }}
      onRead={() => setLines(readDays(text, year))}
    >
      {lines ? (
        <Arrival of={lines}>
          <Stack gap="xs">
            {wrong ? <Notice kind="warning">{texts.pasteWrong}</Notice> : null}
            <Table
              caption={texts.preview}
              dense
              columns={[
                { key: 'line', title: texts.line, names: true, cell: ({ line }) => line },
                { key: 'result', title: texts.result, cell: ({ read }) => (typeof read === 'string' ? texts[read] : texts.pasteGood) },
              ]}
              rows={lines}
              keyOf={({ number }) => String(number)}
            />
          </Stack>
        </Arrival>
      ) : null}
      <Group>
        {days.length > 0 && !wrong ? <Button onClick={() => onPut(days)}>{texts.pasteAdd(formatCount(days.length, language))}</Button> : null}
        <Button type="submit" variant={days.length > 0 && !wrong ? 'default' : 'filled'}>
          {texts.preview}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          {fields.cancel}
        </Button>
      </Group>
    </PasteForm>
  );
}
