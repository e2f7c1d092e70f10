import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { newRollUp } from '@parindex/core/contracts/schemas/roll-ups';
import { displayDecimal } from '@parindex/core/quantity/display';
import { inLanguage } from '@parindex/core/words/index';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useReturnToOpener } from '../../kit/acts/return-to-opener.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { schemeQuery } from '../editions/queries/editions.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { makeRollUp, previewRollUp, type RollUpPreview } from './queries/roll-ups.ts';
import { RollUpParts } from './roll-up-parts.tsx';
import { rollUpTexts } from './texts/roll-ups.ts';

interface RollUpDialogProps {
  readonly figure: string;
  /** Rounds that the body owns. */
  readonly rounds: readonly RoundRow[];
  readonly onClose: () => void;
}

const ADDABLE: readonly string[] = ['count', 'amount', 'number'];

/** Adds up a figure of the bodies below: from which round, which bodies, the sum, and who is missing. */
export function RollUpDialog({ figure, rounds, onClose }: RollUpDialogProps) {
  const texts = useTexts(rollUpTexts);
  const controls = useTexts(controlTexts);
  const { language } = useLanguage();
  useReturnToOpener();
  const { sheet, names } = useSheet();
  const [round, setRound] = useState(rounds[0]?.id ?? null);
  const [source, setSource] = useState<string | null>(null);
  const [block, setBlock] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [act] = useState(() => ({ id: crypto.randomUUID() }));
  const edition = rounds.find(({ id }) => id === round)?.edition ?? null;
  const scheme = useQuery({ ...schemeQuery(edition ?? '', 'adopted'), enabled: edition !== null });
  const figures = scheme.data?.figures.filter(({ type }) => ADDABLE.includes(type)) ?? [];
  const wanted = { figure, sourceRound: round ?? '', sourceFigure: source ?? '', ...(block === null ? {} : { block }) };
  const look = useAct(() => previewRollUp(sheet.round, sheet.body, wanted));
  const seen = look.data;
  const write = useAct(
    ({ seq, sum, missing }: RollUpPreview) => {
      const without = missing.map(({ body }) => body);
      const why = reason.trim();
      return makeRollUp(sheet.round, sheet.body, { ...wanted, id: act.id, base: seq, sum: sum ?? '', without, ...(why === '' ? {} : { reason: why }) });
    },
    {
      refresh: (client) => client.invalidateQueries({ queryKey: sheetQuery(sheet.round, sheet.body).queryKey }),
      onDone: onClose,
    },
  );
  const anew = (change: () => void) => {
    change();
    look.reset();
    write.reset();
    act.id = crypto.randomUUID();
  };
  return (
    <Modal opened onClose={onClose} title={texts.title(names.figureTitle(figure))} size="xl" closeButtonProps={{ 'aria-label': controls.close }}>
      <Stack>
        <Text size="sm">{texts.lead}</Text>
        <Select
          label={texts.round}
          data={rounds.map(({ id, title }) => ({ value: id, label: title }))}
          value={round}
          allowDeselect={false}
          onChange={(value) =>
            anew(() => {
              setRound(value);
              setSource(null);
              setBlock(null);
            })
          }
        />
        <Select
          label={texts.figure}
          searchable
          required
          data={figures.map(({ id, title }) => ({ value: id, label: inLanguage(title, language) ?? id }))}
          value={source}
          onChange={(value) => anew(() => setSource(value))}
        />
        {seen && seen.blocks.length > 0 ? (
          <Select
            label={texts.block}
            placeholder={texts.allBlocks}
            clearable
            clearButtonProps={{ 'aria-label': texts.allBlocks }}
            data={seen.blocks}
            value={block}
            onChange={(value) => anew(() => setBlock(value))}
          />
        ) : null}
        <Button
          w="fit-content"
          variant={seen ? 'default' : 'filled'}
          disabled={source === null || round === null}
          loading={look.isPending}
          onClick={() => look.mutate()}
        >
          {texts.look}
        </Button>
        <Outcome error={look.error ?? scheme.error} />
        {seen ? <RollUpParts seen={seen} /> : null}
        {seen && seen.missing.length > 0 ? <ReasonInput label={texts.reason} {...limitsOf(newRollUp).reason} value={reason} onChange={setReason} /> : null}
        <Outcome
          error={write.error}
          load={() => {
            write.reset();
            look.mutate();
          }}
        />
        {seen?.sum === undefined || seen.sum === null ? null : (
          <Button w="fit-content" loading={write.isPending} disabled={seen.missing.length > 0 && reason.trim() === ''} onClick={() => write.mutate(seen)}>
            {texts.write(displayDecimal(seen.sum, language))}
          </Button>
        )}
      </Stack>
    </Modal>
  );
}
