import { Button, Checkbox, List, Stack, Text } from '@mantine/core';
import type { ConsequenceCode } from '@parindex/core/round/consequences';
import { STEP_NAMES } from '@parindex/core/words/steps';
import { isRefusal } from '../../client/request.ts';
import { Arrival } from '../../kit/reading/arrival.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { Consequence } from './queries/closing.ts';
import type { Round } from './queries/rounds.ts';
import { closingTexts } from './texts/closing.ts';
import { roundTexts } from './texts/rounds.ts';

const MOST_NAMED = 8;

/** What an act brings with it, each with the bodies, steps or items that it is about. */
export function ConsequenceList({ round, consequences }: { round: Round; consequences: readonly Consequence[] }) {
  const texts = useTexts(roundTexts).opening;
  const { language } = useLanguage();
  const steps = useTexts(STEP_NAMES);
  const bodies: Readonly<Record<string, string>> = Object.fromEntries(round.participants.map(({ body, name }) => [body, name]));
  const names: Readonly<Record<string, string>> = { ...bodies, ...steps };
  const named = (about: readonly string[]) => {
    const rest = about.length - MOST_NAMED;
    const more = about.every((id) => id in bodies) ? texts.moreBodies : texts.more;
    return [...about.slice(0, MOST_NAMED).map((id) => names[id] ?? id), ...(rest > 0 ? [more(formatCount(rest, language))] : [])].join(', ');
  };
  return (
    <List size="sm" spacing={4}>
      {consequences.map(({ code, text, about }) => (
        <List.Item key={code}>
          {text.endsWith('.') ? text : `${text}.`}
          {/* What the sentence names itself is not said again. */}
          {about.some((id) => !text.includes(names[id] ?? id)) ? (
            <Text span size="sm" c="dimmed">
              {' '}
              {texts.about(named(about))}
            </Text>
          ) : null}
        </List.Item>
      ))}
    </List>
  );
}

interface KnownConsequencesProps {
  readonly round: Round;
  readonly title: string;
  readonly consequences: readonly Consequence[];
  readonly known: boolean;
  readonly onKnown: (known: boolean) => void;
}

/** What an act brings with it, and whether whoever reads it says that they know. */
export function KnownConsequences({ round, title, consequences, known, onKnown }: KnownConsequencesProps) {
  const texts = useTexts(closingTexts);
  return (
    <Notice kind="warning" title={title}>
      <Stack gap="sm">
        <ConsequenceList round={round} consequences={consequences} />
        <Checkbox label={texts.known} checked={known} onChange={({ currentTarget }) => onKnown(currentTarget.checked)} />
      </Stack>
    </Notice>
  );
}

/** The consequences that a refusal tells, if it is one of those. */
const toldBy = (error: unknown): readonly Consequence[] | undefined =>
  isRefusal(error, 'consequencesUntold') ? (error.problem['consequences'] as Consequence[]) : undefined;

/** An act as forms show it, without the refusal that `UntoldConsequences` shows. */
export const otherThanUntold = <A extends { readonly error: unknown }>(act: A): A => (toldBy(act.error) ? { ...act, error: null } : act);

interface UntoldConsequencesProps {
  readonly round: Round;
  readonly act: { readonly error: unknown; readonly isPending: boolean };
  /** Does it again, naming what was told. */
  readonly onAgree: (told: ConsequenceCode[]) => void;
}

/** Before an act is done whose consequences nobody has named: lists them, and does it once they are known. */
export function UntoldConsequences({ round, act, onAgree }: UntoldConsequencesProps) {
  const texts = useTexts(closingTexts);
  const consequences = toldBy(act.error);
  if (!consequences) return null;
  return (
    <Arrival of={act.error}>
      <Notice kind="warning" title={texts.consequences}>
        <Stack gap="xs" align="flex-start">
          <ConsequenceList round={round} consequences={consequences} />
          <Button size="xs" variant="default" loading={act.isPending} onClick={() => onAgree(consequences.map(({ code }) => code))}>
            {texts.agree}
          </Button>
        </Stack>
      </Notice>
    </Arrival>
  );
}
