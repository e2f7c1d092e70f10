import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { newReply } from '@parindex/core/contracts/schemas/explanation';
import { citationText } from '@parindex/core/evidence/citation';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Link } from '../../kit/page/link.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { CitationForm } from '../sheets/citation-form.tsx';
import { CitationLine } from '../sheets/citation-line.tsx';
import { readCited } from '../sheets/cited.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { useDocuments } from '../sheets/use-documents.ts';
import { type ExplainedItem, explanationActed, reply as sendReply } from './queries/explanation.ts';
import { explanationTexts } from './texts/explanation.ts';

interface ReplyFormProps {
  readonly item: ExplainedItem;
  /** The last entry of the sheet that was seen. */
  readonly seq: number;
  readonly onClose: () => void;
}

/** A body accepts what was decided of an item, or explains: in words, and with documents. */
export function ReplyForm({ item: { item, reply }, seq, onClose }: ReplyFormProps) {
  const texts = useTexts(explanationTexts);
  const controls = useTexts(controlTexts);
  const { sheet } = useSheet();
  const [kind, setKind] = useState<'accepts' | 'explains'>(reply?.kind ?? 'explains');
  const [words, setWords] = useState(reply?.text ?? '');
  const [citations, setCitations] = useState<readonly string[]>(reply?.citations ?? []);
  const [citing, setCiting] = useState(false);
  const { documents } = useDocuments(true);
  const act = useAct(() => sendReply(sheet, item.code, { base: seq, kind, text: words.trim() === '' ? null : words, citations: [...citations] }), {
    refresh: (client) => explanationActed(client, sheet),
    onDone: onClose,
  });
  return (
    <Stack gap="sm">
      <CheckedForm onSubmit={() => act.mutate()}>
        <Stack gap="sm">
          <Radio.Group label={texts.kind} value={kind} onChange={(value) => setKind(value === 'accepts' ? 'accepts' : 'explains')}>
            <Group gap="md" pt={4}>
              <Radio value="accepts" label={texts.kinds.accepts} />
              <Radio value="explains" label={texts.kinds.explains} />
            </Group>
          </Radio.Group>
          <ReasonInput
            label={texts.words}
            description={texts.wordsHint}
            required={kind === 'explains'}
            {...limitsOf(newReply).text}
            value={words}
            onChange={setWords}
          />
          {kind === 'explains' || citations.length > 0 ? (
            <Stack gap="xs">
              <Text size="sm" fw={500}>
                {texts.evidence}
              </Text>
              {citations.map((text) => (
                <CitationLine key={text} text={text} documents={documents} onRemove={() => setCitations(citations.filter((one) => one !== text))} />
              ))}
              {citing ? null : (
                <Group gap="xs">
                  <Button size="compact-sm" variant="default" onClick={() => setCiting(true)}>
                    {texts.cite}
                  </Button>
                  <Link size="sm" to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu" params={sheet} preload={false}>
                    {texts.toLibrary}
                  </Link>
                </Group>
              )}
            </Stack>
          ) : null}
          <Outcome error={act.error} />
          <Group gap="xs">
            <Button type="submit" loading={act.isPending} disabled={citing}>
              {texts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
      {citing ? (
        <CitationForm
          before={undefined}
          taken={citations.filter((text) => readCited(text) !== undefined)}
          onEnter={(citation) => {
            setCitations([...citations, citationText(citation)]);
            setCiting(false);
          }}
          onCancel={() => setCiting(false)}
        />
      ) : null}
    </Stack>
  );
}
