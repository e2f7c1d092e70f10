import { Select, Stack, Text } from '@mantine/core';
import { isObject, type Raw } from '@parindex/core/reading/raw';
import { type Keys, valueAt } from '@parindex/core/studio/operations/change';
import { placeOfCode } from '@parindex/core/studio/operations/places';
import { PHRASES } from '@parindex/core/words/phrases';
import { ITEM_STATE_NAMES } from '@parindex/core/words/states';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { editorTexts } from '../texts/editor.ts';
import { answersOf, itemsToHangOn, type PossibleAnswer } from './answers-of-item.ts';
import { RowList } from './row-list.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleKindSelect } from './rule-kind-select.tsx';
import { PLAIN_TOLD_KINDS, toldKind } from './rule-kinds.ts';
import { textIn } from './tree-rows.ts';
import { useEditor, useSet } from './use-editor.ts';

const isOf = (row: Raw): Raw | undefined => (isObject(row) ? row['is'] : undefined);

/** The rule of one case, or of all others: a plain one, as a case holds no cases of its own. */
function InnerRule({ at, label, maximum, instead }: { at: Keys; label: string; maximum: string; instead?: { value: string; label: string } }) {
  const { document } = useEditor();
  const rule = valueAt(document, at);
  const kind = toldKind(rule);
  return (
    <Stack gap="sm">
      <RuleKindSelect at={at} rule={rule} kinds={PLAIN_TOLD_KINDS} label={label} maximum={maximum} {...(instead ? { instead } : {})} />
      {kind && kind !== 'branch' ? <RuleFields at={at} kind={kind} /> : null}
    </Stack>
  );
}

/** A rule by cases: on whose answer it hangs, the rule of each answer, and the one of all others. */
export function BranchFields({ at }: { at: Keys }) {
  const texts = useTexts(editorTexts).rule;
  const { language } = useLanguage();
  const { document, writing, faultAt } = useEditor();
  const set = useSet();
  const item = at.slice(0, -1);
  const maximum = textIn(valueAt(document, item), 'maximum') || textIn(valueAt(document, item), 'minimum');
  const code = textIn(valueAt(document, at), 'on', 'item');
  const answersTo = (named: string) => {
    const place = placeOfCode(document, named);
    return place ? answersOf(valueAt(document, [...place, 'rule'])) : [];
  };
  const answers = answersTo(code);
  const items = itemsToHangOn(document, item);
  const nameOf = ({ is, title }: PossibleAnswer) => (typeof is === 'boolean' ? PHRASES[language][is ? 'yes' : 'no'] : title || texts.untitledLevel);
  const list = valueAt(document, [...at, 'cases']);
  const cases = Array.isArray(list) ? list : [];
  const free = (rows: readonly Raw[], among: readonly PossibleAnswer[]) => among.find(({ is }) => !rows.some((row) => isOf(row) === is));
  const hangOn = (chosen: string) => {
    const among = answersTo(chosen);
    // What the other item cannot be answered with gives way to answers that it can.
    const kept = cases.filter((row) => among.some(({ is }) => is === isOf(row)));
    const fitted = cases.reduce<readonly Raw[]>((rows, row) => {
      if (kept.includes(row) || !isObject(row)) return rows;
      const next = free(rows, among);
      return next ? [...rows, { ...row, is: next.is }] : rows;
    }, kept);
    writing.do([
      { operation: 'set', at: [...at, 'on'], value: { item: chosen } },
      { operation: 'set', at: [...at, 'cases'], value: fitted as Raw },
    ]);
  };
  return (
    <Stack gap="md">
      <Select
        label={texts.hangsOn}
        withAsterisk
        searchable
        data={items.map((each) => ({ value: each.code, label: `${each.code} ${each.title}` }))}
        value={code || null}
        placeholder={texts.noItem}
        error={faultAt([...at, 'on', 'item']) ?? faultAt([...at, 'on'])}
        allowDeselect={false}
        data-place={[...at, 'on'].join('/')}
        onChange={(chosen) => chosen && chosen !== code && hangOn(chosen)}
      />
      {items.length === 0 ? <Text size="sm">{texts.nothingToHangOn}</Text> : null}
      <RowList
        at={[...at, 'cases']}
        label={texts.cases}
        add={texts.addCase}
        mayAdd={free(cases, answers) !== undefined}
        fresh={(rows) => ({ is: free(rows, answers)?.is ?? true, rule: { kind: 'yesNo' } })}
        row={(row, index, value) => {
          const place = String(index + 1);
          const is = isOf(value);
          const chosen = answers.findIndex((each) => each.is === is);
          return (
            <Stack gap="sm" className="editor-case">
              <Select
                label={texts.answer(place)}
                data={answers.map((each, number) => ({ value: String(number), label: nameOf(each) }))}
                value={chosen < 0 ? null : String(chosen)}
                error={faultAt([...row, 'is']) ?? faultAt(row)}
                allowDeselect={false}
                data-place={[...row, 'is'].join('/')}
                onChange={(number) => number !== null && set([...row, 'is'], answers[Number(number)]?.is)}
              />
              <InnerRule at={[...row, 'rule']} label={texts.kindOfCase(place)} maximum={maximum} />
            </Stack>
          );
        }}
      />
      <div className="editor-case">
        <InnerRule
          at={[...at, 'otherwise']}
          label={texts.kindOtherwise}
          maximum={maximum}
          instead={{ value: 'notApplicable', label: ITEM_STATE_NAMES[language].notApplicable }}
        />
      </div>
    </Stack>
  );
}
