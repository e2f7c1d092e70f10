import { Button, List, Text } from '@mantine/core';
import { inLanguage } from '@parindex/core/words/index';
import { schemeNames } from '@parindex/core/words/scheme-names';
import { useState } from 'react';
import type { SheetKey, SheetPart } from '../../client/sheet.ts';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/decision-fields.tsx';
import { FormDialog } from '../../kit/form-dialog.tsx';
import { formatCount } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import type { EditionRules } from '../editions/queries/edition-rules.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { waitingFor } from './decidable.ts';
import { ProposedTable } from './proposed-table.tsx';
import { useDecision } from './use-decision.ts';

export type BulkAct = 'accept' | 'review' | 'recordDocument';

interface DecideAllProps {
  readonly sheet: SheetKey;
  readonly act: BulkAct;
  /** All candidates; those that wait are decided on. */
  readonly parts: readonly SheetPart[];
  /** The sheet's last entry. */
  readonly seq: number;
  readonly rules: EditionRules;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One decision on everything that waits for it in a sheet, shown value by value first. */
export function DecideAll({ sheet, act, parts, seq, rules, onDone, onClose }: DecideAllProps) {
  const texts = useTexts(partTexts).all;
  const words = useTexts(partTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState(NO_DECISION);
  // The decision applies to what was shown when the list opened; if somebody has written since, the server refuses.
  const [seen] = useState({ parts: waitingFor(act, parts, rules.prepared), base: seq });
  const names = schemeNames(rules.scheme, language);
  const decision = useDecision(sheet, onDone);
  const document = decisionOf(typed);
  const send = () => {
    if (act === 'recordDocument' && !document) return;
    decision.mutate({ act, ...seen, draft: act === 'recordDocument' && document ? { document } : {} });
  };
  return (
    <FormDialog title={texts.titles[act]} submit={words.acts[act]} act={decision} onSubmit={send} onClose={onClose}>
      <Text size="sm">{texts.leads[act]}</Text>
      <Text size="sm" fw={600}>
        {texts.count(formatCount(seen.parts.length, language))}
      </Text>
      {act === 'review' ? (
        <List size="sm">
          {seen.parts.map(({ kind, id }) => (
            <List.Item key={`${kind} ${id}`}>
              {kind === 'item' ? `${id}. ${inLanguage(names.item(id)?.title, language) ?? ''}` : names.figureTitle(id)}
            </List.Item>
          ))}
        </List>
      ) : (
        <ProposedTable parts={seen.parts} rules={rules} names={names} whole />
      )}
      {act === 'recordDocument' ? (
        <DecisionFields labels={{ number: words.documentNumber, date: words.documentDate }} required value={typed} onChange={setTyped} />
      ) : null}
    </FormDialog>
  );
}

interface DecideAllActsProps extends Pick<DecideAllProps, 'sheet' | 'parts' | 'seq' | 'rules'> {
  readonly acts: readonly BulkAct[];
}

/** The decisions that can be taken on everything waiting in a sheet; none if nothing waits. */
export function DecideAllActs({ acts, ...of }: DecideAllActsProps) {
  const texts = useTexts(partTexts).all;
  const { language } = useLanguage();
  const [open, setOpen] = useState<BulkAct>();
  const close = () => setOpen(undefined);
  return (
    <>
      {acts.map((act) => {
        const waiting = waitingFor(act, of.parts, of.rules.prepared).length;
        return waiting === 0 ? null : (
          <Button key={act} variant={act === 'accept' ? 'filled' : 'default'} onClick={() => setOpen(act)}>
            {texts[act](formatCount(waiting, language))}
          </Button>
        );
      })}
      {open ? <DecideAll {...of} act={open} onDone={close} onClose={close} /> : null}
    </>
  );
}
