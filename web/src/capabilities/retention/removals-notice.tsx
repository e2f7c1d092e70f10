import type { Answer } from '../../client/request.ts';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Link } from '../../kit/link.tsx';
import { Notice } from '../../kit/notice.tsx';
import { erasureTexts } from './texts/erasures.ts';

/** On the start page: what waits for the reader's decision, and what others ask, or have decided, of files that the reader's bodies hold too. */
export function RemovalsNotice({ toDecide, copiesWaiting, copiesRemoved }: Answer<'workAnswer'>['removals']) {
  const texts = useTexts(erasureTexts);
  const { language } = useLanguage();
  const lines = [
    [toDecide, texts.toDecide],
    [copiesWaiting, texts.copies.waiting],
    [copiesRemoved, texts.copies.removed],
  ] as const;
  return lines.map(([count, line]) =>
    count > 0 ? (
      <Notice kind="warning" key={line('')}>
        {line(formatCount(count, language))} <Link to="/lam-viec/go-bo-tai-lieu">{texts.copies.see}</Link>
      </Notice>
    ) : null,
  );
}
