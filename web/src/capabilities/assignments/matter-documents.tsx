import { Text } from '@mantine/core';
import type { FieldValue } from '@parindex/core/ledger/entry';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { Fragment } from 'react';
import type { SheetAnswer, SheetPart } from '../../client/sheet.ts';
import { Link } from '../../kit/page/link.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { versionOf } from '../evidence/document-name.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { citationWords, readCited } from '../sheets/cited.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import type { Matter } from './matters.ts';

interface MatterDocumentsProps {
  readonly matter: Matter;
  readonly answer: SheetAnswer;
  readonly documents: readonly LibraryDocument[];
}

/** What a part cites if what is proposed of it is taken. */
const citedBy = ({ proposed, counting }: SheetPart): readonly string[] =>
  citationsIn((CITATIONS in proposed.seqs ? proposed : counting).fields[CITATIONS] as FieldValue | undefined);

/** The documents that prove a matter, each opened at the cited page in a window of its own: the decision stays where it is. */
export function MatterDocuments({ matter, answer, documents }: MatterDocumentsProps) {
  const texts = useTexts(partTexts).all;
  const { language } = useLanguage();
  const library = new Map(documents.map((document) => [document.id, document]));
  const cited = [...new Set(matter.parts.flatMap(citedBy))];
  if (cited.length === 0) return <Text size="sm">{texts.noDocuments}</Text>;
  return (
    <Text size="sm">
      {texts.documents}{' '}
      {cited.map((text, index) => {
        const citation = readCited(text);
        const document = citation && library.get(citation.document);
        const words = citationWords(text, library, language);
        return (
          <Fragment key={text}>
            {index === 0 ? '' : '; '}
            {citation && document && versionOf(document, citation.version)?.file ? (
              <Link
                to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem"
                params={{ round: answer.round, body: answer.body.id, document: document.id }}
                search={{ version: citation.version, page: citation.place.pages?.[0]?.[0] ?? 1 }}
                target="_blank"
                aria-label={texts.inWindow(words)}
              >
                {words}
              </Link>
            ) : (
              words
            )}
          </Fragment>
        );
      })}
    </Text>
  );
}
