import { Button, List, Stack, Text } from '@mantine/core';
import { findingsByItem } from '@parindex/core/review/by-item';
import { schemeNames } from '@parindex/core/words/scheme-names';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { SheetAnswer, SheetKey, SheetPart } from '../../client/sheet.ts';
import { Outcome } from '../../kit/acts/outcome.tsx';
import { DecisionFields, decisionOf, NO_DECISION } from '../../kit/fields/decision-fields.tsx';
import { FormDialog } from '../../kit/forms/form-dialog.tsx';
import { NotLoaded } from '../../kit/reading/loaded.tsx';
import { Notice } from '../../kit/reading/notice.tsx';
import { formatCount } from '../../kit/words/format.ts';
import { useLanguage, useTexts } from '../../kit/words/language.tsx';
import type { EditionRules } from '../editions/queries/edition-rules.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { wholeLibraryQuery } from '../evidence/queries/evidence.ts';
import { proposedPoints } from '../sheets/shown-sheet.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { type Decided, waitingFor } from './decidable.ts';
import { type Choice, MatterChoice } from './matter-choice.tsx';
import { type Finding, findingsOf, isSound, type Matter, mattersOf } from './matters.ts';
import { proposalsReviewQuery } from './queries/assignments.ts';
import { useDecision, useSubmission } from './use-decision.ts';

export type BulkAct = 'accept' | 'review' | 'recordDocument' | 'submit';

interface DecideAllProps {
  readonly answer: SheetAnswer;
  readonly act: BulkAct;
  /** All candidates; those that wait are decided on. */
  readonly parts: readonly SheetPart[];
  readonly rules: EditionRules;
  readonly onDone: (told: string) => void;
  readonly onClose: () => void;
}

/** One act on everything that waits for it in a sheet: each change from what to what, with what the check says of it; single ones are left out or returned. */
export function DecideAll(props: DecideAllProps) {
  const { seq } = props.answer;
  const { data, error, refetch } = useQuery(proposalsReviewQuery(keyOf(props.answer), seq));
  // The decision applies to what was shown when the list opened; if somebody has written since, the server refuses.
  const [seen] = useState({ matters: mattersOf(waitingFor(props.act, props.parts, props.rules.prepared), props.rules.prepared), base: seq });
  if (!data) return <NotLoaded error={error} retry={refetch} />;
  return <DecideSeen {...props} matters={seen.matters} base={seen.base} findings={data.findings} />;
}

interface DecideSeenProps extends Omit<DecideAllProps, 'parts'> {
  readonly matters: readonly Matter[];
  readonly base: number;
  readonly findings: readonly Finding[];
}

const keyOf = ({ round, body }: SheetAnswer): SheetKey => ({ round, body: body.id });

const NO_DOCUMENTS: readonly LibraryDocument[] = [];
const LEFT: Choice = { does: 'leave', reason: '' };

