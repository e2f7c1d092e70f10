import { Button, Group, Stack, TextInput } from '@mantine/core';
import { paperCode } from '@parindex/core/contracts/schemas/survey-paper';
import { useEffect, useRef, useState } from 'react';
import { limitsOf } from '../../../client/limits.ts';
import { useAct } from '../../../kit/acts/use-act.ts';
import { CheckedForm } from '../../../kit/forms/checked-form.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { ProblemNotice } from '../../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../../kit/words/language.tsx';
import { type FoundForm, findPaperForm, type PaperOutcome } from '../queries/paper.ts';
import { entryTexts } from '../texts/paper-entry.ts';

interface CodeSectionProps {
  readonly round: string;
  /** What became of the form before. */
  readonly outcome: PaperOutcome | undefined;
  readonly onFound: (code: string, form: FoundForm) => void;
}

/** The code of the next form, typed or scanned: the field keeps the focus, so that whatever is told is told beside it. */
export function CodeSection({ round, outcome, onFound }: CodeSectionProps) {
  const { code: texts, outcomes } = useTexts(entryTexts);
  const [code, setCode] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const find = useAct((typed: string) => findPaperForm(round, typed), {
    onDone: (form, typed) => onFound(typed, form),
    onRefused: () => input.current?.select(),
  });
  useEffect(() => input.current?.focus(), []);
  return (
    <Section title={texts.title}>
      {outcome === undefined ? null : <Notice kind={outcome === 'setApart' ? 'warning' : 'good'}>{outcomes[outcome]}</Notice>}
      <CheckedForm onSubmit={() => find.mutate(code)}>
        <Stack>
          <TextInput
            ref={input}
            label={texts.label}
            description={texts.more}
            required
            {...limitsOf(paperCode).code}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={({ currentTarget }) => setCode(currentTarget.value)}
          />
          {find.error ? <ProblemNotice error={find.error} /> : null}
          <Group>
            <Button type="submit" loading={find.isPending}>
              {texts.act}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
    </Section>
  );
}
