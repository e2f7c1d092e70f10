import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { type Conclusion, conclusionsOn, sameValue, verdictsOf } from '@parindex/core/appraisal/conclusions';
import { keepsContested } from '@parindex/core/appraisal/explanation';
import { movedTooFar } from '@parindex/core/appraisal/second-person';
import * as contracts from '@parindex/core/contracts/appraisal';
import { type Changes, type FieldValue, type Stage, type Target, targetKey } from '@parindex/core/ledger/entry';
import { fieldsAt } from '@parindex/core/ledger/fold';
import { displayDate, displayDecimal } from '@parindex/core/quantity/display';
import { type FormField, isAsked } from '@parindex/core/rules/answer-form';
import type { Item } from '@parindex/core/scheme/types';
import type { ItemResult } from '@parindex/core/scoring/result';
import { CONCLUSION_NAMES } from '@parindex/core/words/conclusions';
import type { QueryClient } from '@tanstack/react-query';
import { type FormEvent, useMemo, useState } from 'react';
import { call } from '../../client/call.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { later } from '../../kit/reading/later.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Explanation } from '../explanation/queries/explanation.ts';
import { FieldInput } from '../sheets/field-input.tsx';
import { valueInWords } from '../sheets/field-standing.tsx';
import { useFieldName } from '../sheets/item-form.tsx';
import { useSheet } from '../sheets/sheet-at-work.tsx';
import { useLetterKeys } from './letter-keys.ts';
import { type BodyAppraisal, verdictGiven } from './queries/appraisal.ts';
import { officialTexts } from './texts/official.ts';
import { verdictTexts } from './texts/verdict.ts';
import { useGivenValues } from './use-given-values.ts';
import { usePointsText } from './use-points-text.ts';
import { useVerdictField } from './verdict-fields.ts';
import { itemsAfter, wholeSheet } from './verdict-sheet.ts';

const VerdictReason = later(async () => (await import('./verdict-reason.tsx')).VerdictReason, { withoutLine: true });

interface VerdictFormProps {
  readonly item: Item;
  readonly stage: Stage;
  /** The reasons that are offered, and from which points on a second person is needed. */
  readonly terms: Pick<BodyAppraisal, 'reasons' | 'secondPersonOver'>;
  /** The official figures of the item. */
  readonly official: Explanation['officialFigures'];
  /** Whether somebody has decided on the item already. */
  readonly decided: boolean;
  /** How it is given, where it is no verdict of the sheet's. */
  readonly give?: (verdict: GivenVerdict) => Promise<unknown>;
  /** What is read anew after it. */
  readonly given?: (client: QueryClient) => unknown;
  /** Once the verdict has been taken. */
  readonly onDecided: () => void;
}

/** The reason of the project's list for an official figure, where the round still offers it. */
const OFFICIAL_REASON = 'officialFigure';

/** A verdict as it is sent. */
export interface GivenVerdict {
  readonly id: string;
  readonly base: number;
  readonly changes: Changes;
  readonly figures: { readonly id: string; readonly figure: string; readonly changes: Changes }[];
  readonly reason: { readonly code: string; readonly text: string } | null;
}

