import { undecidedLineage } from '@parindex/core/studio/lineage/decide';
import { useQuery } from '@tanstack/react-query';
import { Link } from '../../../kit/page/link.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { useEditionWords } from '../edition-words.ts';
import { type Edition, editionsQuery, schemeQuery } from '../queries/editions.ts';
import { lineageTexts } from '../texts/lineage.ts';

/** That a draft names an edition before it, and does not say of all items where they come from: told, and barring nothing. */
export function LineageNote({ edition }: { readonly edition: Edition }) {
  const texts = useTexts(lineageTexts);
  const words = useEditionWords();
  const { language } = useLanguage();
  const { data: scheme } = useQuery(schemeQuery(edition.id, edition.state));
  const { data: editions = [] } = useQuery(editionsQuery);
  return (scheme ? undecidedLineage(scheme) : []).flatMap(({ edition: id, codes }) => {
    const earlier = editions.find((each) => each.id === id);
    if (!earlier) return [];
    return (
      <Notice key={id} kind="note">
        {texts.undecided(formatCount(codes.length, language), words.title(earlier) ?? id)}{' '}
        <Link to="/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua" params={{ edition: edition.id }} search={{ with: id }}>
          {texts.open}
        </Link>
      </Notice>
    );
  });
}
