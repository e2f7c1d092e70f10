import { Button, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import type { Changes, FieldValue } from '@parindex/core/ledger/entry';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { displayDecimal } from '@parindex/core/quantity/display';
import type { FormField } from '@parindex/core/rules/answer-form';
import { inLanguage, type Language, PHRASES } from '@parindex/core/words/index';
import type { OtherValue, Pending } from '../../device/pending-edits/pending.ts';
import { useLineCut, usePendingEdits } from '../../device/pending-edits/use-pending-edits.tsx';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { citationWords } from './cited.ts';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { showTyped } from './typed.ts';
import { useDocuments } from './use-documents.ts';
import type { FieldEditing } from './use-field.ts';

interface FieldStandingProps {
  readonly field: FormField;
  readonly editing: FieldEditing;
  /** Carries out a decision and returns the focus to the field, as the question disappears. */
  readonly decide: (act: () => void) => void;
}

/** The state of a field: unfinished, being sent, in conflict, late, refused. Nothing if it is saved. Whoever shows it is placed (`pos="relative"`). */
export function FieldStanding({ field, editing, decide }: FieldStandingProps) {
  const texts = useTexts(sheetTexts).field;
  const cut = useLineCut();
  const { pending, question, left } = editing;
  if (question.length > 0) return <Question editing={editing} decide={decide} />;
  if (pending?.standing === 'conflict') return <Choose field={field} pending={pending} decide={decide} />;
  if (pending && pending.standing !== 'waiting') return <NotTaken field={field} pending={pending} decide={decide} />;
  if (pending)
    return cut ? (
      <Text size="xs" c="dimmed" role="status">
        {texts.kept}
      </Text>
    ) : (
      // It comes and goes with every save, and takes no room: what stands below would move away from under a click that leaves the field.
      <Text size="xs" c="dimmed" role="status" pos="absolute" bottom={0} right={0} px={4} bg="var(--paper)" style={{ pointerEvents: 'none' }}>
        {texts.sending}
      </Text>
    );
  return left === undefined ? null : <OnDeviceAlone editing={editing} left={left} decide={decide} />;
}

/** A text that is no entry and that nobody types on: the person decides. */
function OnDeviceAlone({ editing, left, decide }: Omit<FieldStandingProps, 'field'> & { readonly left: string }) {
  const texts = useTexts(sheetTexts).field;
  return (
    <Group gap="xs">
      <Text size="xs" role="status">
        {texts.onDeviceAlone} {editing.text === left ? '' : texts.notTaken(left)}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => decide(editing.giveUp)}>
        {texts.giveUp}
      </Button>
    </Group>
  );
}

function Question({ editing, decide }: Omit<FieldStandingProps, 'field'>) {
  const texts = useTexts(sheetTexts).field;
  const { language } = useLanguage();
  return (
    <Paper withBorder p="xs" role="alert">
      <Stack gap="xs">
        <Text size="sm">{texts.which}</Text>
        <Group gap="xs">
          {editing.question.map(({ value, notation }) => (
            <Button key={notation} size="compact-sm" variant="default" onClick={() => decide(() => editing.choose(value))}>
              {texts.reading(displayDecimal(value, language), notation)}
            </Button>
          ))}
        </Group>
      </Stack>
    </Paper>
  );
}

/** A value formatted for comparison; `empty` without one. */
export function valueInWords(entry: FormField['entry'], value: FieldValue | undefined, language: Language, empty: string): string {
  if (value === undefined || value === null) return empty;
  if (typeof value === 'boolean') return value ? PHRASES[language].yes : PHRASES[language].no;
  if (entry.kind === 'choice' || entry.kind === 'checks') {
    const titles = (Array.isArray(value) ? value : [value]).map(
      (id) => inLanguage(entry.options.find((option) => option.id === id)?.title ?? undefined, language) ?? String(id),
    );
    return titles.length === 0 ? sheetTexts[language].noneOfThem : titles.join('; ');
  }
  return showTyped(entry, value, language);
}

type DecisionProps = Omit<FieldStandingProps, 'editing'> & { readonly pending: Pending };

