import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import type { Item } from '@parindex/core';
import { displayFraction } from '@parindex/core/quantity/display';
import { fromText, toFraction } from '@parindex/core/quantity/rational';
import { isObject, NumberToken, type Raw, type RawObject } from '@parindex/core/reading/raw';
import { addCase, confirmCase } from '@parindex/core/studio/cases/confirm';
import { outcomeOf, type ProposedCase, proposeCases } from '@parindex/core/studio/cases/propose';
import { isSameSituation, type WrittenCase } from '@parindex/core/studio/cases/read-cases';
import type { Change } from '@parindex/core/studio/operations/change';
import { proposedCaseText } from '@parindex/core/words/case-words';
import { describeRule } from '@parindex/core/words/describe-rule';
import { ruleLines } from '@parindex/core/words/describe-scheme';
import { inLanguage } from '@parindex/core/words/index';
import { schemeNames } from '@parindex/core/words/scheme-names';
import { useMemo, useState } from 'react';
import { Table } from '../../../kit/lists/table.tsx';
import { Link } from '../../../kit/page/link.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { StateBadge } from '../../../kit/page/state-badge.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { casesTexts } from '../texts/cases.ts';
import { typedNumber } from '../typed-number.ts';
import { givenLines, valueText } from './given-text.ts';
import { OwnCase } from './own-case.tsx';
import type { DraftCases } from './use-cases.ts';

interface ItemCasesProps {
  readonly edition: string;
  readonly item: Item;
  readonly tried: NonNullable<DraftCases['tried']>;
  readonly cases: Raw;
  readonly written: readonly WrittenCase[];
  readonly saving: boolean;
  /** Whether it was saved. */
  readonly onSave: (changes: readonly Change[]) => Promise<boolean>;
}

/** The cases of an item: those that are written, those proposed, and one that the decision itself works out. */
export function ItemCases({ edition, item, tried, cases, written, saving, onSave }: ItemCasesProps) {
  const texts = useTexts(casesTexts);
  const { language } = useLanguage();
  const { scheme, ready } = tried;
  const { cases: proposed, without } = useMemo(() => proposeCases(ready, item.code), [ready, item.code]);
  const open = proposed.filter(({ given }) => !written.some(({ entry }) => isSameSituation(entry, given)));
  const lines = ruleLines(describeRule(item, schemeNames(scheme, language)));
  const situationOf = ({ entry, index }: WrittenCase): string => {
    const known = proposed.find(({ given }) => isSameSituation(entry, given));
    return known ? proposedCaseText(known.about, scheme, language, item.code) : `${texts.situation} ${index + 1}`;
  };
  const add = (entry: RawObject) => onSave(addCase(cases, entry));
  return (
    <Stack>
      <Section title={`${item.code} ${inLanguage(item.title, language)}`}>
        {written.length > 0 ? (
          <Table
            caption={texts.written}
            columns={[
              {
                key: 'situation',
                title: texts.situation,
                names: true,
                cell: (one) => <Situation title={situationOf(one)} lines={givenLines(one.entry, scheme, language)} />,
              },
              { key: 'points', title: texts.points, align: 'right', cell: ({ entry }) => expected(entry, language) },
              {
                key: 'state',
                title: texts.rule,
                cell: ({ fails }) => <StateBadge tone={fails ? 'warn' : 'good'}>{fails ? texts.fails : texts.agrees}</StateBadge>,
              },
              {
                key: 'remove',
                title: '',
                cell: (one) => (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={texts.removeOf(situationOf(one))}
                    disabled={saving}
                    onClick={() => void onSave([{ change: 'remove', at: [one.index], value: one.entry }])}
                  >
                    {texts.remove}
                  </Button>
                ),
              },
            ]}
            rows={written}
            keyOf={({ index }) => String(index)}
          />
        ) : null}
        {written.some(({ fails }) => fails) ? (
          <Notice kind="warning">
            <List size="sm" listStyleType="none">
              {lines.map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
            <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition }} search={{ item: item.code }}>
              {texts.toRule}
            </Link>
          </Notice>
        ) : null}
      </Section>
      <Section title={texts.proposed}>
        {open.length === 0 ? <Text size="sm">{texts.allSaid}</Text> : null}
        <Stack>
          {open.map((one) => (
            <Proposed key={JSON.stringify(one.given)} edition={edition} proposed={one} tried={tried} saving={saving} onSay={add} />
          ))}
        </Stack>
        {without.length > 0 ? (
          <Stack gap={4}>
            <Text size="sm" fw={500}>
              {texts.without}
            </Text>
            <List size="sm">
              {without.map(({ about, contradicts }) => (
                <List.Item key={JSON.stringify(about)}>
                  {proposedCaseText(about, scheme, language, item.code)}
                  {contradicts ? ` (${texts.contradicts})` : ''}
                </List.Item>
              ))}
            </List>
          </Stack>
        ) : null}
      </Section>
      <OwnCase item={item.code} proposed={proposed} scheme={scheme} saving={saving} onSay={add} />
    </Stack>
  );
}

