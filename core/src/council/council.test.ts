import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsVote, whyNotMove, whyNotMoveItem } from './session-move.ts';
import {
  AGENDA_ACTS,
  AGENDA_MOVES,
  AGENDA_STATES,
  type AgendaState,
  SESSION_ACTS,
  SESSION_MOVES,
  SESSION_STATES,
  SESSION_WORK,
  type SessionState,
  sessionAllows,
} from './session-states.ts';
import {
  CHOICES,
  countVotes,
  hasQuorum,
  isCarried,
  PRESENCES,
  type Presence,
  VOTE_WAYS,
  type Vote,
  whyNotAttend,
  whyNotCloseVote,
  whyNotConclude,
  whyNotVote,
} from './votes.ts';

const PEOPLE = ['an', 'binh', 'chi', 'dung', 'giang'] as const;
type Person = (typeof PEOPLE)[number];

describe('what a session’s state allows', () => {
  it('[F39] names a next state for each move and for nothing else, and each state but the last is left', () => {
    for (const move of SESSION_MOVES) expect(SESSION_ACTS[move].to).toBeDefined();
    for (const work of SESSION_WORK) expect(SESSION_ACTS[work].to).toBeUndefined();
    expect(SESSION_STATES.filter((state) => !SESSION_MOVES.some((move) => sessionAllows(state, move)))).toEqual(['concluded']);
    for (const move of AGENDA_MOVES) expect(AGENDA_ACTS[move].to).toBeDefined();
    expect(AGENDA_STATES.filter((state) => !Object.values(AGENDA_ACTS).some(({ from }) => from.includes(state)))).toEqual(['concluded']);
  });

  it('[F39] has a quorum with more than half of the members, not with half', () => {
    const members = (presences: readonly Presence[]) => presences.map((presence, index) => ({ account: String(index), presence }));
    expect(hasQuorum(members(['present', 'present', 'absent', 'expected']))).toBe(false);
    expect(hasQuorum(members(['present', 'writing', 'present', 'absent']))).toBe(true);
    expect(hasQuorum([])).toBe(false);
  });

  it('[F39] closes no vote of which half or fewer of those who may vote have voted; whoever has a cause of their own is not counted', () => {
    const members = PEOPLE.map((account) => ({ account, presence: 'present' as const }));
    const standing = (voted: readonly Person[], barred: readonly Person[]) => ({
      ...{ state: 'open' as const, barred: new Set<string>(barred), votedBefore: new Set<string>(), moved: false },
      votes: voted.map((account) => ({ account, choice: 'for' as const, way: 'self' as const })),
    });
    const why = (voted: readonly Person[], barred: readonly Person[] = []) => whyNotCloseVote({ state: 'held', members }, standing(voted, barred));
    expect([why([]), why(['an', 'binh']), why(['an', 'binh', 'chi'])]).toEqual(['noVotes', 'notEnoughVotes', undefined]);
    expect([why(['an', 'binh'], ['dung']), why(['an', 'binh'], ['dung', 'giang'])]).toEqual(['notEnoughVotes', undefined]);
    expect(whyNotVote({ state: 'held', members }, standing([], ['an']), 'an', 'self')).toBe('ownCause');
  });

  it('[F39] fixes who attends once they have voted, and nobody who was there answers in writing', () => {
    const why = (from: Presence, to: Presence, voted = false) =>
      whyNotAttend('held', { account: 'an', presence: from }, to, [
        { state: 'open', barred: new Set(), votedBefore: new Set(), moved: false, votes: voted ? [{ account: 'an', choice: 'for', way: 'self' }] : [] },
      ]);
    expect([why('present', 'writing'), why('absent', 'writing'), why('expected', 'writing')]).toEqual(['presenceStands', 'presenceStands', undefined]);
    expect([why('present', 'absent'), why('present', 'absent', true)]).toEqual([undefined, 'hasVoted']);
    expect(whyNotAttend('convened', { account: 'an', presence: 'present' }, 'writing', [])).toBeUndefined();
  });

  it('[F39] carries what more than half of those who voted are for', () => {
    const votes = (...choices: readonly Vote['choice'][]) => countVotes(choices.map((choice) => ({ choice })));
    expect([votes('for', 'against'), votes('for', 'for', 'other'), votes('for', 'against', 'other'), votes()].map(isCarried)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });
});

interface Walked {
  state: SessionState;
  members: { account: Person; presence: Presence }[];
  item: { state: AgendaState; votes: Vote[]; votedBefore: ReadonlySet<string>; barred: ReadonlySet<string>; moved: boolean };
}

const act = fc.oneof(
  fc.record({ do: fc.constant('move' as const), move: fc.constantFrom(...SESSION_MOVES) }),
  fc.record({ do: fc.constant('attend' as const), who: fc.constantFrom(...PEOPLE), presence: fc.constantFrom(...PRESENCES) }),
  fc.record({
    do: fc.constant('vote' as const),
    who: fc.constantFrom(...PEOPLE, 'strange'),
    choice: fc.constantFrom(...CHOICES),
    way: fc.constantFrom(...VOTE_WAYS),
  }),
  fc.record({ do: fc.constant('moveItem' as const), move: fc.constantFrom(...AGENDA_MOVES) }),
  fc.record({ do: fc.constant('conclude' as const) }),
  fc.record({ do: fc.constant('valuesMove' as const) }),
);

describe('[F39] random acts by random members', () => {
  it('never leave two votes of one member, nor conclude without quorum, majority and an open session', () => {
    const walk = fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
      const session: Walked = {
        state: 'drafted',
        members: PEOPLE.map((account) => ({ account, presence: 'expected' })),
        item: { state: 'open', votes: [], votedBefore: new Set(), barred: new Set(['giang']), moved: false },
      };
      const moving = () => ({ ...session, startsAt: '2023-03-21T01:00:00Z', chair: 'an', agenda: [session.item] });
      for (const tried of acts) {
        const { item } = session;
        if (tried.do === 'move' && !whyNotMove(moving(), tried.move)) session.state = SESSION_ACTS[tried.move].to ?? session.state;
        if (tried.do === 'attend')
          session.members = session.members.map((member) =>
            member.account === tried.who && !whyNotAttend(session.state, member, tried.presence, [item]) ? { ...member, presence: tried.presence } : member,
          );
        if (tried.do === 'vote' && !whyNotVote(session, item, tried.who, tried.way))
          item.votes = [
            ...item.votes.filter(({ account, way }) => account !== tried.who || (way === 'self' && tried.way === 'ballot')),
            { account: tried.who, choice: tried.choice, way: tried.way },
          ];
        if (tried.do === 'moveItem' && !whyNotMoveItem(session, item, tried.move)) {
          item.state = AGENDA_ACTS[tried.move].to ?? item.state;
          if (beginsVote(tried.move)) {
            item.votedBefore = new Set([...item.votedBefore, ...item.votes.map(({ account }) => account)]);
            item.votes = [];
            item.moved = false;
          }
        }
        if (tried.do === 'valuesMove') item.moved = item.votes.length > 0;
        if (tried.do === 'conclude' && !whyNotConclude(session, item)) {
          expect(item.moved).toBe(false);
          const { cast } = countVotes(item.votes);
          expect(session.state).toBe('held');
          expect(item.votes.filter(({ choice }) => choice === 'for').length * 2).toBeGreaterThan(cast);
          const there = session.members.filter(({ presence }) => presence === 'present' || presence === 'writing');
          expect(there.length * 2).toBeGreaterThan(PEOPLE.length);
          expect(cast * 2).toBeGreaterThan(PEOPLE.length - 1);
          item.state = 'concluded';
        }
        expect(new Set(item.votes.map(({ account }) => account)).size).toBe(item.votes.length);
        expect(item.votes.map(({ account }) => account)).not.toContain('strange');
        expect(item.votes.map(({ account }) => account)).not.toContain('giang');
        // What was voted stays where it was voted, and so does who was there.
        if (session.state === 'drafted' || session.state === 'convened') expect([item.votes, [...item.votedBefore]]).toEqual([[], []]);
        for (const { account, presence } of session.members) if (item.votedBefore.has(account)) expect(presence).toMatch(/present|writing/);
      }
    });
    fc.assert(walk, { numRuns: 3_000 });
    // A way that leads to a conclusion, as random ones seldom do.
    const members = PEOPLE.map((account) => ({ account, presence: 'present' as const }));
    const votes = PEOPLE.slice(0, 3).map((account) => ({ account, choice: 'for' as const, way: 'self' as const }));
    expect(whyNotConclude({ state: 'held', members }, { state: 'closed', votes, votedBefore: new Set(), barred: new Set(), moved: false })).toBeUndefined();
  });
});
