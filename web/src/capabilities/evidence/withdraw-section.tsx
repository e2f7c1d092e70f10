import { Text } from '@mantine/core';
import type { SheetKey } from '../../client/sheet.ts';
import { ConfirmedAct } from '../../kit/acts/confirmed-act.tsx';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { documentAnswered, type LibraryDocument, withdrawDocument } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';

/** Takes a document that nothing cites out of the library. */
export function WithdrawSection({ library, document }: { library: SheetKey; document: LibraryDocument }) {
  const texts = useTexts(oneDocumentTexts).withdraw;
  const withdraw = useAct(() => withdrawDocument(library, document.id, document.version), { refresh: documentAnswered(library) });
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Outcome error={withdraw.error} load={withdraw.load} />
      {document.cited.length > 0 ? (
        <Text size="sm">{texts.cited}</Text>
      ) : (
        <ConfirmedAct act={texts.act} question={texts.question} yes={texts.yes} acting={withdraw.isPending} onAct={() => withdraw.mutate()} quiet />
      )}
    </Section>
  );
}
