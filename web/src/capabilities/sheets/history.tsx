import { List, Text } from '@mantine/core';
import { CITATIONS, citationsIn } from '@parindex/core/ledger/fields';
import { type FieldState, type HistoryEntry, type Run, runsOf } from '@parindex/core/ledger/runs';
import type { Item } from '@parindex/core/scheme/types';
import { runWords } from '@parindex/core/words/entry-words';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { useQueries } from '@tanstack/react-query';
import { Loading } from '../../kit/reading/loading.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { formatMoment } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { citationTexts } from '../evidence/texts/citations.ts';
import { citationWords } from './cited.ts';
import { historyQuery } from './queries/sheet-history.ts';
import { useSheet } from './sheet-at-work.tsx';
import { sheetTexts } from './texts/sheet.ts';
import { useDocuments } from './use-documents.ts';

/** The history of an item and its figures, newest first, one sentence for each moment, with its source. */
export function History({ item }: { item: Item }) {
  const texts = useTexts(sheetTexts);
  const roles: Readonly<Record<string, string>> = useTexts(ROLE_NAMES);
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
              {formatMoment(run.at)}
            </Text>{' '}
            {runWords(run, names, roles[run.role]).text}
            <Origin of={texts.origin[run.origin]} />
            <CitedChange run={run} />
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

/** The origin of a run that was not entered by hand. */
const Origin = ({ of }: { of: string | undefined }) =>
  of === undefined ? null : (
    <Text span size="sm" c="dimmed">
      {' '}
      ({of})
    </Text>
  );

const citedIn = (stood: FieldState): readonly string[] => (stood.is === 'value' ? citationsIn(stood.value) : []);

/** Citations added and removed, by document name. */
function CitedChange({ run }: { run: Run }) {
  const texts = useTexts(citationTexts).history;
  const { language } = useLanguage();
  const change = run.changes.find(({ field }) => field === CITATIONS);
  const { documents } = useDocuments(change !== undefined);
  if (!change) return null;
  const [before, after] = [citedIn(change.before), citedIn(change.after)];
  const line = (title: string, cited: readonly string[]) =>
    cited.length === 0 ? null : (
      <Text size="sm">
        {title}: {cited.map((text) => citationWords(text, documents, language)).join('; ')}.
      </Text>
    );
  return (
    <>
      {line(
        texts.added,
        after.filter((text) => !before.includes(text)),
      )}
      {line(
        texts.removed,
        before.filter((text) => !after.includes(text)),
      )}
    </>
  );
}
