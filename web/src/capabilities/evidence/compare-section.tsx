import { Text } from '@mantine/core';
import type { SheetKey } from '../../client/sheet.ts';
import { ConfirmedAct } from '../../kit/confirmed-act.tsx';
import { formatMoment } from '../../kit/format.ts';
import { useTexts } from '../../kit/language.tsx';
import { Outcome } from '../../kit/outcome.tsx';
import { Section } from '../../kit/section.tsx';
import { useAct } from '../../kit/use-act.ts';
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
