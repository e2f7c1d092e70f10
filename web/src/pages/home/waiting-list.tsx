import { Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import type { Mention } from '../../capabilities/assignments/queries/work.ts';
import type { Question } from '../../capabilities/discussion/queries/notices.ts';
import { formatCount, formatMoment } from '../../kit/format.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';
import { Link, LinkButton } from '../../kit/link.tsx';
import { waitingTexts } from './texts/waiting.ts';

type WaitingListProps =
  | ({ readonly of: 'parts' } & PartsWaitingProps)
  | { readonly of: 'mentions'; readonly mentions: readonly Mention[] }
  | { readonly of: 'questions'; readonly questions: readonly Question[]; readonly more: boolean };

interface PartsWaitingProps {
  readonly parts: number;
  readonly partsWaiting: { readonly toDecide: number; readonly returned: number };
}

interface Line {
  readonly key: string;
  readonly by: string;
  readonly at: string;
  readonly round: { readonly id: string; readonly title: string };
  readonly body: { readonly id: string; readonly name: string };
  readonly item: string | null;
  readonly inside: boolean;
  readonly text: string | null;
  readonly search: { readonly thread?: string; readonly question?: string };
}

const lineOfMention = ({ comment, thread, kind, by, ...rest }: Mention): Line => ({
  ...rest,
  key: comment,
  by: by.name,
  inside: kind === 'internal',
  search: { thread },
});
const lineOfQuestion = ({ id, round, body, item, text, askedBy, askedAt }: Question): Line => ({
  ...{ key: id, by: askedBy.name, at: askedAt, round, body, item, text },
  inside: false,
  search: { question: id },
});

/** Waiting work, with links. */
export function WaitingList(props: WaitingListProps) {
  return props.of === 'parts' ? <PartsWaiting {...props} /> : <Lines {...props} />;
}

/** That other bodies have given something to departments of mine; what waits for the reader's decision and what was returned stand first. */
function PartsWaiting({ parts, partsWaiting: { toDecide, returned } }: PartsWaitingProps) {
  const texts = useTexts(waitingTexts);
  const { language } = useLanguage();
  return (
    <Paper withBorder p="md" component="section" aria-label={texts.parts}>
      <Group justify="space-between" gap="sm">
        <Stack gap={2}>
          {toDecide > 0 ? <Text fw={600}>{texts.toDecide(formatCount(toDecide, language))}</Text> : null}
          {returned > 0 ? <Text fw={600}>{texts.returned(formatCount(returned, language))}</Text> : null}
          <Text {...(toDecide + returned > 0 ? { size: 'sm', c: 'dimmed' } : {})}>{texts.partsMore(formatCount(parts, language))}</Text>
        </Stack>
        <LinkButton to="/lam-viec/viec-duoc-giao">{texts.toParts}</LinkButton>
      </Group>
    </Paper>
  );
}

/** A short list, each line with the way there. */
function Lines(props: Exclude<WaitingListProps, { of: 'parts' }>) {
  const texts = useTexts(waitingTexts);
  const lines = props.of === 'mentions' ? props.mentions.map(lineOfMention) : props.questions.map(lineOfQuestion);
  return (
    <Paper withBorder p="md" component="section" aria-label={texts[props.of]}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {texts[props.of]}
        </Title>
        <List size="sm" spacing="xs">
          {lines.map(({ key, by, at, round, body, item, inside, text, search }) => (
            <List.Item key={key}>
              <Text size="sm">
                {texts.by(by, formatMoment(at))}{' '}
                <Link
                  inherit
                  underline="always"
                  to="/lam-viec/ky-danh-gia/$round/bang-diem/$body"
                  params={{ round: round.id, body: body.id }}
                  search={item === null ? {} : { item, ...search }}
                >
                  {item === null ? texts.sheetOf(body.name) : texts.at(item, body.name)}
                </Link>
                {inside ? ` (${texts.inside})` : ''}, {round.title}
              </Text>
              <Text size="sm" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {text}
              </Text>
            </List.Item>
          ))}
        </List>
        {props.of === 'questions' && props.more ? (
          <Text size="sm" c="dimmed">
            {texts.more}
          </Text>
        ) : null}
      </Stack>
    </Paper>
  );
}
