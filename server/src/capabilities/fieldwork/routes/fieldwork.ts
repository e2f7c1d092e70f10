import { at, Faults, ROOT } from '@parindex/core';
import * as contracts from '@parindex/core/contracts/fieldwork';
import { may } from '@parindex/core/rights/index';
import { type AddressFault, householdKey, type ListedAddress, readAddresses as readAddressList } from '@parindex/core/survey/fieldwork/read-addresses';
import type { InBoth } from '@parindex/core/words/texts';
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../../context.ts';
import type { Reading } from '../../../db/transaction.ts';
import { Limiter } from '../../../file-inspection/limiter.ts';
import { Problem } from '../../../http/problems.ts';
import { defineRoute } from '../../../http/route.ts';
import { findKnownRound, findRoundSubject } from '../../rounds/found.ts';
import { readSetApart } from '../../survey/queries/set-apart.ts';
import { findSurvey, readBodies } from '../../survey/queries/surveys.ts';
import { type ReadList, readListFile } from '../../survey/read-list.ts';
import { refuseUnknown, requireOpenSurvey } from '../../survey/refuse.ts';
import { readSurveyGroups } from '../../survey/survey-groups.ts';
import { assignCluster, bringAddresses, decideInterviews, declareFieldRule } from '../acts/lead-fieldwork.ts';
import { presentRead, presentWork } from '../present-fieldwork.ts';
import { type FieldRuleRow, findInterviewers, holdAddresses, readAddresses, readFieldRules, readHouseholds } from '../queries/addresses.ts';
import { requireRule } from '../require-rule.ts';

const RULE_STANDS: InBoth = {
  vi: 'Quy định phỏng vấn của nhóm này đã được ghi và không thay đổi nữa.',
  en: 'The rule of this group was declared, and does not change any more.',
};
const NOT_A_TABLE: InBoth = { vi: 'Tệp gửi lên phải là XLSX hoặc CSV.', en: 'The file is sent as XLSX or CSV.' };
const NOBODY: InBoth = { vi: 'Không có phiếu nào đang chờ quyết định.', en: 'No form waits for a decision.' };
const NO_PLACE: InBoth = {
  vi: 'Hạn mức số phiếu đã đủ nên chưa nhận tính thêm được; nâng hạn mức trước, hoặc quyết định không tính.',
  en: 'The quota is full, so that none can be taken: raise it first, or leave them out.',
};
const NOTHING_LEFT: InBoth = {
  vi: 'Thôn, tổ dân phố này không còn địa chỉ nào để giao cho người khác.',
  en: 'Nothing of this village is left to be given to somebody else.',
};

