import { Button, Checkbox, Text } from '@mantine/core';
import { useState } from 'react';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { Section } from '../../kit/page/section.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { type Chain, partsChanged, setChain } from './queries/assignments.ts';
import { assignTexts } from './texts/assign.ts';

/** The chain of approval: set by the body, read by departments. */
export function ChainPart({ chain }: { chain: Chain }) {
  const texts = useTexts(assignTexts).chain;
  const { shown } = useSheet();
  const { entered, division, leader, review, head } = texts.steps;
  if (shown.answer.enters === 'declare') return <ChainForm chain={chain} />;
  const steps = [entered, ...(chain.division ? [division] : []), leader, ...(chain.review ? [review] : []), head];
  return <Text size="sm">{texts.told(steps.join(' → '))}</Text>;
}

function ChainForm({ chain }: { chain: Chain }) {
  const texts = useTexts(assignTexts).chain;
  const { sheet } = useSheet();
  const [wanted, setWanted] = useState(chain);
  const save = useAct(() => setChain(sheet, { ...wanted, version: wanted.version }), { refresh: (client) => partsChanged(client, sheet) });
  const change = (more: Partial<Chain>) => {
    save.reset();
    // Sent with the version shown, as somebody else may have changed it meanwhile.
    setWanted((before) => ({ ...before, version: Math.max(before.version, chain.version), ...more }));
  };
  const isChanged = wanted.division !== chain.division || wanted.review !== chain.review;
  return (
    <Section title={texts.title} lead={texts.lead}>
      <Checkbox label={texts.division} checked={wanted.division} onChange={({ currentTarget }) => change({ division: currentTarget.checked })} />
      <Checkbox label={texts.review} checked={wanted.review} onChange={({ currentTarget }) => change({ review: currentTarget.checked })} />
      <Outcome
        error={save.error}
        done={save.isSuccess && !isChanged ? texts.saved : undefined}
        load={(current) => {
          save.reset();
          setWanted({ ...wanted, version: (current as Chain).version });
        }}
      />
      {isChanged ? (
        <Button w="fit-content" loading={save.isPending} onClick={() => save.mutate()}>
          {texts.save}
        </Button>
      ) : null}
    </Section>
  );
}
