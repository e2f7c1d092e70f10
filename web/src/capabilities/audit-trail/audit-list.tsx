import { Stack, Text } from '@mantine/core';
import { ACT_NAMES } from '@parindex/core/words/acts';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { PagedList } from '../../kit/lists/paged-list.tsx';
import { Table } from '../../kit/lists/table.tsx';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { formatMomentExactly } from '../../kit/words/format.ts';
import { useTexts } from '../../kit/words/language.tsx';
import { BodyName } from '../bodies/body-name.tsx';
import { AuditDetails } from './audit-details.tsx';
import { AuditSubject } from './audit-subject.tsx';
import type { AuditPart, AuditRow } from './queries/audit.ts';
import { auditTexts } from './texts/audit.ts';

type AuditRows = UseInfiniteQueryResult<InfiniteData<AuditPart>>;

export function AuditList({ list }: { list: AuditRows }) {
  const texts = useTexts(auditTexts);
  return (
    <PagedList list={list} none={texts.none} noneMore={texts.noneMore}>
      {(rows) => <AuditTable rows={rows} />}
    </PagedList>
  );
}

function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const texts = useTexts(auditTexts);
  const names = new Map(rows.flatMap(({ actor }) => (actor ? [[actor.id, actor.name]] : [])));
  return (
    <Table
      caption={texts.table}
      dense
      keyOf={({ n }) => n}
      rows={rows}
      columns={[
        { key: 'at', title: texts.at, cell: ({ at }) => <span className="figures">{formatMomentExactly(at)}</span> },
        { key: 'who', title: texts.who, cell: (row) => <Who row={row} /> },
        { key: 'act', title: texts.act, names: true, cell: (row) => <Act act={row.act} /> },
        { key: 'about', title: texts.about, cell: (row) => <AuditSubject row={row} names={names} /> },
        { key: 'details', title: texts.details, cell: (row) => <AuditDetails row={row} /> },
      ]}
    />
  );
}

/** An act without a text is shown by its code. */
function Act({ act }: { act: string }) {
  const acts = useTexts(ACT_NAMES);
  return acts[act as keyof typeof acts] ?? act;
}

function Who({ row: { actor, office } }: { row: AuditRow }) {
  const texts = useTexts(auditTexts);
  const roles = useTexts(ROLE_NAMES);
  const { wholeInstallation } = useTexts(controlTexts);
  if (!actor) return texts.nobody;
  return (
    <Stack gap={0} miw="11rem">
      {actor.name}
      {office ? (
        <Text size="xs" c="dimmed">
          {roles[office.role as keyof typeof roles] ?? office.role}, {office.body === null ? wholeInstallation : <BodyName id={office.body} />}
        </Text>
      ) : null}
    </Stack>
  );
}
