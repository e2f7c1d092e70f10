import { Anchor, Stack, Text } from '@mantine/core';
import { TRAIL_SUBJECT_NAMES } from '@parindex/core/words/trail-subjects';
import { useQuery } from '@tanstack/react-query';
import { useRights } from '../../client/rights.ts';
import { Link } from '../../kit/page/link.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { printedHandover } from '../accounts/queries/people.ts';
import { BodyName } from '../bodies/body-name.tsx';
import { type AuditRow, roundChoicesQuery } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

interface AuditSubjectProps {
  readonly row: AuditRow;
  /** Names of people that appear in this list anyway. */
  readonly names: ReadonlyMap<string, string>;
}

/** The subject of the act, with its round and body. */
export function AuditSubject({ row, names }: AuditSubjectProps) {
  const { subject, round, body } = row;
  return (
    <Stack gap={0} miw="11rem">
      <Thing row={row} names={names} />
      <Text size="xs" c="dimmed">
        {round !== null && subject !== `round:${round}` ? <RoundName id={round} /> : null}
        {round !== null && subject !== `round:${round}` && body !== null ? ', ' : ''}
        {body !== null && subject !== `body:${body}` ? <BodyName id={body} /> : null}
      </Text>
    </Stack>
  );
}

function RoundName({ id }: { id: string }) {
  return useQuery(roundChoicesQuery).data?.items.find((round) => round.id === id)?.title ?? id;
}

/** Enough of an id to distinguish it on a page. */
const SHORT = 8;
/** Ids that were drawn, and hashes; what else follows a kind is said beside: the round, the body. */
const HEXADECIMAL = /^[0-9a-f-]+$/;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function Thing({ row: { subject, actor, round, body, content, told }, names }: AuditSubjectProps) {
  const texts = useTexts(auditTexts);
  const audits = useRights().mayAnywhere('sheet.list');
  const [kind = '', ...rest] = subject.split(':');
  const id = rest.join(':');
  const subjects = useTexts(TRAIL_SUBJECT_NAMES);
  const word = subjects[kind as keyof typeof subjects] ?? texts.other;
  switch (kind) {
    case 'account':
      return (
        <Link to="/lam-viec/nguoi-dung/$person" params={{ person: id }}>
          {actor?.id === id ? texts.self : (names.get(id) ?? `${word} ${id.slice(0, SHORT)}`)}
        </Link>
      );
    case 'body':
      return (
        <Link to="/lam-viec/co-quan/$body" params={{ body: id }}>
          <BodyName id={id} />
        </Link>
      );
    case 'round':
      return (
        <Link to="/lam-viec/ky-danh-gia/$round" params={{ round: id }}>
          <RoundName id={id} />
        </Link>
      );
    case 'handover':
      return (
        <Anchor inherit href={printedHandover(id)} target="_blank">
          {word}
        </Anchor>
      );
    case 'entry': {
      const said = told === null ? texts.entryNumber(String(content['seq'] ?? '')) : sentence(told);
      return !audits || round === null || body === null ? (
        said
      ) : (
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body" params={{ round, body }}>
          {said}
        </Link>
      );
    }
    case 'document':
      return !audits || round === null || body === null ? (
        `${word} ${id.slice(0, SHORT)}`
      ) : (
        <Link to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document" params={{ round, body, document: id }}>
          {`${word} ${id.slice(0, SHORT)}`}
        </Link>
      );
    case 'edition':
    case 'daysOff':
      return `${word} ${id}`;
    default:
      return id.length > SHORT && HEXADECIMAL.test(id) ? `${word} ${id.slice(0, SHORT)}` : word;
  }
}
