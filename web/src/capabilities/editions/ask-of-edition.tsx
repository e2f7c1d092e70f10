import { Button, FileButton, Group, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { newEditionRequest } from '@parindex/core/contracts/schemas/edition-requests';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useRequestId } from '../../kit/acts/request-id.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { useForm } from '../../kit/forms/use-form.ts';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatBytes } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useEditionWords } from './edition-words.ts';
import { askOfEdition, bringDecision, type EditionRequest, requestsChanged } from './queries/adoption.ts';
import { type Edition, editionsQuery } from './queries/editions.ts';
import { adoptionTexts } from './texts/adoption.ts';

interface Typed {
  readonly number: string;
  readonly date: string | undefined;
  readonly effectiveFrom: string | undefined;
  readonly effectiveTo: string | undefined;
}

const NOTHING: Typed = { number: '', date: undefined, effectiveFrom: undefined, effectiveTo: undefined };

interface AskOfEditionProps {
  readonly edition: Edition;
  readonly kind: EditionRequest['kind'];
  readonly onDone: () => void;
}

/** Whether the texts are sound and all cases come out. */
const isSound = ({ faults, cases }: Edition): boolean => faults.length === 0 && cases !== null && cases.run > 0 && cases.failed === 0;

/** An owner asks, with the signed decision. */
export function AskOfEdition({ edition, kind, onDone }: AskOfEditionProps) {
  const texts = useTexts(adoptionTexts);
  const { language } = useLanguage();
  const { values, text, input } = useForm<Typed>(NOTHING, limitsOf(newEditionRequest).decision);
  const { number, date, effectiveFrom, effectiveTo } = values;
  const [file, setFile] = useState<EditionRequest['file']>();
  const [replacedBy, setReplacedBy] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [withoutFile, setWithoutFile] = useState(false);
  const idOf = useRequestId();
  const bring = useAct((chosen: File) => bringDecision(edition.id, chosen, idOf(chosen.name, chosen.size, chosen.lastModified)), { onDone: setFile });
  const said = reason.trim() === '' ? null : reason.trim();
  const ask = useAct(
    () => {
      if (date === undefined || file === undefined) throw new Error('a request without its decision has been sent');
      const terms = { kind, version: edition.version, decision: { number: number.trim(), date }, file: file.id, reason: said };
      const days = kind === 'adopt' ? { effectiveFrom: effectiveFrom ?? null, effectiveTo: effectiveTo ?? null } : { replacedBy };
      return askOfEdition(edition.id, { id: idOf(JSON.stringify([terms, days])), ...terms, ...days });
    },
    { onEnd: requestsChanged, onDone },
  );
  if (kind === 'adopt' && !isSound(edition)) return <Notice kind="warning">{texts.notYet}</Notice>;
  const submit = () => {
    setWithoutFile(file === undefined);
    if (file !== undefined) ask.mutate();
  };
  return (
    <CheckedForm onSubmit={submit}>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={texts.number} required {...text('number')} />
          <DayInput label={texts.date} required {...input('date')} />
          {kind === 'adopt' ? (
            <>
              <DayInput label={texts.from} required {...input('effectiveFrom')} />
              <DayInput label={texts.to} description={texts.toMore} {...input('effectiveTo')} />
            </>
          ) : (
            <ReplacedBy edition={edition.id} value={replacedBy} onChange={setReplacedBy} />
          )}
        </SimpleGrid>
        <Stack gap={4}>
          <Text size="sm" fw={500}>
            {texts.file}
          </Text>
          <Text size="xs" c="dimmed">
            {texts.fileMore}
          </Text>
          <Group gap="sm">
            <FileButton onChange={(chosen) => chosen && bring.mutate(chosen)}>
              {(props) => (
                <Button {...props} size="xs" variant="default" loading={bring.isPending}>
                  {file ? texts.chooseOther : texts.choose}
                </Button>
              )}
            </FileButton>
            {file ? (
              <Text size="sm">
                {file.name} ({formatBytes(file.bytes, language)})
              </Text>
            ) : null}
          </Group>
          <Outcome error={bring.error} />
          {withoutFile && !file ? <Notice kind="warning">{texts.noFile}</Notice> : null}
        </Stack>
        <ReasonInput
          label={texts.reason}
          description={texts.reasonMore}
          required={false}
          {...limitsOf(newEditionRequest).reason}
          value={reason}
          onChange={setReason}
        />
        <Outcome error={ask.error} />
        <Button type="submit" w="fit-content" variant={kind === 'adopt' ? 'filled' : 'default'} loading={ask.isPending}>
          {texts.ask[kind]}
        </Button>
      </Stack>
    </CheckedForm>
  );
}

/** The edition that holds in place of one that is withdrawn. */
function ReplacedBy({ edition, value, onChange }: { readonly edition: string; readonly value: string | null; readonly onChange: (id: string | null) => void }) {
  const texts = useTexts(adoptionTexts);
  const told = useEditionWords();
  const { data = [] } = useQuery(editionsQuery);
  const others = data.filter(({ id, state, withdrawn }) => id !== edition && state === 'adopted' && withdrawn === null);
  return (
    <Select
      label={texts.replacedBy}
      placeholder={texts.nothing}
      clearable
      data={others.map((other) => ({ value: other.id, label: told.title(other) ?? other.id }))}
      value={value}
      onChange={onChange}
    />
  );
}
