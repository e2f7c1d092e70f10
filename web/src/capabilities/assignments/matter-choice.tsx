import { Checkbox, Group, List, Radio, Stack, Text } from '@mantine/core';
import { newPartDecision } from '@parindex/core/contracts/schemas/assignments';
import { inLanguage } from '@parindex/core/words/index';
import type { SchemeNames } from '@parindex/core/words/scheme-names';
import { limitsOf } from '../../client/limits.ts';
import type { SheetAnswer } from '../../client/sheet.ts';
import { ReasonInput } from '../../kit/fields/reason-input.tsx';
import { StateBadge } from '../../kit/page/state-badge.tsx';
import { useTexts } from '../../kit/words/language.tsx';
import type { EditionRules } from '../editions/queries/edition-rules.ts';
import type { LibraryDocument } from '../evidence/queries/documents.ts';
import { reviewTexts } from '../review/texts/review.ts';
import type { ProposedPoints } from '../sheets/shown-sheet.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { MatterDocuments } from './matter-documents.tsx';
import { MatterPoints } from './matter-points.tsx';
import type { Finding, Matter } from './matters.ts';
import { ProposedTable } from './proposed-table.tsx';

/** What becomes of a matter in an act on many: taken, left as it is, or returned for a reason. */
export interface Choice {
  readonly does: 'take' | 'leave' | 'return';
  readonly reason: string;
}

interface MatterChoiceProps {
  readonly matter: Matter;
  readonly answer: SheetAnswer;
  readonly points: ReadonlyMap<string, ProposedPoints>;
  readonly documents: readonly LibraryDocument[];
  readonly findings: readonly Finding[];
  readonly rules: EditionRules;
  readonly names: SchemeNames;
  /** What taking it is called. */
  readonly take: string;
  readonly mayReturn: boolean;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** One matter of an act on many: what changes, from what to what, what the check says of it, and whether it is taken. */
export function MatterChoice({ matter, answer, points, documents, findings, rules, names, take, mayReturn, choice, onChoose }: MatterChoiceProps) {
  const texts = useTexts(partTexts);
  const { severity: severities } = useTexts(reviewTexts);
  const [first] = matter.parts;
  const title = first.kind === 'item' ? `${first.id}. ${inLanguage(names.item(first.id)?.title, names.language) ?? ''}` : names.figureTitle(first.id);
  return (
    <section className="card" aria-label={title}>
      <Stack gap="xs">
        <Text fw={600}>{title}</Text>
        <MatterPoints matter={matter} answer={answer} points={points} names={names} scheme={rules.scheme} />
        <MatterDocuments matter={matter} answer={answer} documents={documents} />
        <ProposedTable parts={matter.parts} rules={rules} names={names} whole />
        {findings.length === 0 ? null : (
          <List size="sm" spacing={4}>
            {findings.map(({ code, figure, severity, message }) => (
              <List.Item key={`${code} ${figure} ${message}`}>
                <Group component="span" display="inline-flex" gap={6}>
                  <StateBadge tone={severity === 'mustMend' ? 'bad' : 'quiet'}>{severities[severity]}</StateBadge>
                  <span>{message}</span>
                </Group>
              </List.Item>
            ))}
          </List>
        )}
        {mayReturn ? (
          <Radio.Group aria-label={texts.all.choiceOf(title)} value={choice.does} onChange={(does) => onChoose({ ...choice, does: does as Choice['does'] })}>
            <Group gap="md">
              <Radio value="take" label={take} />
              <Radio value="leave" label={texts.all.leave} />
              <Radio value="return" label={texts.acts.return} />
            </Group>
          </Radio.Group>
        ) : (
          <Checkbox
            label={texts.all.choose(take, first.kind === 'item' ? first.id : title)}
            checked={choice.does === 'take'}
            onChange={({ currentTarget }) => onChoose({ ...choice, does: currentTarget.checked ? 'take' : 'leave' })}
          />
        )}
        {choice.does === 'return' ? (
          <ReasonInput
            label={texts.returnReason}
            {...limitsOf(newPartDecision).reason}
            value={choice.reason}
            onChange={(reason) => onChoose({ ...choice, reason })}
          />
        ) : null}
      </Stack>
    </section>
  );
}
