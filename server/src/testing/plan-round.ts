import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';
import { ask, type Person } from './world.ts';

export interface PlannedRound {
  readonly id: string;
  readonly edition: string;
  readonly year: number;
  /** By id, or with the block that they are ranked in. */
  readonly participants: readonly (string | { readonly body: string; readonly block: string })[];
  readonly domains: readonly string[];
  readonly ownerBody?: string;
  readonly steps?: readonly { step: string; opens: string; closes: string }[];
}

export const STEPS_2024 = [
  { step: 'selfAssessment', opens: '2024-01-02T00:00:00+07:00', closes: '2024-02-01T00:00:00+07:00' },
  { step: 'appraisal', opens: '2024-02-01T00:00:00+07:00', closes: '2024-03-01T00:00:00+07:00' },
];

/** Somebody plans a round through the API, part by part; answers the round as it then stands, a draft. */
export async function planRound(server: TestServer, person: Person, plan: PlannedRound) {
  const { id, edition, year, participants, domains, ownerBody = 'bo-minh-hoa', steps = STEPS_2024 } = plan;
  const made = await ask(server, person, 'POST', '/api/rounds', { id, ownerBody, year, title: `Kỳ ${id}`, edition });
  expect(made.body).toMatchObject({ id, state: 'draft', version: 1 });
  const put = async (part: string, version: number, content: object) => {
    const answer = await ask(server, person, 'PUT', `/api/rounds/${id}/${part}`, { version, ...content });
    expect(answer.body, part).toMatchObject({ version: version + 1 });
    return answer.body;
  };
  await put('participants', 1, { participants: participants.map((one) => (typeof one === 'string' ? { body: one } : one)) });
  await put('domain-owners', 2, { domainOwners: domains.map((domain) => ({ domain, body: 'bo-minh-hoa-b' })) });
  return put('steps', 3, { steps });
}

/** The same, and opens it. */
export async function openPlanned(server: TestServer, person: Person, plan: PlannedRound) {
  const { version } = await planRound(server, person, plan);
  const { remarks } = (await ask(server, person, 'GET', `/api/rounds/${plan.id}/opening`)).body;
  const told = remarks.map(({ code }: { code: string }) => code);
  const opened = await ask(server, person, 'POST', `/api/rounds/${plan.id}/opening`, { version, told });
  expect(opened.body, JSON.stringify(opened.body)).toMatchObject({ state: 'open' });
  return opened.body;
}