function DecideSeen({ answer, act, matters, base, findings, rules, onDone, onClose }: DecideSeenProps) {
  const texts = useTexts(partTexts).all;
  const words = useTexts(partTexts);
  const { language } = useLanguage();
  const names = schemeNames(rules.scheme, language);
  const sheet = keyOf(answer);
  const points = useMemo(
    () =>
      proposedPoints(
        answer,
        rules,
        matters.flatMap(({ parts }) => parts),
      ),
    [answer, rules, matters],
  );
  const { data: documents = NO_DOCUMENTS } = useQuery(wholeLibraryQuery(sheet));
  const [typed, setTyped] = useState(NO_DECISION);
  const ofMatter = new Map(matters.map((matter) => [matter.key, findingsOf(matter, findings)]));
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(
    () =>
      new Map(matters.map((matter) => [matter.key, isSound(matter, ofMatter.get(matter.key) ?? [], act === 'accept') ? { does: 'take', reason: '' } : LEFT])),
  );
  const choiceOf = ({ key }: Matter) => choices.get(key) ?? LEFT;
  const taken = matters.filter((matter) => choiceOf(matter).does === 'take');
  const returned = matters.filter((matter) => choiceOf(matter).does === 'return');
  const document = decisionOf(typed);
  const count = (of: readonly unknown[]) => formatCount(of.length, language);
  const says = texts.does(words.acts[act], count(taken), returned.length === 0 ? null : count(returned));
  const done = () => onDone(`${says}. ${texts.done}`);
  const decision = useDecision(sheet, done);
  const submission = useSubmission(sheet, done);
  const send = () => {
    if (act === 'submit') return submission.mutate({ act, parts: taken.flatMap(({ parts }) => parts), base });
    if (act === 'recordDocument' && !document) return;
    const decided: Decided[] = [
      { act, parts: taken.flatMap(({ parts }) => parts), draft: act === 'recordDocument' && document ? { document } : {} },
      ...returned.map((matter): Decided => ({ act: 'return', parts: entered(matter), draft: { reason: choiceOf(matter).reason.trim() } })),
    ];
    decision.mutate({ decided, base });
  };
  const doing = act === 'submit' ? submission : decision;
  const unsaid = returned.some((matter) => choiceOf(matter).reason.trim() === '');
  // What was given and never entered stands in no matter, and is told beside.
  const elsewhere = act === 'submit' ? findings.filter((finding) => ![...ofMatter.values()].flat().includes(finding) && finding.severity === 'mustMend') : [];
  return (
    <FormDialog title={texts.titles[act]} submit={says} act={doing} disabled={taken.length + returned.length === 0 || unsaid} onSubmit={send} onClose={onClose}>
      <Text size="sm">{texts.leads[act]}</Text>
      <Text size="sm" fw={600} role="status">
        {texts.count(count(matters), count(taken))}
      </Text>
      {elsewhere.length === 0 ? null : (
        <Notice kind="warning" title={texts.missing(count(elsewhere))}>
          <List size="sm">
            {findingsByItem(elsewhere).map(({ item, findings: found }) => {
              const said = found.map(({ message }) => message).join(' ');
              return <List.Item key={`${item} ${said}`}>{item === null ? said : `${item}: ${said}`}</List.Item>;
            })}
          </List>
        </Notice>
      )}
      <Stack gap="xs">
        {matters.map((matter) => (
          <MatterChoice
            key={matter.key}
            matter={matter}
            answer={answer}
            points={points}
            documents={documents}
            findings={ofMatter.get(matter.key) ?? []}
            rules={rules}
            names={names}
            take={words.acts[act]}
            mayReturn={act !== 'submit' && matter.parts.some(({ decides }) => decides.includes('return'))}
            choice={choiceOf(matter)}
            onChoose={(choice) => setChoices(new Map(choices).set(matter.key, choice))}
          />
        ))}
      </Stack>
      {act === 'recordDocument' ? (
        <DecisionFields labels={{ number: words.documentNumber, date: words.documentDate }} required value={typed} onChange={setTyped} />
      ) : null}
    </FormDialog>
  );
}

/** The parts of a matter that can be returned: those in which something was entered. */
const entered = ({ parts }: Matter): readonly SheetPart[] => parts.filter(({ decides }) => decides.includes('return'));

interface DecideAllActsProps extends Pick<DecideAllProps, 'answer' | 'parts' | 'rules'> {
  readonly acts: readonly BulkAct[];
  /** The one whose list stands open when the page is opened, if anything waits for it. */
  readonly opened?: BulkAct | undefined;
}

/** The acts that can be done on everything waiting in a sheet; none if nothing waits. */
export function DecideAllActs({ acts, opened, ...of }: DecideAllActsProps) {
  const texts = useTexts(partTexts).all;
  const { language } = useLanguage();
  const countOf = (act: BulkAct) => mattersOf(waitingFor(act, of.parts, of.rules.prepared), of.rules.prepared).length;
  const [open, setOpen] = useState(() => (opened && acts.includes(opened) && countOf(opened) > 0 ? opened : undefined));
  const [told, setTold] = useState<string>();
  const close = () => setOpen(undefined);
  const begin = (act: BulkAct) => {
    setTold(undefined);
    setOpen(act);
  };
  return (
    <>
      {acts.map((act) => {
        const waiting = countOf(act);
        return waiting === 0 ? null : (
          <Button key={act} variant={act === 'accept' || act === 'submit' ? 'filled' : 'default'} onClick={() => begin(act)}>
            {texts[act](formatCount(waiting, language))}
          </Button>
        );
      })}
      {open ? (
        <DecideAll
          {...of}
          act={open}
          onDone={(said) => {
            setTold(said);
            close();
          }}
          onClose={close}
        />
      ) : (
        <Outcome done={told} />
      )}
    </>
  );
}
