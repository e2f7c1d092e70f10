import { linkOptions } from '@tanstack/react-router';
import { placeOfPart } from '../../capabilities/sheets/sheet-parts.ts';
import type { Task } from '../../capabilities/work/queries/work.ts';
import { ABOUT_ME, PARTS_TO_REVIEW, partsOfSheet, REQUESTS_OF_EDITION, REQUESTS_OF_ROUND } from '../../kit/page/places.ts';

const SHEET = '/lam-viec/ky-danh-gia/$round/bang-diem/$body';

/** The one place where something that waits is done. */
export function placeOf({ kind, edition, round, body, count, item, thread, question }: Task) {
  const params = { round: round?.id ?? '', body: body?.id ?? '' };
  const load = linkOptions({ to: '/lam-viec/viec-duoc-giao', hash: partsOfSheet(params.round, params.body) });
  const at = (more: { thread?: string; question?: string } = {}) => linkOptions({ to: SHEET, params, search: item === null ? {} : { item, ...more } });
  switch (kind) {
    case 'aboutAccount':
      return linkOptions({ to: '/lam-viec/tai-khoan', hash: ABOUT_ME });
    case 'accountRequest':
      return linkOptions({ to: '/lam-viec/nguoi-dung' });
    case 'erasure':
    case 'copiesWaiting':
    case 'copiesRemoved':
      return linkOptions({ to: '/lam-viec/go-bo-tai-lieu' });
    case 'mail':
      return linkOptions({ to: '/lam-viec/van-hanh' });
    case 'roundRequest':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params, search: { part: 'general' }, hash: REQUESTS_OF_ROUND });
    case 'editionRequest':
      return linkOptions({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition: edition?.id ?? '' }, hash: REQUESTS_OF_EDITION });
    case 'overdue':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tien-do', params, search: { time: 'late' } });
    case 'tooSlow':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tien-do', params, search: { time: 'tooSlow' } });
    case 'notSent':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tien-do', params, search: { state: 'notSent', time: 'near' } });
    case 'notBegun':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tien-do', params, search: { state: 'notBegun', time: 'tooSlow' } });
    case 'councilVote':
    case 'councilSession':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/hoi-dong', params });
    case 'markSecond':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai', params });
    case 'confirmVerdicts':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tham-dinh', params, search: { show: 'toConfirm' } });
    case 'returnedVerdicts':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tham-dinh/$body', params, search: item === null ? {} : { item } });
    case 'appraise':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tham-dinh', params, search: { show: 'left' } });
    case 'enter':
      return load;
    // One alone is shown where it stands; several are gone through in their list.
    case 'decide':
    case 'returned':
      return count === 1 && item !== null ? at() : load;
    case 'freeze':
    case 'send':
      return placeOfPart('send', params);
    case 'answer':
    case 'takeReplies':
    case 'awaitReplies':
    case 'decideReplies':
    case 'returnedReplies':
    case 'writeReplies':
    case 'sendExplanation':
      return placeOfPart('explanation', params);
    case 'improve':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/xep-hang', params, search: { body: params.body } });
    case 'decideAnswers':
      return linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tham-dinh', params, search: { show: 'answers' } });
    case 'mend':
    case 'explain':
    case 'document':
      return placeOfPart('review', params);
    case 'reviewParts':
      return { ...placeOfPart('assign', params), hash: PARTS_TO_REVIEW };
    case 'partsLate':
      return placeOfPart('assign', params);
    case 'score':
    case 'unscored':
    case 'reopened':
      return at();
    case 'question':
      return at(question === null ? {} : { question });
    case 'mention':
      return at(thread === null ? {} : { thread });
  }
}