/** A verdict on an item: accepted as it stands, changed by its inputs, not accepted, or what it says of a claim that nothing arose; its points at once. */
export function VerdictForm({ item, stage, terms, official, decided, give: giveOtherwise, given, onDecided }: VerdictFormProps) {
  const texts = useTexts(verdictTexts);
  const words = useTexts(officialTexts);
  const names = useTexts(CONCLUSION_NAMES);
  const { shown, sheet: key } = useSheet();
  const { answer, rules } = shown;
  const sheet = useMemo(() => wholeSheet(answer), [answer]);
  const isClaim = shown.score(item.code).result.explanation.because === 'claimed' && !decided;
  const [conclusion, setConclusion] = useState<Conclusion | null>(isClaim ? null : 'accept');
  const { values, isOpen, onValue, onOpen } = useGivenValues();
  const [code, setCode] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [told, setTold] = useState(false);

  const standing = (target: Target) => fieldsAt(sheet, stage, target);
  const differing = official.filter(({ figure, value }) => !sameValue(standing({ kind: 'figure', id: figure.id })['value'], value));
  const choose = (chosen: Conclusion) => {
    setConclusion(chosen);
    const [first] = differing;
    if (chosen !== 'official' || !first) return;
    // Why is known already; it can be said otherwise.
    if (code === null && terms.reasons.some((one) => one.code === OFFICIAL_REASON)) setCode(OFFICIAL_REASON);
    if (text === '' && first.source !== null && first.date !== null) setText(words.because(first.source, displayDate(first.date)));
  };
  const taken = differing.map(({ figure, ...known }) => ({ ...known, figure: figure.id }));
  const verdicts = conclusion === null ? [] : verdictsOf(conclusion, { item: item.code, values: [...values.values()], official: taken, text, standing });
  const [claimedItems, itemsNow] = useMemo(
    () => (['claimed', stage] as const).map((at) => itemsAfter(answer, rules, sheet, at, [])) as [readonly ItemResult[], readonly ItemResult[]],
    [answer, rules, sheet, stage],
  );
  const itemsThen = conclusion === null ? itemsNow : itemsAfter(answer, rules, sheet, stage, verdicts);
  const of = (items: readonly ItemResult[]) => items.find((one) => one.code === item.code);
  const [now, after] = [of(itemsNow), conclusion === null ? undefined : of(itemsThen)];
  const needsSecond = movedTooFar(terms.secondPersonOver, claimedItems, itemsNow, itemsThen).length > 0;
  const isOtherwise = verdicts.some(({ changes }) => Object.keys(changes).length > 0);
  const claimed = of(claimedItems);
  const saysWhy = conclusion === 'accept' ? claimed !== undefined && now !== undefined && keepsContested(stage, claimed, now) : conclusion !== null;
  const isComplete = conclusion !== null && !isOpen && (conclusion !== 'change' || isOtherwise) && (!saysWhy || (code !== null && text.trim() !== ''));

  const give = useAct<unknown>(
    () => {
      const own = verdicts.at(-1);
      const figures = verdicts.slice(0, -1).map(({ target, changes }) => ({ id: crypto.randomUUID(), figure: target.id, changes }));
      const verdict: GivenVerdict = {
        ...{ id: crypto.randomUUID(), base: answer.seq, changes: own?.changes ?? {}, figures },
        reason: saysWhy ? { code: code ?? '', text: text.trim() } : null,
      };
      return giveOtherwise
        ? giveOtherwise(verdict)
        : call(contracts.appraise, { params: { ...key, kind: 'items', target: item.code }, body: { ...verdict, origin: 'web' } });
    },
    {
      onEnd: (client) => (given ? given(client) : verdictGiven(client, key)),
      onDone: onDecided,
    },
  );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    setTold(true);
    if (isComplete && !give.isPending) give.mutate();
  };
  useLetterKeys({
    c: () => {
      if (!isClaim && conclusion === 'accept' && !give.isPending) submit();
    },
  });
  const choices = conclusionsOn({ isClaim, hasOfficial: differing.length > 0 });
  return (
    <form className="verdict" onSubmit={submit} noValidate>
      <Radio.Group label={texts.conclusion} value={conclusion ?? ''} onChange={(chosen) => choose(chosen as Conclusion)}>
        <Stack gap={6} mt={4}>
          {choices.map((choice) => (
            <Radio key={choice} value={choice} label={choice === 'accept' && decided ? texts.keep : names[choice]} />
          ))}
        </Stack>
      </Radio.Group>
      {conclusion === 'change' ? <VerdictInputs item={item} standing={standing} values={values} onValue={onValue} onOpen={onOpen} /> : null}
      {saysWhy ? (
        <VerdictReason reasons={terms.reasons} code={code} onCode={setCode} text={text} onText={setText} told={told} hint={giveOtherwise && texts.keptHint} />
      ) : null}
      <PointsThen now={now} after={isOtherwise ? after : undefined} over={needsSecond ? terms.secondPersonOver : null} />
      {told && !isComplete ? <Notice kind="warning">{conclusion === 'change' && !isOtherwise ? texts.nothingChanged : texts.missing}</Notice> : null}
      <Outcome error={give.error} />
      <Group gap="xs">
        <Button type="submit" loading={give.isPending}>
          {conclusion === 'accept' && !saysWhy ? texts.acceptKey : texts.save}
        </Button>
      </Group>
      <Text size="xs" c="dimmed" className="screen-only">
        {texts.keys}
      </Text>
    </form>
  );
}

