import { Anchor, Text } from '@mantine/core';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useRights } from '../../client/rights.ts';
import { sessionQuery } from '../../client/session.ts';
import { ListButtons, RecordButtons } from '../../kit/acts/record-buttons.tsx';
import { Link } from '../../kit/page/link.tsx';
import { RequestFrame } from '../../kit/page/request-frame.tsx';
import { formatCount, formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { Deciding } from './deciding.tsx';
import { type Erasure, erasureRecordAddress, fetchErasureRecord, fetchPurgeList, purgeListAddress, RECORD_FILES } from './queries/erasures.ts';
import { erasureTexts } from './texts/erasures.ts';

interface ErasureCardProps {
  readonly erasure: Erasure;
  readonly onDecided?: (told: string) => void;
}

/** One removal or purge: requester, reason, outcome; with the decision, for those who may take it. */
export function ErasureCard({ erasure, onDecided }: ErasureCardProps) {
  const texts = useTexts(erasureTexts);
  const roles = useTexts(ROLE_NAMES);
  const { language } = useLanguage();
  const { kind, round, body, document, documents, reason, asked, decided, record, reach } = erasure;
  const person = ({ by, role, body: office, at }: Erasure['asked']) => texts.person(by.name, roles[role].toLowerCase(), office?.name ?? null, formatMoment(at));
  const facts: [string, ReactNode][] = [
    [texts.round, round.title],
    ...(body ? [[texts.body, body.name] as [string, ReactNode]] : []),
    document === null ? [texts.documents, formatCount(documents, language)] : [texts.document, document],
    [texts.asked, person(asked)],
    [texts.reason, reason],
    ...(decided ? [[texts.decidedBy, person(decided)] as [string, ReactNode]] : []),
    ...(reach ? [[texts.reaches.reached, texts.reaches.went[reach]] as [string, ReactNode]] : []),
    ...(decided && decided.note !== null ? [[texts.note, decided.note] as [string, ReactNode]] : []),
  ];
  return (
    <RequestFrame
      kind={texts.kinds[kind]}
      about={body?.name ?? round.title}
      state={decided ? (decided.decision === 'refused' ? texts.states.refused : texts.states.carriedOut[kind]) : texts.states.open}
      waits={!decided}
      facts={facts}
    >
      {record ? <Went record={record} /> : null}
      {decided ? (
        <>
          <Anchor size="sm" href={erasureRecordAddress(erasure)} target="_blank" w="fit-content">
            {texts.record}
          </Anchor>
          <RecordButtons take={(format) => fetchErasureRecord(erasure, format)} name={RECORD_FILES[kind]} />
        </>
      ) : (
        <Waiting erasure={erasure} {...(onDecided ? { onDecided } : {})} />
      )}
    </RequestFrame>
  );
}

function Went({ record: { documents, elsewhere, backups } }: { record: NonNullable<Erasure['record']> }) {
  const texts = useTexts(erasureTexts);
  return (
    <Text size="sm">
      {[texts.went(documents.length + elsewhere), elsewhere > 0 ? texts.elsewhere(elsewhere) : '', backups.length > 0 ? texts.backups(backups.length) : '']
        .filter(Boolean)
        .join(' ')}
    </Text>
  );
}

function Waiting({ erasure, onDecided }: ErasureCardProps) {
  const texts = useTexts(erasureTexts);
  const session = useQuery(sessionQuery).data;
  const { kind, round, body, document, asked, mayDecide } = erasure;
  // Administrators cannot read libraries.
  const reads = useRights().mayAnywhere('evidence.read');
  return (
    <>
      {reads && body && document !== null ? (
        <Link
          size="sm"
          w="fit-content"
          to="/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document"
          params={{ round: round.id, body: body.id, document }}
        >
          {texts.toDocument}
        </Link>
      ) : null}
      {kind === 'purge' && (mayDecide || asked.by.id === session?.person.id) ? (
        <>
          <Anchor size="sm" href={purgeListAddress(erasure)} target="_blank" w="fit-content">
            {texts.list}
          </Anchor>
          <ListButtons take={(format) => fetchPurgeList(erasure, format)} name="danh-muc-tai-lieu-de-nghi-huy" />
        </>
      ) : null}
      {mayDecide && onDecided ? (
        <Deciding erasure={erasure} onDecided={onDecided} />
      ) : (
        <Text size="sm">{asked.by.id === session?.person.id ? texts.waits.own : texts.waits[kind]}</Text>
      )}
    </>
  );
}
