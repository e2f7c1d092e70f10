import { Button, Group, Stack, Text } from '@mantine/core';
import type { Questionnaire } from '@parindex/core/survey/questionnaire/types';
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Outcome } from '../../../kit/acts/outcome.tsx';
import { useAct } from '../../../kit/acts/use-act.ts';
import { AskBeforeLeaving } from '../../../kit/forms/ask-before-leaving.tsx';
import { Section } from '../../../kit/page/section.tsx';
import { Notice } from '../../../kit/reading/notice.tsx';
import { formatCount } from '../../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../../kit/words/language.tsx';
import { enterPaperForm, type FoundForm, type PaperOutcome, paperChanged } from '../queries/paper.ts';
import { entryTexts } from '../texts/paper-entry.ts';
import { EntryLine } from './entry-line.tsx';
import { headingsOf, type Line, linesOf } from './lines.ts';
import { BLANK, entryOf, meaningOf, type Typed, type TypedLines, typedOf } from './typed.ts';
import './entry.css';

interface EntrySectionProps {
  readonly round: string;
  readonly code: string;
  readonly found: FoundForm;
  readonly onEntered: (outcome: PaperOutcome) => void;
  readonly onLeave: () => void;
}

const RECONCILES = 3;

/** What is blank may be left as it is where it is written; else it is said, so that no line is passed over. */
const begun = (lines: readonly Line[], reconciles: boolean): TypedLines =>
  Object.fromEntries(lines.flatMap(({ id, kind }) => (kind === 'written' && !reconciles ? [[id, BLANK]] : [])));

/** Goes to a line of those in a form, or where there is none to its button. */
function goTo(form: HTMLFormElement, place: number): void {
  const lines = [...form.querySelectorAll<HTMLElement>('[data-line]')];
  const line = lines[Math.max(0, place)];
  const field = line?.querySelector<HTMLElement>('input:checked, textarea, input') ?? form.querySelector<HTMLElement>('button[type="submit"]');
  field?.focus({ preventScroll: true });
  (line ?? field)?.scrollIntoView({ block: 'center' });
}

/** A form, typed line by line by the keys; of two entries that differ just the lines in which they do. */
export function EntrySection({ round, code, found, onEntered, onLeave }: EntrySectionProps) {
  const texts = useTexts(entryTexts);
  const { language } = useLanguage();
  const form = found.form as Questionnaire;
  const reconciles = found.place === RECONCILES;
  const readings = useMemo(() => new Map(found.differing.map(({ line, entries }) => [line, entries])), [found]);
  const lines = useMemo(() => linesOf(form, language).filter(({ id }) => !reconciles || readings.has(id)), [form, language, reconciles, readings]);
  const [typed, setTyped] = useState(() => begun(lines, reconciles));
  const [told, setTold] = useState(false);
  const element = useRef<HTMLFormElement>(null);
  const left = lines.filter(({ id }) => typed[id] === undefined);
  const isBegun = left.length < lines.filter(({ kind }) => reconciles || kind !== 'written').length;
  const enter = useAct(() => enterPaperForm(round, { code, place: found.place, ...entryOf(form, typed) }), {
    refresh: (client) => paperChanged(client, round),
    onDone: ({ outcome }) => onEntered(outcome),
  });
  const put = useCallback((id: string, value: Typed) => setTyped((before) => ({ ...before, [id]: value })), []);
  useEffect(() => {
    if (element.current) goTo(element.current, 0);
  }, []);

  const submit = () => {
    setTold(left.length > 0);
    const [first] = left;
    if (first === undefined) enter.mutate();
    else if (element.current) goTo(element.current, lines.indexOf(first));
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    const target = event.target as HTMLElement;
    const place = lines.findIndex(({ id }) => id === target.closest<HTMLElement>('[data-line]')?.dataset['line']);
    const line = lines[place];
    if (line === undefined || event.altKey || event.ctrlKey || event.metaKey || target instanceof HTMLButtonElement) return;
    const meant = event.key === 'Enter' ? undefined : meaningOf(line, event.key, typed[line.id]);
    if (event.key !== 'Enter' && meant === undefined) return;
    event.preventDefault();
    if (meant !== undefined) put(line.id, meant);
    // Of several options more may be chosen, or taken back.
    const isOneOfSeveral = line.kind === 'several' && line.options.some((option) => option.key === event.key.toLowerCase());
    if (!isOneOfSeveral) goTo(event.currentTarget, place + (event.shiftKey && event.key === 'Enter' ? -1 : 1));
  };

  return (
    <Section title={texts.places[found.place - 1] ?? ''} lead={texts.of(found.group.title, found.body.name)}>
      <AskBeforeLeaving unsaved={isBegun && !enter.isSuccess} />
      <Text size="sm">{reconciles ? texts.reconcileMore(formatCount(lines.length, language)) : texts.keys}</Text>
      <Text size="sm">{reconciles ? texts.keys : texts.invalidMore}</Text>
      <form
        ref={element}
        noValidate
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="xs">
          {lines.map((line, place) => (
            <EntryLine
              key={line.id}
              line={line}
              headings={headingsOf(line, lines[place - 1])}
              value={typed[line.id]}
              readings={readings.get(line.id)?.map((reading) => typedOf(form, line, reading))}
              onChange={put}
            />
          ))}
          {told && left.length > 0 ? <Notice kind="warning">{texts.left(formatCount(left.length, language))}</Notice> : null}
          <Outcome error={enter.error} />
          <Group>
            <Button type="submit" loading={enter.isPending}>
              {texts.act}
            </Button>
            <Button variant="default" onClick={onLeave}>
              {texts.leave}
            </Button>
            <Text size="sm" c="dimmed">
              {texts.typed(formatCount(lines.length - left.length, language), formatCount(lines.length, language))}
            </Text>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