/** Addresses, who visits them and how it goes, for whoever leads the survey of a round. */
export function serveFieldwork(app: FastifyInstance, context: Context): void {
  const limiter = new Limiter(2, 10);

  defineRoute(app, context, contracts.readFieldwork, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, language }) => {
      const [rules, groups, bodies] = [
        await readFieldRules(db, round.id),
        await readSurveyGroups(db, (await findSurvey(db, round.id))?.edition ?? null),
        await readBodies(db, round.id, null),
      ];
      const order = bodies.map(({ id }) => id);
      const rows = await readAddresses(db, { round: round.id });
      const work = [...Map.groupBy(rows, ({ body, group }) => JSON.stringify([body, group])).values()]
        .toSorted(([a], [b]) => order.indexOf(a?.body ?? '') - order.indexOf(b?.body ?? ''))
        .flatMap((of) => presentWork(of, rules.get(of[0]?.group ?? '') as FieldRuleRow));
      return {
        body: {
          groups: groups.map(({ id, title }) => ({ group: { id, title: title[language] }, rule: presentRule(rules.get(id)) })),
          ...{ bodies, work, setApart: await readSetApart(db, round.id) },
        },
      };
    },
  });

  defineRoute(app, context, contracts.declareFieldRule, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: { group, ...rule } }) => {
      await holdAddresses(acting.db, round.id);
      const survey = await requireOpenSurvey(acting.db, round.id, round.state);
      refuseUnknown({ group }, [], await readSurveyGroups(acting.db, survey.edition));
      const there = (await readFieldRules(acting.db, round.id)).get(group);
      if (there) {
        if (there.mostVisits !== rule.mostVisits || there.replaced.join() !== rule.replaced.join()) throw new Problem('alreadyThere', { detail: RULE_STANDS });
        return { status: 204, effect: 'unchanged' };
      }
      await declareFieldRule(acting, round.id, group, rule);
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.bringAddresses, {
    // No process is started for somebody without the right.
    prepare: async ({ params, bytes, receivedAt, asCaller }): Promise<ReadList | undefined> => {
      const allowed = await asCaller(async (db, { memberships }) => {
        const found = await findRoundSubject({ db, params, receivedAt });
        return found !== undefined && may(memberships, 'fieldwork.lead', found.of);
      });
      if (!allowed) return undefined;
      const list = await limiter.take(() => readListFile(bytes));
      if (!list) throw new Problem('notReady');
      return list;
    },
    find: findKnownRound,
    handle: async ({ acting, found: { round }, query: { body, group, preview }, prepared: list, language }) => {
      const place = { round: round.id, body, group };
      await requireRule(acting.db, round, { body, group });
      if (!list) throw new Problem('wrongMediaType', { detail: NOT_A_TABLE });
      if ('refused' in list) throw new Problem('unreadable', { detail: list.refused });
      const read = readAddressList(list.rows);
      const { listed, faults } = await knownOf(acting.db, place, read.addresses, read.faults);
      const told = presentRead(read.addresses, faults, language);
      if (preview === 'true') return { status: 200, effect: 'unchanged', body: told };
      if (faults.length > 0) throw faultyList(told);
      await bringAddresses(acting, place, listed);
      return { status: 201, body: told };
    },
  });

  defineRoute(app, context, contracts.listClusters, {
    find: findKnownRound,
    handle: async ({ db, found: { round }, query: { body, group } }) => {
      const rows = await readAddresses(db, { round: round.id, body, group });
      return {
        body: {
          items: [...Map.groupBy(rows, ({ cluster, interviewer }) => JSON.stringify([cluster, interviewer.id])).values()].map((of) => {
            const { cluster, clusterName: name, interviewer } = of[0] as (typeof rows)[number];
            return { cluster, name, interviewer, addresses: of.length, interviewed: of.filter(({ interviewed }) => interviewed).length };
          }),
        },
      };
    },
  });

  defineRoute(app, context, contracts.assignCluster, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: { body, group, cluster, interviewer } }) => {
      await requireRule(acting.db, round, { body, group });
      const found = (await findInterviewers(acting.db, round.id, body, [interviewer])).get(interviewer);
      const faults = new Faults();
      if (!found || found.own) faults.add('unknownId', at(ROOT, 'interviewer'), { found: interviewer });
      const given = await readAddresses(acting.db, { round: round.id, body, group });
      const own = given.filter((address) => address.cluster === cluster);
      if (own.length === 0) faults.add('unknownId', at(ROOT, 'cluster'), { found: cluster });
      if (!faults.none || !found) throw new Problem('faulty', { faults });
      if (own.every(({ interviewer: by }) => by.id === found.id)) return { status: 204, effect: 'unchanged' };
      const count = await assignCluster(acting, { round: round.id, body, group }, cluster, found.id);
      if (count === 0) throw new Problem('notNow', { detail: NOTHING_LEFT });
      return { status: 204 };
    },
  });

  defineRoute(app, context, contracts.decideSetApart, {
    find: findKnownRound,
    handle: async ({ acting, found: { round }, body: { body, group, because, take, reason } }) => {
      await requireOpenSurvey(acting.db, round.id, round.state);
      const decided = await decideInterviews(acting, { round: round.id, body, group }, because, take, reason);
      if (decided.taken + decided.leftOut === 0) throw new Problem('notNow', { detail: decided.waiting > 0 ? NO_PLACE : NOBODY });
      return { body: decided };
    },
  });
}

const presentRule = (rule: FieldRuleRow | undefined) =>
  rule ? { mostVisits: rule.mostVisits, replaced: [...rule.replaced], declaredBy: rule.declaredBy, declaredAt: rule.declaredAt.toISOString() } : null;

/** What the list itself cannot tell: whether its interviewers are known and independent of the body, and its households new. Villages listed before go on where they ended. */
async function knownOf(
  db: Reading,
  { round, body, group }: { readonly round: string; readonly body: string; readonly group: string },
  addresses: readonly ListedAddress[],
  readFaults: readonly AddressFault[],
): Promise<{ readonly listed: (ListedAddress & { account: string })[]; readonly faults: AddressFault[] }> {
  const [interviewers, households] = [
    await findInterviewers(db, round, body, [...new Set(addresses.map(({ interviewer }) => interviewer))]),
    await readHouseholds(db, round, body, group),
  ];
  const known = new Set(households.map(householdKey));
  const givenTo = new Map(households.map(({ cluster, interviewer: of }) => [cluster, of]));
  const before = (cluster: string, reserve: boolean) => households.filter((each) => each.cluster === cluster && each.reserve === reserve).length;
  const faults = [...readFaults];
  const listed = addresses.map((address) => {
    const { line, interviewer } = address;
    const found = interviewers.get(interviewer);
    if (!found) faults.push({ line, column: 'interviewer', code: 'unknownInterviewer', details: { found: interviewer } });
    else if (found.own) faults.push({ line, column: 'interviewer', code: 'interviewerOfBody', details: { found: interviewer } });
    else if ((givenTo.get(address.cluster) ?? found.id) !== found.id)
      faults.push({ line, column: 'interviewer', code: 'clusterGiven', details: { found: interviewer } });
    if (known.has(householdKey(address))) faults.push({ line, column: 'household', code: 'householdKnown', details: {} });
    return { ...address, place: address.place + before(address.cluster, address.reserve), account: found?.id ?? '' };
  });
  return { listed, faults };
}

/** The refusal of a list with faults: nothing of it is kept, and all are told at once. */
function faultyList({ faults, faultCount }: ReturnType<typeof presentRead>): Problem {
  const told = faults.map(({ line, ...fault }) => ({ ...fault, path: '', ...(line === null ? {} : { line }) }));
  return new Problem('faulty', { more: { ...(faultCount > faults.length ? { faultCount } : {}), faults: told } });
}
