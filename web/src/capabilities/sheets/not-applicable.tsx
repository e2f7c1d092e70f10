import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { Target } from '@parindex/core/ledger/entry';
import { citationsIn } from '@parindex/core/ledger/fields';
import type { FormField } from '@parindex/core/rules/answer-form';
import type { NotArisen } from '@parindex/core/scheme/types';
import { isClaim } from '@parindex/core/scoring/claims';
import { BECAUSE_PHRASES } from '@parindex/core/words/explain-phrases';
import { inLanguage } from '@parindex/core/words/index';
import { useEffect } from 'react';
import { sameTarget } from '../../device/pending-edits/pending.ts';
import { useDraft, usePendingEdits } from '../../device/pending-edits/use-pending-edits.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { Field } from './field.tsx';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';

interface ClaimProps {
  readonly reason: FormField;
  readonly allowed: NotArisen;
}

/** Where the scheme lets a body claim that nothing arose: when, on what ground, the claim with its reason, and the document that it needs. */
export function NotApplicable({ reason, allowed }: ClaimProps) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown, record, sees, mayEnter, draftKey, pending } = useSheet();
  const pendingEdits = usePendingEdits();
  const { target } = reason;
  const cell = shown.cell(target);
  const stands = cell['state'] !== undefined;
  // Without a reason the claim is no entry: the tick is kept on this device, as a text is that is none.
  const key = draftKey(target, 'state');
  const ticked = useDraft(key) !== undefined;
  // One that was not taken stands with its reason as well: there it is chosen, sent again or given up.
  const notTaken = pending.some((one) => one.standing !== 'waiting' && sameTarget(one.target, target) && 'reason' in one.changes);
  const wanted = useDraft(draftKey(target, 'reason')) !== undefined || ticked || notTaken;
  const giveUp = () => {
    void pendingEdits.setDraft(key, null);
    void pendingEdits.setDraft(draftKey(target, 'reason'), null);
  };
  const tick = (on: boolean) => {
    if (!on) giveUp();
    if (!on && stands) record(target, 'reason', { state: null, reason: null });
    if (!on || stands) return;
    void pendingEdits.setDraft(key, { text: texts.notApplicable, change: null, seen: sees(target) });
    pendingEdits.rest(key);
  };
  useEffect(() => {
    if (stands && ticked) void pendingEdits.setDraft(draftKey(target, 'state'), null);
  }, [stands, ticked, pendingEdits, draftKey, target]);
  return (
    <Stack gap="xs" id={`o-${target.kind}-${target.id}-state`}>
      <Checkbox
        label={texts.notApplicable}
        description={texts.notApplicableWhen(inLanguage(allowed.when, language) ?? '', allowed.legalBasis)}
        checked={stands || wanted}
        disabled={!mayEnter(target)}
        onChange={({ currentTarget }) => tick(currentTarget.checked)}
      />
      {stands || wanted ? <Field field={reason} label={texts.notApplicableReason} {...(stands ? {} : { description: texts.notApplicableHint })} /> : null}
      {ticked && !stands ? (
        <Group gap="xs">
          <Text size="xs" role="status">
            {texts.field.onDeviceAlone}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => tick(false)}>
            {texts.field.giveUp}
          </Button>
        </Group>
      ) : null}
      {(stands || wanted) && citationsIn(cell['citations']).length === 0 ? <Notice kind="warning">{texts.notApplicableDocument}</Notice> : null}
    </Stack>
  );
}

/** A claim from before the edition said what may be claimed: it stands, and can only be taken back. */
export function EarlierClaim({ target }: { target: Target }) {
  const texts = useTexts(sheetTexts);
  const { shown, record, mayEnter } = useSheet();
  const { state, reason } = shown.cell(target);
  if (state === undefined) return null;
  return (
    <Notice kind="warning" title={texts.claim.claimed}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">
          {texts.notApplicableBefore} {texts.notApplicableReason}: {String(reason ?? '—')}
        </Text>
        {mayEnter(target) ? (
          <Button variant="default" size="xs" onClick={() => record(target, 'reason', { state: null, reason: null })}>
            {texts.withdrawClaim}
          </Button>
        ) : null}
      </Stack>
    </Notice>
  );
}

/** What a denominator of 0 makes of an item, and what is wanted for it; where it is not accepted, the reason that the core gives. */
export function FoundByFigures({ code }: { code: string }) {
  const texts = useTexts(sheetTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const { result } = shown.score(code);
  const { because } = result.explanation;
  if (because === 'refused') return <Notice kind="warning">{BECAUSE_PHRASES[language].refused}</Notice>;
  if (isClaim(result) && shown.cell({ kind: 'item', id: code })['state'] === undefined) return <Notice kind="warning">{texts.nothingFound}</Notice>;
  return because === 'whenNothing' && result.state === 'scored' && result.points !== '0/1' ? <Notice kind="warning">{texts.nothingFoundFull}</Notice> : null;
}
