import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { newSiteCheck } from '@parindex/core/contracts/schemas/appraisal';
import { useState } from 'react';
import { limitsOf } from '../../client/limits.ts';
import type { SheetKey } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { DayInput } from '../../kit/fields/day-input.tsx';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { CheckedForm } from '../../kit/forms/checked-form.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { CitedDocuments, CitingForm, useCiting } from '../sheets/cited-documents.tsx';
import { explanationActed, recordSiteCheck } from './queries/explanation.ts';
import type { SiteCheck } from './site-check-shown.tsx';
import { siteCheckTexts } from './texts/site-check.ts';

interface SiteCheckFormProps {
  readonly sheet: SheetKey;
  readonly item: string;
  /** The last entry of the sheet that was seen. */
  readonly seq: number;
  readonly before: SiteCheck | undefined;
}

/** Whoever appraises the item records a check on site, changes what was recorded, or takes it back. */
export function SiteCheckActs({ sheet, item, seq, before }: SiteCheckFormProps) {
  const texts = useTexts(siteCheckTexts);
  const [isOpen, setOpen] = useState(false);
  const withdraw = useAct(() => recordSiteCheck(sheet, item, { base: seq, check: null }), { refresh: (client) => explanationActed(client, sheet) });
  if (isOpen) return <SiteCheckForm {...{ sheet, item, seq, before }} onClose={() => setOpen(false)} />;
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {before ? texts.change : texts.record}
        </Button>
        {before ? (
          <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {texts.withdraw}
          </Button>
        ) : null}
      </Group>
      <Outcome error={withdraw.error} />
    </Stack>
  );
}

function SiteCheckForm({ sheet, item, seq, before, onClose }: SiteCheckFormProps & { readonly onClose: () => void }) {
  const texts = useTexts(siteCheckTexts);
  const controls = useTexts(controlTexts);
  const limits = limitsOf(newSiteCheck).check;
  const [date, setDate] = useState(before?.date);
  const [team, setTeam] = useState(before?.team ?? '');
  const [found, setFound] = useState(before?.text ?? '');
  const [isTold, setTold] = useState(false);
  const citing = useCiting(before?.citations ?? []);
  const { citations } = citing;
  const act = useAct((day: string) => recordSiteCheck(sheet, item, { base: seq, check: { date: day, team, found, citations: [...citations] } }), {
    refresh: (client) => explanationActed(client, sheet),
    onDone: onClose,
  });
  const submit = () => {
    setTold(true);
    if (date !== undefined && citations.length > 0) act.mutate(date);
  };
  return (
    <Stack gap="sm" role="group" aria-label={texts.title}>
      <CheckedForm onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{texts.lead}</Text>
          <DayInput label={texts.date} required value={date} onChange={setDate} />
          <Textarea
            label={texts.team}
            description={texts.teamHint}
            required
            autosize
            {...limits.team}
            value={team}
            onChange={({ currentTarget }) => setTeam(currentTarget.value)}
          />
          <ReasonInput label={texts.found} {...limits.found} value={found} onChange={setFound} />
          <CitedDocuments title={texts.minutes} citing={citing} />
          {isTold && citations.length === 0 ? <Notice kind="warning">{texts.noMinutes}</Notice> : null}
          <Outcome error={act.error} />
          <Group gap="xs">
            <Button type="submit" loading={act.isPending} disabled={citing.isCiting}>
              {texts.save}
            </Button>
            <Button variant="default" onClick={onClose}>
              {controls.cancel}
            </Button>
          </Group>
        </Stack>
      </CheckedForm>
      <CitingForm citing={citing} />
    </Stack>
  );
}
