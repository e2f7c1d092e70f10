import { List, Stack, Text } from '@mantine/core';
import { useAct } from '../../kit/acts/use-act.ts';
import { usePendingChanges } from '../../kit/forms/pending-changes.ts';
import { KeepChanges, PendingActions, PendingMark } from '../../kit/forms/save-changes.tsx';
import { type Column, Table } from '../../kit/lists/table.tsx';
import { Section } from '../../kit/page/section.tsx';
import { Loading } from '../../kit/reading/loading.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { OwnerForm } from './owner-form.tsx';
import type { PartProps } from './parts.ts';
import { type DomainOwner, roundAnswered, setDomainOwners } from './queries/rounds.ts';
import { type NamedCode, useRoundScheme } from './round-scheme.ts';
import { planTexts } from './texts/round-plan.ts';
import { VerdictTerms } from './verdict-terms.tsx';

const keyOf = ({ domain, item, body }: DomainOwner) => `${domain} ${item ?? ''} ${body}`;

/** Which bodies appraise which domain, and which single items; what nobody appraises, and what several do; and how verdicts are given. */
export function OwnersPart({ round, mayChange }: PartProps) {
  const all = useTexts(planTexts);
  const texts = all.owners;
  const { scheme, loading } = useRoundScheme(round);
  const changes = usePendingChanges(round.domainOwners, keyOf);
  const save = useAct(
    () => setDomainOwners(round.id, { version: round.version, domainOwners: changes.result.map(({ domain, item, body }) => ({ domain, item, body })) }),
    {
      refresh: roundAnswered,
      onDone: changes.clear,
    },
  );
  const known = new Set(scheme?.domains.map(({ code }) => code));
  // Domains that only an earlier edition had must be visible to be removed.
  const strange = [...new Set(changes.list.map(({ member }) => member.domain))].filter((code) => !known.has(code));
  const rows: readonly NamedCode[] = [...(scheme?.domains ?? []), ...strange.map((code) => ({ code, title: '' }))];
  const ownersOf = (code: string) =>
    changes.list
      .filter(({ member }) => member.domain === code)
      .toSorted((one, other) => (one.member.item ?? '').localeCompare(other.member.item ?? '', 'vi', { numeric: true }));
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
                {member.item === null ? member.name : texts.ofItem(member.item, member.name)}
                <PendingMark state={state} />
                {mayChange ? (
                  <PendingActions
                    state={state}
                    about={`${member.name}, ${member.item ?? code}`}
                    onRemove={() => changes.remove(key)}
                    onUndo={() => changes.undo(key)}
                  />
                ) : null}
              </List.Item>
            ))}
          </List>
        ),
    },
  ];
  return (
    <Stack>
      <Section title={texts.title} lead={texts.lead}>
        {loading ? <Loading /> : null}
        {!loading && !scheme ? <Notice kind="note">{all.exclusions.noScheme}</Notice> : null}
        {mayChange && scheme ? <OwnerForm domains={scheme.domains} tree={scheme.tree} assigned={changes.list} onPut={changes.put} /> : null}
        {scheme ? <Gaps {...scheme.gapsOf(changes.result)} /> : null}
        <KeepChanges changes={changes} save={save} saved={texts.saved} />
        {rows.length > 0 ? <Table caption={texts.caption} columns={columns} rows={rows} keyOf={({ code }) => code} /> : null}
      </Section>
      <VerdictTerms round={round} mayChange={mayChange} />
    </Stack>
  );
}

/** Items that nobody appraises, and those that several bodies do. */
function Gaps({ nobody, several }: { readonly nobody: readonly string[]; readonly several: readonly string[] }) {
  const texts = useTexts(planTexts).owners;
  if (nobody.length + several.length === 0) return <Text size="sm">{texts.noGaps}</Text>;
  return (
    <Notice kind={nobody.length > 0 ? 'warning' : 'note'}>
      {nobody.length > 0 ? <Text size="sm">{texts.withoutAppraiser(nobody)}</Text> : null}
      {several.length > 0 ? <Text size="sm">{texts.ofSeveral(several)}</Text> : null}
    </Notice>
  );
}
