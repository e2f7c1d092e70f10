import type { Language } from '@parindex/core';
import type { Reading } from '../../db/transaction.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { readAgencies } from '../sheets/queries/report-place.ts';
import type { Inviting } from './invitations.ts';
import { questionnaireTitle, type SurveyGroup } from './survey-groups.ts';

export interface InvitingOf {
  /** When the step of the survey closes, ISO 8601. */
  readonly closes: string;
  readonly groups: readonly SurveyGroup[];
  readonly bodies: readonly { readonly id: string; readonly name: string }[];
  readonly illustrative: boolean;
}

/** What invitations to a round's survey say, on paper and by mail. */
export async function readInviting(db: Reading, round: RoundRow, { closes, groups, bodies, illustrative }: InvitingOf): Promise<Inviting> {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const nameOf = new Map(bodies.map(({ id, name }) => [id, name]));
  const titled = (id: string, title: (group: SurveyGroup) => string) => {
    const group = byId.get(id);
    return group ? title(group) : id;
  };
  return {
    owner: { ...(await readAgencies(db, [round.ownerBody]))(round.ownerBody), name: round.ownerName },
    ...{ round, closes, illustrative },
    groupTitle: (id, language: Language = 'vi') => titled(id, ({ title }) => title[language]),
    questionnaire: (id, language: Language = 'vi') => titled(id, (group) => questionnaireTitle(group, language)),
    bodyName: (id) => nameOf.get(id) ?? id,
  };
}
