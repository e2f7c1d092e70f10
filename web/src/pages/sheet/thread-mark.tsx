import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';

/** The number of open threads at an item; nothing if there are none. */
export function ThreadMark({ open }: { open: number }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  if (open === 0) return null;
  const count = formatCount(open, language);
  return (
    <span title={texts.commentsOpen(count)}>
      <StateBadge tone="quiet">
        <span aria-hidden="true">{count}</span>
        <span className="unseen">{texts.commentsOpen(count)}</span>
      </StateBadge>
    </span>
  );
}
