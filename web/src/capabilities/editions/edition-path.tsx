import type { ReactNode } from 'react';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import type { EditionRow } from './queries/editions.ts';
import { editionTexts } from './texts/editions.ts';

/** What stands above a page of an edition: the list of all, and the edition once it has come. */
export function useEditionPath(edition: Pick<EditionRow, 'id' | 'title'> | undefined): ReactNode[] {
  const { title } = useTexts(editionTexts);
  const words = useEditionWords();
  return [
    <Link key="editions" to="/lam-viec/bo-tieu-chi">
      {title}
    </Link>,
    ...(edition === undefined
      ? []
      : [
          <Link key="edition" to="/lam-viec/bo-tieu-chi/$edition" params={{ edition: edition.id }}>
            {words.title(edition) ?? edition.id}
          </Link>,
        ]),
  ];
}
