import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SheetKey } from '../../client/sheet.ts';
import { sheetQuery } from '../../client/sheet.ts';
import { Loading } from '../../kit/reading/loading.tsx';
import { ProblemNotice } from '../../kit/reading/problem-notice.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import { editionRulesQuery } from '../editions/queries/edition-rules.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { waitingFor } from './decidable.ts';
import { DecideAll } from './decide-all.tsx';

interface DecideInSheetProps {
  readonly sheet: SheetKey;
  readonly act: 'accept' | 'submit';
  readonly onDone: (told: string) => void;
  readonly onClose: () => void;
}

/** A leader approves, or a department submits, what waits in a sheet from the list of all their work; the sheet is loaded on demand. */
export function DecideInSheet({ sheet, act, onDone, onClose }: DecideInSheetProps) {
  const texts = useTexts(partTexts).all;
  const answer = useQuery({ ...sheetQuery(sheet.round, sheet.body), staleTime: 0, refetchInterval: false });
  const edition = answer.data?.edition;
  const rules = useQuery({ ...editionRulesQuery(edition ?? ''), enabled: edition !== undefined });
  const error = answer.error ?? rules.error;
  if (error) return <ProblemNotice error={error} retry={() => void answer.refetch()} />;
  if (!answer.data || !rules.data || answer.isRefetching) return <Loading />;
  if (waitingFor(act, answer.data.parts, rules.data.prepared).length === 0) return <Text role="status">{texts.none[act]}</Text>;
  return <DecideAll answer={answer.data} act={act} parts={answer.data.parts} rules={rules.data} onDone={onDone} onClose={onClose} />;
}