function expected({ expect }: RawObject, language: 'vi' | 'en'): string {
  const points = isObject(expect ?? null) ? (expect as RawObject)['points'] : undefined;
  const text = points instanceof NumberToken ? points.text : String(points ?? '');
  return text.includes('/') ? displayFraction(text, language) : valueText(points, language);
}

function Situation({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <Stack gap={2}>
      <Text size="sm" fw={500}>
        {title}
      </Text>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
    </Stack>
  );
}

interface ProposedProps {
  readonly edition: string;
  readonly proposed: ProposedCase;
  readonly tried: NonNullable<DraftCases['tried']>;
  readonly saving: boolean;
  readonly onSay: (entry: RawObject) => Promise<boolean>;
}

/** A situation for which a person says what the decision gives; what the draft gives is shown only then. */
function Proposed({ edition, proposed, tried: { scheme, ready }, saving, onSay }: ProposedProps) {
  const texts = useTexts(casesTexts);
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [differs, setDiffers] = useState<{ readonly entry: RawObject; readonly draft: string }>();
  const title = proposedCaseText(proposed.about, scheme, language, proposed.item);
  const say = () => {
    const points = typedNumber(typed, language) ?? undefined;
    const outcome = outcomeOf(proposed, ready);
    const said = points === undefined ? undefined : confirmCase(proposed, { points }, outcome);
    setWrong(said ? undefined : texts.notANumber);
    if (!said) return;
    if (said.differs) setDiffers({ entry: said.case, draft: displayFraction(outcome?.points ?? toFraction(fromText('0')), language) });
    else void onSay(said.case);
  };
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <Group justify="space-between" align="flex-end" gap="sm">
        <Situation title={title} lines={givenLines(proposed.given, scheme, language)} />
        <Group gap="xs" align="flex-end">
          <TextInput
            label={texts.points}
            aria-label={texts.pointsIn(title)}
            inputMode="decimal"
            w="11rem"
            value={typed}
            error={wrong}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value);
              setDiffers(undefined);
            }}
          />
          <Button type="submit" variant="default" disabled={typed.trim() === '' || saving}>
            {texts.say}
          </Button>
        </Group>
      </Group>
      {differs ? (
        <Notice kind="warning">
          <Stack gap="xs">
            <Text size="sm">{texts.differs(differs.draft, typed.trim())}</Text>
            <Group gap="md">
              <Button size="xs" variant="default" onClick={() => setDiffers(undefined)}>
                {texts.again}
              </Button>
              <Link to="/lam-viec/bo-tieu-chi/$edition/soan" params={{ edition }} search={{ item: proposed.item }}>
                {texts.toRule}
              </Link>
              <Button size="xs" variant="default" disabled={saving} onClick={() => void onSay(differs.entry)}>
                {texts.keep}
              </Button>
            </Group>
          </Stack>
        </Notice>
      ) : null}
    </form>
  );
}
