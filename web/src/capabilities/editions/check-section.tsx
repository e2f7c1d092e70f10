import { Stack } from '@mantine/core';
import { Table } from '../../kit/lists/table.tsx';
import { Link } from '../../kit/page/link.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Edition } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

const MOST_CODES = 20;

/** The faults of the texts, line by line, and the results of the cases. */
export function CheckSection({ edition: { id, state, faults, cases } }: { edition: Edition }) {
  const texts = useTexts(editionTexts).faults;
  const { language } = useLanguage();
  const count = (number: number) => formatCount(number, language);
  const casesText = () => {
    if (cases === null) return texts.casesNotRun;
    if (cases.run === 0) return texts.casesNone;
    return cases.failed === 0 ? texts.casesGood(count(cases.run)) : texts.casesBad(count(cases.run), count(cases.failed));
  };
  const without = cases?.itemsWithoutCase ?? [];
  const codes = without.slice(0, MOST_CODES).join(', ') + (without.length > MOST_CODES ? ', …' : '');
  return (
    <Section title={texts.title}>
      <Stack gap="xs">
        <Notice kind={faults.length === 0 ? 'good' : 'warning'}>{faults.length === 0 ? texts.none : texts.some(count(faults.length))}</Notice>
        <Notice kind={cases && cases.run > 0 && cases.failed === 0 ? 'good' : 'warning'}>{casesText()}</Notice>
        {without.length > 0 ? <Notice kind="note">{texts.without(count(without.length), codes)}</Notice> : null}
      </Stack>
      {faults.length > 0 ? (
        <Table
          caption={texts.caption}
          dense
          columns={[
            {
              key: 'of',
              title: texts.in,
              names: true,
              cell: ({ in: text, of, part }) =>
                text === 'document' && part !== null && state === 'draft' ? (
                  <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition: id }} search={{ item: part }} size="sm">
                    {of}
                  </Link>
                ) : (
                  of
                ),
            },
            { key: 'message', title: texts.message, cell: ({ message }) => message },
            { key: 'in', title: texts.text, cell: (fault) => (fault.in === 'document' ? texts.inDocument : texts.inCases) },
            { key: 'line', title: texts.line, align: 'right', cell: ({ line }) => line },
            { key: 'column', title: texts.column, align: 'right', cell: ({ column }) => column },
          ]}
          rows={faults}
          keyOf={(fault) => `${fault.in} ${fault.path} ${fault.line} ${fault.column} ${fault.message}`}
        />
      ) : null}
    </Section>
  );
}
