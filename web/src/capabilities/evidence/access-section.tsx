import { Button, Checkbox, Text } from '@mantine/core';
import { documentAccess } from '@parindex/core/contracts/schemas/evidence';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { InlineForm } from '../../kit/forms/inline-form.tsx';
import { Facts } from '../../kit/page/facts.tsx';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { documentAnswered, type LibraryDocument, setDocumentAccess } from './queries/documents.ts';
import { oneDocumentTexts } from './texts/document.ts';
import { documentTexts } from './texts/documents.ts';

interface AccessProps {
  readonly library: SheetKey;
  readonly document: LibraryDocument;
}

/** Who may see a document: restricted until the head of the body releases it. */
export function AccessSection({ library, document, mayChange, mayRelease }: AccessProps & { mayChange: boolean; mayRelease: boolean }) {
  const texts = useTexts(oneDocumentTexts).access;
  const words = useTexts(documentTexts);
  const [state, setState] = useState<'writing' | 'saved'>();
  const { access, personalData } = document;
  return (
    <Section
      title={texts.title}
      actions={
        mayChange && state !== 'writing' ? (
          <Button variant="default" onClick={() => setState('writing')}>
            {texts.change}
          </Button>
        ) : undefined
      }
    >
      <Outcome done={state === 'saved' ? texts.saved : undefined} />
      <Facts
        facts={[
          [texts.state, access === 'released' ? words.released : words.restricted],
          [texts.personal, personalData ? texts.yes : texts.no],
        ]}
      />
      <Text size="sm" c="dimmed">
        {personalData ? texts.personalMore : access === 'released' ? texts.releasedMore : texts.restrictedMore}
      </Text>
      {state === 'writing' ? (
        <AccessForm library={library} document={document} mayRelease={mayRelease} onCancel={() => setState(undefined)} onDone={() => setState('saved')} />
      ) : null}
    </Section>
  );
}

interface AccessFormProps extends AccessProps {
  readonly mayRelease: boolean;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

function AccessForm({ library, document, mayRelease, onCancel, onDone }: AccessFormProps) {
  const texts = useTexts(oneDocumentTexts).access;
  const [personal, setPersonal] = useState(document.personalData);
  const [released, setReleased] = useState(document.access === 'released');
  const [reason, setReason] = useState('');
  const access = released ? 'released' : 'restricted';
  const isSame = personal === document.personalData && access === document.access;
  const set = useAct(
    () =>
      setDocumentAccess(library, document.id, {
        version: document.version,
        ...(personal === document.personalData ? {} : { personalData: personal }),
        ...(access === document.access ? {} : { access }),
        reason: reason.trim(),
      }),
    { refresh: documentAnswered(library), onDone },
  );
  return (
    <InlineForm
      title={texts.change}
      of="access"
      submit={texts.save}
      act={set}
      load={set.load}
      disabled={isSame}
      onSubmit={() => set.mutate()}
      onCancel={onCancel}
    >
      <Checkbox label={texts.holdsPersonal} checked={personal} onChange={({ currentTarget }) => setPersonal(currentTarget.checked)} />
      {mayRelease ? (
        <Checkbox label={texts.release} checked={released} onChange={({ currentTarget }) => setReleased(currentTarget.checked)} />
      ) : (
        <Text size="sm">{texts.headOnly}</Text>
      )}
      <ReasonInput label={texts.reason} {...limitsOf(documentAccess).reason} value={reason} onChange={setReason} />
    </InlineForm>
  );
}
