import { List, Text } from '@mantine/core';
import { useTexts } from '../../kit/language.tsx';
import { Loading } from '../../kit/loading.tsx';
import { Notice } from '../../kit/notice.tsx';
import { usePendingChanges } from '../../kit/pending-changes.ts';
import { KeepChanges, PendingActions, PendingMark } from '../../kit/save-changes.tsx';
import { Section } from '../../kit/section.tsx';
import { type Column, Table } from '../../kit/table.tsx';
import { useAct } from '../../kit/use-act.ts';
import { OwnerForm } from './owner-form.tsx';
import type { PartProps } from './parts.ts';
import { type DomainOwner, roundAnswered, setDomainOwners } from './queries/rounds.ts';
import { type NamedCode, useRoundScheme } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';

const keyOf = ({ domain, body }: DomainOwner) => `${domain} ${body}`;

/** Which bodies appraise which domain. */
export function OwnersPart({ round, mayChange }: PartProps) {
  const all = useTexts(planTexts);
  const texts = all.owners;
  const { scheme, loading } = useRoundScheme(round);
  const changes = usePendingChanges(round.domainOwners, keyOf);
  const save = useAct(() => setDomainOwners(round.id, { version: round.version, domainOwners: changes.result.map(({ domain, body }) => ({ domain, body })) }), {
    refresh: roundAnswered,
    onDone: changes.clear,
  });
  const known = new Set(scheme?.domains.map(({ code }) => code));
  // Domains that only an earlier edition had must be visible to be removed.
  const strange = [...new Set(changes.list.map(({ member }) => member.domain))].filter((code) => !known.has(code));
  const rows: readonly NamedCode[] = [...(scheme?.domains ?? []), ...strange.map((code) => ({ code, title: '' }))];
  const ownersOf = (code: string) => changes.list.filter(({ member }) => member.domain === code);
  const columns: readonly Column<NamedCode>[] = [
    { key: 'domain', title: texts.domain, names: true, cell: ({ code, title }) => `${code} ${title}` },
    {
      key: 'bodies',
      title: texts.body,
      cell: ({ code }) =>
        ownersOf(code).length === 0 ? (
          <Text span size="sm" c="dimmed">
            {texts.nobody}
          </Text>
        ) : (
          <List listStyleType="none" size="sm">
            {ownersOf(code).map(({ key, member, state }) => (
              <List.Item key={key}>
                {member.name}
                <PendingMark state={state} />
                {mayChange ? (
                  <PendingActions state={state} about={`${member.name}, ${code}`} onRemove={() => changes.remove(key)} onUndo={() => changes.undo(key)} />
                ) : null}
              </List.Item>
            ))}
          </List>
        ),
    },
  ];
  return (
    <Section title={texts.title} lead={texts.lead}>
      {loading ? <Loading /> : null}
      {!loading && !scheme ? <Notice kind="note">{all.exclusions.noScheme}</Notice> : null}
      {mayChange && scheme ? <OwnerForm domains={scheme.domains} assigned={changes.list} onPut={(owner) => changes.put(owner)} /> : null}
      <KeepChanges changes={changes} save={save} saved={texts.saved} />
      {rows.length > 0 ? <Table caption={texts.caption} columns={columns} rows={rows} keyOf={({ code }) => code} /> : null}
    </Section>
  );
}
