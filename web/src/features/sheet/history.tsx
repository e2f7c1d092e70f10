import { List, Text } from '@mantine/core';
import { type HistoryEntry, runsOf } from '@parindex/core/ledger/runs';
import type { Item } from '@parindex/core/scheme/types';
import { runWords } from '@parindex/core/words/entry-words';
import { useQueries } from '@tanstack/react-query';
import { historyQuery } from '../../api/sheets.ts';
import { formatMoment } from '../../texts/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { roleTexts } from '../../texts/roles.ts';
import { sheetTexts } from '../../texts/sheet.ts';
import { Loading } from '../../ui/loading.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSheet } from './sheet-at-work.tsx';

/** What was entered for an item and its figures, newest first, one person's run as one sentence. */
export function History({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const roles: Readonly<Record<string, string>> = useTexts(roleTexts);
  const { shown, sheet, names } = useSheet();
  const figures = new Set(shown.rules.forms.get(item.code)?.fields.flatMap(({ target }) => (target.kind === 'figure' ? [target.id] : [])));
  const targets = [{ kind: 'item' as const, id: item.code }, ...[...figures].map((id) => ({ kind: 'figure' as const, id }))];
  const answers = useQueries({ queries: targets.map((target) => historyQuery(sheet.round, sheet.body, target, shown.answer.seq)) });
  const failed = answers.find(({ error }) => error)?.error;
  if (failed) return <ProblemNotice error={failed} />;
  if (answers.some(({ data }) => !data)) return <Loading />;
  const cutOff = answers.some(({ data }) => data?.next != null);
  const entries = answers.flatMap(({ data }) => data?.items ?? []) as readonly HistoryEntry[];
  const runs = runsOf(entries, { fromStart: !cutOff });
  if (runs.length === 0) return <Text size="sm">{texts.historyNone}</Text>;
  return (
    <>
      <List size="sm" spacing={6}>
        {runs.map((run) => (
          <List.Item key={run.entries[0]?.id}>
            <Text span size="sm" c="dimmed">
              {texts.runTime(formatMoment(run.from), formatMoment(run.to))}
            </Text>{' '}
            {runWords(run, names, roles[run.role]).text}
          </List.Item>
        ))}
      </List>
      {cutOff ? (
        <Text size="sm" c="dimmed" mt="xs">
          {texts.historyMore}
        </Text>
      ) : null}
    </>
  );
}
