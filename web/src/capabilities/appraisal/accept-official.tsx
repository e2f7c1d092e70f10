import { Button, Checkbox, List, Stack, Text } from '@mantine/core';
import * as contracts from '@parindex/core/contracts/appraisal';
import { useRef, useState } from 'react';
import { call } from '../../client/call.ts';
import { Refused } from '../../client/request.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { useAct } from '../../kit/acts/use-act.ts';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import { useStanding } from '../explanation/standing-text.ts';
import { appraisalKey, type ItemAppraisal } from './queries/appraisal.ts';
import { officialTexts } from './texts/official.ts';

type Row = ItemAppraisal['rows'][number];

/** Whether many such may be accepted at once: all of it is official, and the asker may decide on it now. */
const isAcceptable = ({ official, mine, ready, stage, verdict, proposed, claimed }: Row): boolean =>
  official && mine && ready && stage !== null && verdict === 'waiting' && !proposed && claimed.state === 'answered';

interface Ended {
  readonly accepted: number;
  readonly refused: readonly { readonly body: string; readonly why: string }[];
}

/** Accepts one item of many bodies at once where official statistics say all of it; never what a body has changed. */
export function AcceptOfficial({ appraisal }: { appraisal: ItemAppraisal }) {
  const texts = useTexts(officialTexts);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [ended, setEnded] = useState<Ended>();
  const rows = appraisal.rows.filter(isAcceptable);
  const count = (of: number) => formatCount(of, language);
  return (
    <>
      {rows.length === 0 ? null : (
        <Button variant="default" onClick={() => setOpen(true)} w="fit-content" className="screen-only">
          {texts.open(count(rows.length))}
        </Button>
      )}
      <Outcome done={ended && ended.accepted > 0 ? texts.done(count(ended.accepted)) : undefined} />
      {ended && ended.refused.length > 0 ? (
        <Notice kind="fault" title={texts.refused}>
          <List size="sm">
            {ended.refused.map(({ body, why }) => (
              <List.Item key={body}>{texts.line(body, why)}</List.Item>
            ))}
          </List>
        </Notice>
      ) : null}
      {open ? (
        <Choice
          appraisal={appraisal}
          rows={rows}
          onDone={(how) => {
            setEnded(how);
            setOpen(false);
          }}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}

interface ChoiceProps {
  readonly appraisal: ItemAppraisal;
  readonly rows: readonly Row[];
  readonly onDone: (ended: Ended) => void;
  readonly onClose: () => void;
}

function Choice({ appraisal: { round, item, rounding }, rows, onDone, onClose }: ChoiceProps) {
  const texts = useTexts(officialTexts);
  const { language } = useLanguage();
  const standing = useStanding(rounding);
  // What was seen when it opened is what is decided; sent again after a lost answer it is the same verdict.
  const [seen] = useState(rows);
  const ids = useRef(new Map(seen.map(({ body }) => [body.id, crypto.randomUUID()])));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(seen.map(({ body }) => body.id)));
  const taken = seen.filter(({ body }) => chosen.has(body.id));
  const accept = useAct(
    async (): Promise<Ended> => {
      const refused: { body: string; why: string }[] = [];
      for (const { body, seq } of taken) {
        try {
          await call(contracts.appraise, {
            params: { round, body: body.id, kind: 'items', target: item.code },
            body: { id: ids.current.get(body.id) as string, origin: 'web', base: seq, changes: {}, figures: [], reason: null },
          });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          refused.push({ body: body.name, why: error.problem.detail ?? error.problem.title });
        }
      }
      return { accepted: taken.length - refused.length, refused };
    },
    { onDone, onEnd: (client) => client.invalidateQueries({ queryKey: appraisalKey(round) }) },
  );
  return (
    <FormDialog
      title={texts.title}
      submit={texts.submit(formatCount(taken.length, language))}
      disabled={taken.length === 0}
      act={accept}
      onSubmit={() => accept.mutate()}
      onClose={onClose}
    >
      <Text size="sm">{texts.lead}</Text>
      <Checkbox.Group label={texts.bodies} value={[...chosen]} onChange={(values) => setChosen(new Set(values))}>
        <Stack gap={6} mt={4}>
          {seen.map(({ body, claimed }) => (
            <Checkbox key={body.id} value={body.id} label={texts.line(body.name, standing(claimed))} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