/** The same for a whole field: cited documents by name. */
function useWords({ entry, field }: FormField): (value: FieldValue | undefined) => string {
  const texts = useTexts(sheetTexts).field;
  const { language } = useLanguage();
  const cites = field === CITATIONS;
  const { documents } = useDocuments(cites);
  if (!cites) return (value) => valueInWords(entry, value, language, texts.empty);
  return (value) => {
    const cited = citationsIn(value);
    return cited.length === 0 ? texts.empty : cited.map((text) => citationWords(text, documents, language)).join('\n');
  };
}

/** What is chosen with a field: a claim that nothing arose goes with its reason. */
function chosenWith({ changes }: Pending, field: string): Changes {
  const together = field === 'reason' ? ['state', 'reason'] : [field];
  return Object.fromEntries(Object.entries(changes).filter(([name]) => together.includes(name)));
}

/** A conflict: both values side by side. */
function Choose({ field, pending, decide }: DecisionProps) {
  const texts = useTexts(sheetTexts).field;
  const { sheet } = useSheet();
  const pendingEdits = usePendingEdits();
  const words = useWords(field);
  const theirs = pending.theirs.find((one): one is OtherValue => one.field === field.field);
  if (!theirs) return null;
  const mine = pending.changes[field.field] as FieldValue;
  const chosen = chosenWith(pending, field.field);
  return (
    <Paper withBorder p="sm" role="alert" bg="var(--gold-soft)" c="var(--gold-ink)">
      <Stack gap="xs">
        <Text size="sm">{texts.conflict}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <Version name={texts.mine} value={words(mine)}>
            <Button
              size="compact-sm"
              onClick={() =>
                decide(() => {
                  const { reason } = pending;
                  // The choice was between these two: what came later has not been asked about.
                  const base = Math.max(...pending.theirs.flatMap(({ field: name, seq }) => (name in chosen ? [seq] : [])));
                  void pendingEdits.change(sheet, { target: field.target, changes: chosen, base, saw: [...pending.saw, pending.id], reason });
                })
              }
            >
              {texts.keepMine}
            </Button>
          </Version>
          <Version name={texts.theirs} value={words(theirs.theirs)}>
            <Button size="compact-sm" variant="default" onClick={() => decide(() => void pendingEdits.giveUp(pending, Object.keys(chosen)))}>
              {texts.takeTheirs}
            </Button>
          </Version>
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

function Version({ name, value, children }: { name: string; value: string; children: React.ReactNode }) {
  return (
    <Stack gap={4} align="flex-start">
      <Text size="xs" fw={600}>
        {name}
      </Text>
      <Text style={{ whiteSpace: 'pre-line' }}>{value}</Text>
      {children}
    </Stack>
  );
}

/** A change as it is sent again: with the reason that is given by now. */
const sentAgain = ({ reason: before, ...pending }: Pending, reason: string | undefined): Pending => {
  const given = reason ?? before;
  return given === undefined ? pending : { ...pending, reason: given };
};

/** Too late, or refused: kept on this device until the person decides. */
function NotTaken({ field, pending, decide }: DecisionProps) {
  const texts = useTexts(sheetTexts).field;
  const pendingEdits = usePendingEdits();
  const words = useWords(field);
  const { shown, mayEnter, reasonFor } = useSheet();
  const { problem, standing, changes } = pending;
  // Given to a department meanwhile: it is sent again only by whoever enters beside it, with their reason.
  const given =
    shown.answer.enters === 'declare' && shown.part(field.target) !== undefined && (problem?.faults ?? []).some(({ path }) => path.endsWith('/reason'));
  const enterable = mayEnter(field.target);
  const why = given ? texts.given : [problem?.title, ...(problem?.faults ?? []).map(({ message }) => message)].join(' ');
  return (
    <Paper withBorder p="sm" role="alert" bg="var(--gold-soft)" c="var(--gold-ink)">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{standing === 'late' ? texts.late : texts.refused}</Text>
        {standing === 'refused' ? <Text size="sm">{why}</Text> : null}
        <Text size="sm" fw={600} style={{ whiteSpace: 'pre-line' }}>
          {texts.notTaken(words(changes[field.field]))}
        </Text>
        <Group gap="xs">
          {given && !enterable ? null : (
            <Button size="compact-sm" variant="default" onClick={() => decide(() => void pendingEdits.resend([sentAgain(pending, reasonFor(field.target))]))}>
              {texts.again}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => decide(() => void pendingEdits.giveUp(pending, Object.keys(changes)))}>
            {texts.giveUp}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
