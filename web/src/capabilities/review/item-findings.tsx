import { List } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { reviewQuery } from './queries/review.ts';
import { reviewTexts } from './texts/review.ts';

/** What the check before sending says of one item, for whoever judges it; nothing where it says nothing. */
export function ItemFindings({ code }: { code: string }) {
  const texts = useTexts(reviewTexts);
  const { sheet, shown } = useSheet();
  const { data } = useQuery(reviewQuery(sheet.round, sheet.body, shown.answer.seq));
  const found = data?.findings.filter(({ item }) => item === code) ?? [];
  if (found.length === 0) return null;
  return (
    <Notice kind="note" title={texts.ofItem}>
      <List size="sm">
        {found.map(({ code: kind, figure, severity, message }) => (
          <List.Item key={`${kind} ${figure} ${message}`}>{texts.lesser(texts.severity[severity], message)}</List.Item>
        ))}
      </List>
    </Notice>
  );
}
