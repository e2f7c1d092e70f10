import { sheetTexts } from '../../capabilities/sheets/texts/sheet.ts';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { StateBadge } from '../../kit/state-badge.tsx';

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