interface PointsThenProps {
  readonly now: ItemResult | undefined;
  /** Where the verdict is other than what stands. */
  readonly after: ItemResult | undefined;
  /** The threshold, where it is passed. */
  readonly over: string | null;
}

/** What an item has, and what it would have; and whether that takes a second person. */
function PointsThen({ now, after, over }: PointsThenProps) {
  const texts = useTexts(verdictTexts);
  const { language } = useLanguage();
  const points = usePointsText();
  return (
    <>
      <p className="verdict-points" aria-live="polite">
        <span>{texts.isNow(points(now))}</span>
        {after ? <strong>{texts.becomes(points(after))}</strong> : null}
      </p>
      {over === null ? null : <Notice kind="note">{texts.needsSecond(displayDecimal(over, language))}</Notice>}
    </>
  );
}

interface VerdictInputsProps {
  readonly item: Item;
  /** Only the inputs of a kind. */
  readonly only?: Target['kind'];
  readonly standing: (target: Target) => Readonly<Record<string, unknown>>;
  readonly values: ReadonlyMap<string, { readonly value: FieldValue }>;
  readonly onValue: (target: Target, field: string, value: FieldValue) => void;
  readonly onOpen: (id: string, open: boolean) => void;
}

/** The inputs that the rule asks for, with what stands in them. */
export function VerdictInputs({ item, only, standing, values, onValue, onOpen }: VerdictInputsProps) {
  const { shown } = useSheet();
  const fields = shown.rules.forms.get(item.code)?.fields ?? [];
  const { explanation } = shown.score(item.code).result;
  const level = (target: Target) => (values.get(`${targetKey(target)} answer.level`)?.value ?? standing(target)['answer.level']) as FieldValue | undefined;
  const asked = fields.filter(
    (field) =>
      field.use === 'input' && (only === undefined || field.target.kind === only) && isAsked(field, explanation.case, level(field.target) ?? undefined),
  );
  return (
    <fieldset className="item-inputs">
      {asked.map((field) => {
        const id = `${targetKey(field.target)} ${field.field}`;
        const given = values.get(id);
        return (
          <VerdictInput
            key={id}
            field={field}
            standing={standing(field.target)[field.field] as FieldValue | undefined}
            value={given ? given.value : (standing(field.target)[field.field] as FieldValue | undefined)}
            onValue={(value) => onValue(field.target, field.field, value)}
            onOpen={(open) => onOpen(id, open)}
          />
        );
      })}
    </fieldset>
  );
}

interface VerdictInputProps {
  readonly field: FormField;
  readonly standing: FieldValue | undefined;
  readonly value: FieldValue | undefined;
  readonly onValue: (value: FieldValue) => void;
  readonly onOpen: (open: boolean) => void;
}

function VerdictInput({ field, ...of }: VerdictInputProps) {
  const texts = useTexts(verdictTexts);
  const { language } = useLanguage();
  const { shown } = useSheet();
  const name = useFieldName();
  const editing = useVerdictField(field, of);
  const claimed = shown.cell(field.target)[field.field] as FieldValue | undefined;
  const claimedText = texts.claimedValue(claimed === undefined ? '–' : valueInWords(field.entry, claimed, language, '–'));
  const shared = field.sharedWith.length > 0 ? ` ${texts.sharedFigure(field.sharedWith.join(', '))}` : '';
  return <FieldInput field={field} editing={editing} label={name(field)} description={`${claimedText}.${shared}`} bare={false} disabled={false} />;
}
