import { Badge } from '@mantine/core';
import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';

/** The number of open threads at an item; nothing if there are none. */
export function ThreadMark({ open }: { open: number }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  if (open === 0) return null;
  const count = formatCount(open, language);
  return (
    <Badge component="span" size="sm" variant="default" tt="none" fw={500} miw="max-content" title={texts.commentsOpen(count)}>
      <span aria-hidden="true">{count}</span>
      <span className="unseen">{texts.commentsOpen(count)}</span>
    </Badge>
  );
}
