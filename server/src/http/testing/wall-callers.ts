import { randomUUID } from 'node:crypto';
import type { Role } from '@parindex/core/rights/index';
import { signIn, type TestServer } from '../../testing/test-server.ts';
import type { Matrix } from './rights-callers.ts';

/** The round of the matrix, and another one of the same province that others run. */
export const HERE = 'minh-hoa-2022';
export const ELSEWHERE = 'minh-hoa-2023';
export const BOTH = [HERE, ELSEWHERE] as const;
export type RoundOfWall = (typeof BOTH)[number];

/** How departments of the province stand to its sheet here: at work in it, beside with another item, with a part elsewhere alone, with a part that was taken back. */
export const DEPARTMENT_OF = { atWork: 'so-minh-hoa-a', beside: 'so-minh-hoa-b', elsewhere: 'so-minh-hoa-c', pastPart: 'so-minh-hoa-d' } as const;
export type Department = keyof typeof DEPARTMENT_OF;

/** By what somebody may find something of the province's sheet in a round. */
export type Standing =
  | ('body' | 'ofItsPart' | 'beside' | 'owner' | 'council' | 'auditor' | 'appraiser' | 'participant')
  | ('wholeAuditor' | 'administrator' | 'bodyAdministrator' | 'themselves' | 'planter' | 'strangeOwner');

export interface WallCaller {
  readonly name: string;
  readonly account: string;
  readonly stands: Readonly<Record<RoundOfWall, readonly Standing[]>>;
}

const none: readonly Standing[] = [];
const DEPARTMENT_CALLERS: readonly { department: Department; roles: readonly Role[]; here: readonly Standing[]; elsewhere: readonly Standing[] }[] = [
  { department: 'atWork', roles: ['clerk'], here: ['ofItsPart', 'beside'], elsewhere: none },
  { department: 'atWork', roles: ['head'], here: ['ofItsPart', 'beside'], elsewhere: none },
  // Roles in a department that give nothing in the sheet of the body above.
  { department: 'atWork', roles: ['owner', 'appraiser', 'council', 'auditor'], here: ['strangeOwner'], elsewhere: ['strangeOwner'] },
  { department: 'beside', roles: ['clerk', 'head'], here: ['beside'], elsewhere: none },
  { department: 'elsewhere', roles: ['clerk', 'head'], here: none, elsewhere: ['ofItsPart', 'beside'] },
  { department: 'pastPart', roles: ['clerk', 'head'], here: none, elsewhere: none },
];

/** Of the matrix' own callers: where they stand here, where elsewhere. */
const OF_THE_MATRIX: Readonly<Record<string, readonly [here: readonly Standing[], elsewhere: readonly Standing[]]>> = {
  'clerk own': [['body'], ['body']],
  'head own': [['body'], ['body']],
  'owner own': [['owner'], ['strangeOwner']],
  'council own': [['council'], none],
  'appraiser own': [['appraiser'], none],
  'auditor own': [['wholeAuditor'], ['wholeAuditor']],
  'administrator own': [['administrator'], ['administrator']],
  'clerk foreign': [['participant'], none],
  'head foreign': [['participant'], none],
  'owner foreign': [['strangeOwner'], ['owner']],
  'council foreign': [none, ['council']],
  'appraiser foreign': [none, ['appraiser']],
  'auditor foreign': [none, ['auditor']],
  'administrator foreign': [['bodyAdministrator', 'participant'], ['bodyAdministrator']],
  'all past': [none, none],
  'all future': [none, none],
};

/** Everybody who asks at the wall: the matrix' callers, people of departments, and the one whose own data are planted. */
export async function wallCallers({ server: { owner, clock }, people, places }: Matrix): Promise<WallCaller[]> {
  const callers: WallCaller[] = Object.entries(OF_THE_MATRIX).map(([name, [here, elsewhere]]) => ({
    name,
    account: people.get(name) as string,
    stands: { [HERE]: here, [ELSEWHERE]: elsewhere },
  }));
  for (const [standing, body] of Object.entries(DEPARTMENT_OF)) {
    if (standing === 'atWork') continue;
    await owner.query(`INSERT INTO body (id, kind) VALUES ($1, 'department')`, [body]);
    await owner.query(`INSERT INTO body_attribute (body_id, attribute, position, value) VALUES ($1, 'parent', 0, $2)`, [body, 'tinh-minh-hoa-01']);
  }
  for (const { department, roles, here, elsewhere } of DEPARTMENT_CALLERS) {
    const account = randomUUID();
    const name = `${roles.join('+')} ${department}`;
    await owner.query('INSERT INTO account (id, email, name, created_at) VALUES ($1, $2, $3, $4)', [
      ...[account, `${name.replaceAll(/[ +]/g, '-').toLowerCase()}@minh-hoa.example`, `${name} minh họa`, clock.now()],
    ]);
    for (const role of roles)
      await owner.query(`INSERT INTO membership (account_id, body_id, role, from_date, granted_at) VALUES ($1, $2, $3, '2020-01-01', $4)`, [
        ...[account, DEPARTMENT_OF[department], role, clock.now()],
      ]);
    callers.push({ name, account, stands: { [HERE]: here, [ELSEWHERE]: elsewhere } });
  }
  const { an, minh } = places.world.people;
  return [
    ...callers,
    // Whoever planted most of it: what is one's own shows by one's own routes.
    { name: 'planter', account: an.account, stands: { [HERE]: ['body', 'planter'], [ELSEWHERE]: ['body', 'planter'] } },
    { name: 'themselves', account: minh.account, stands: { [HERE]: ['themselves'], [ELSEWHERE]: ['themselves'] } },
  ];
}

export async function tokensOf(server: TestServer, callers: readonly Pick<WallCaller, 'name' | 'account'>[]): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const { name, account } of callers) tokens.set(name, await signIn(server, account));
  return tokens;
}
