import { Checkbox, List, Stack, Text, Title } from '@mantine/core';
import { CONCLUSION_NAMES } from '@parindex/core/words/conclusions';
import { beginning } from '@parindex/core/words/language';
import { useRef, useState } from 'react';
import { Refused } from '../../client/request.ts';
import { useAct } from '../../kit/acts/use-act.ts';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { WorkbookRefused } from '../sheets/workbook-preview.tsx';
import { appraisalKey } from './queries/appraisal.ts';
import { type ItemWorkbookLine, type ItemWorkbookPreview, writeLine } from './queries/item-workbook.ts';
import { itemWorkbookTexts } from './texts/item-workbook.ts';

/** What became of the lines of a workbook. */
export interface WrittenLines {
  readonly count: number;
  readonly failed: readonly { readonly body: string; readonly why: string }[];
}

interface ItemWorkbookDialogProps {
  readonly round: string;
  readonly item: string;
  readonly name: string;
  readonly preview: ItemWorkbookPreview;
  readonly onDone: (written: WrittenLines) => void;
  readonly onClose: () => void;
}

/** What a workbook would decide, body by body; what is chosen is written one by one, as on the page. */
export function ItemWorkbookDialog({ round, item, name, preview: { lines, left, refused }, onDone, onClose }: ItemWorkbookDialogProps) {
  const texts = useTexts(itemWorkbookTexts);
  const { language } = useLanguage();
  const [plain, changed] = [lines.filter(({ since }) => since.length === 0), lines.filter(({ since }) => since.length > 0)];
  // What others have changed is chosen by whoever has read it.
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(plain.map(({ body }) => body.id)));
  const made = useRef(new Map<string, string>());
  const idOf = (key: string): string => {
    const id = made.current.get(key) ?? crypto.randomUUID();
    made.current.set(key, id);
    return id;
  };
  const wanted = lines.filter(({ body }) => chosen.has(body.id));
  const write = useAct(
    async (): Promise<WrittenLines> => {
      const failed: { body: string; why: string }[] = [];
      for (const line of wanted) {
        try {
          await writeLine(round, item, line, { verdict: idOf(line.body.id), figure: (figure) => idOf(`${line.body.id} ${figure}`) });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          failed.push({ body: line.body.name, why: error.problem.detail ?? error.problem.title });
        }
      }
      return { count: wanted.length - failed.length, failed };
    },
    {
      onDone,
      onEnd: (client) =>
        Promise.all([client.invalidateQueries({ queryKey: appraisalKey(round) }), client.invalidateQueries({ queryKey: ['explanation', round] })]),
    },
  );
  const choose = (body: string, isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before);
      if (isChosen) next.add(body);
      else next.delete(body);
      return next;
    });
  const shown = (of: readonly ItemWorkbookLine[]) =>
    of.map((line) => <Line key={line.body.id} line={line} chosen={chosen.has(line.body.id)} onChoose={(isChosen) => choose(line.body.id, isChosen)} />);
  return (
    <FormDialog
      title={texts.title(name)}
      submit={texts.submit(formatCount(wanted.length, language))}
      disabled={wanted.length === 0}
      act={write}
      onSubmit={() => write.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{texts.lead}</Text>
      {lines.length + left.length + refused.length === 0 ? <Notice kind="good">{texts.nothing}</Notice> : null}
      {refused.length > 0 ? <WorkbookRefused refused={refused} /> : null}
      {left.length > 0 ? (
        <Notice kind="note" title={texts.left}>
          <List size="sm">
            {left.map(({ body, message }) => (
              <List.Item key={body.id}>{texts.line(body.name, message)}</List.Item>
            ))}
          </List>
        </Notice>
      ) : null}
      {changed.length > 0 ? (
        <section>
          <Title order={3} size="h5">
            {texts.changed}
          </Title>
          <Text size="sm">{texts.changedMore}</Text>
          <Stack gap="sm" pt="xs">
            {shown(changed)}
          </Stack>
        </section>
      ) : null}
      {plain.length > 0 ? (
        <section>
          <Title order={3} size="h5">
            {texts.lines}
          </Title>
          <Stack gap="sm" pt="xs">
            {shown(plain)}
          </Stack>
        </section>
      ) : null}
    </FormDialog>
  );
}

/** What would be written for a body, to be chosen; above it what others have written since. */
function Line({ line, chosen, onChoose }: { line: ItemWorkbookLine; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const texts = useTexts(itemWorkbookTexts);
  const names = useTexts(CONCLUSION_NAMES);
  const { body, verdict, official, since } = line;
  return (
    <div>
      <Checkbox
        label={texts.line(body.name, verdict ? names[verdict.conclusion] : texts.figuresAlone)}
        checked={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      <Stack gap={2} pl="xl">
        {since.map((text) => (
          <Text key={text} size="sm" fw={600}>
            {text}
          </Text>
        ))}
        {official.length > 0 ? <Text size="sm">{texts.official(official.map(({ said }) => said).join('; '))}</Text> : null}
        {verdict && verdict.said !== '' ? <Text size="sm">{beginning(verdict.said)}.</Text> : null}
        {verdict && verdict.why !== '' ? <Text size="sm">{texts.why(verdict.why)}</Text> : null}
        {verdict ? (
          <Text size="sm">
            {texts.points(verdict.now, verdict.after)} {verdict.second ? texts.second : null}
          </Text>
        ) : null}
      </Stack>
    </div>
  );
}
