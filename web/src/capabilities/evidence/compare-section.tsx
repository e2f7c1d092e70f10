import { Text } from '@mantine/core';
import type { SheetKey } from '../../client/sheet.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { compareDocument, documentAnswered, type LibraryDocument } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';

/** Whether the appraisers have compared the paper itself with the claim. */
export function CompareSection({ library, document, mayCompare }: { library: SheetKey; document: LibraryDocument; mayCompare: boolean }) {
  const texts = useTexts(oneDocumentTexts).compare;
  const compare = useAct(() => compareDocument(library, document.id, document.version), { refresh: documentAnswered(library) });
  const { compared } = document;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Text role="status">{compared ? texts.done(compared.by.name, formatMoment(compared.at)) : texts.notYet}</Text>
      <Outcome error={compare.error} load={compare.load} />
      {mayCompare && !compared ? (
        <ConfirmedAct act={texts.act} question={texts.question} yes={texts.yes} acting={compare.isPending} onAct={() => compare.mutate()} />
      ) : null}
    </Section>
  );
}
