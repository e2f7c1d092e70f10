import { useQuery } from '@tanstack/react-query';
import { type Rights, useRights } from '../../client/rights.ts';
import { useNow } from '../../kit/words/now.ts';
import { type Round, roundQuery } from './queries/rounds.ts';

/** How somebody stands to a round, as far as its pages hang on it. */
export interface StandingInRound {
  /** No draft any more. */
  readonly running: boolean;
  readonly owns: boolean;
  readonly oversees: boolean;
  /** For a body that scores itself in it. */
  readonly takesPart: boolean;
  readonly readsDeliveries: boolean;
  readonly readsSurvey: boolean;
  readonly leadsSurvey: boolean;
  readonly readsCouncil: boolean;
  /** Gives the appraisal of a body to its people. */
  readonly distributes: boolean;
  /** Decides on sheets, or runs the round: interests are declared. */
  readonly declaresInterests: boolean;
  /** Reads how well items are appraised. */
  readonly readsQuality: boolean;
  /** May be given items to mark a second time. */
  readonly marksSecond: boolean;
}

/** The pages of a round besides its own, in the order of the tabs: how the texts of the tabs name each, where it is, and for whom; and from which of them it is reached, where that is open to them. */
const PAGES = [
  { name: 'board', to: '/lam-viec/ky-danh-gia/$round/tien-do', shown: ({ oversees, takesPart }: StandingInRound) => oversees || takesPart },
  { name: 'ranking', to: '/lam-viec/ky-danh-gia/$round/xep-hang', shown: ({ oversees, takesPart }: StandingInRound) => oversees || takesPart },
  { name: 'appraisal', to: '/lam-viec/ky-danh-gia/$round/tham-dinh', shown: ({ oversees }: StandingInRound) => oversees },
  { name: 'council', to: '/lam-viec/ky-danh-gia/$round/hoi-dong', shown: ({ readsCouncil }: StandingInRound) => readsCouncil },
  {
    name: 'distribution',
    to: '/lam-viec/ky-danh-gia/$round/tham-dinh/phan-cong',
    under: 'appraisal',
    shown: ({ distributes }: StandingInRound) => distributes,
  },
  {
    name: 'interests',
    to: '/lam-viec/ky-danh-gia/$round/tham-dinh/xung-dot-loi-ich',
    under: 'appraisal',
    shown: ({ declaresInterests }: StandingInRound) => declaresInterests,
  },
  {
    name: 'quality',
    to: '/lam-viec/ky-danh-gia/$round/tham-dinh/chat-luong',
    under: 'appraisal',
    shown: ({ readsQuality }: StandingInRound) => readsQuality,
  },
  {
    name: 'secondMarks',
    to: '/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai',
    under: 'appraisal',
    shown: ({ marksSecond }: StandingInRound) => marksSecond,
  },
  { name: 'sheets', to: '/lam-viec/ky-danh-gia/$round/bang-diem', shown: ({ oversees }: StandingInRound) => oversees },
  { name: 'evidence', to: '/lam-viec/ky-danh-gia/$round/tai-lieu', shown: ({ oversees }: StandingInRound) => oversees },
  { name: 'deliveries', to: '/lam-viec/ky-danh-gia/$round/so-lieu', shown: ({ readsDeliveries }: StandingInRound) => readsDeliveries },
  { name: 'survey', to: '/lam-viec/ky-danh-gia/$round/dieu-tra', shown: ({ readsSurvey }: StandingInRound) => readsSurvey },
  {
    name: 'sample',
    to: '/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau',
    under: 'survey',
    shown: ({ readsSurvey }: StandingInRound) => readsSurvey,
  },
  {
    name: 'formReviews',
    to: '/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong',
    under: 'survey',
    shown: ({ readsSurvey, owns }: StandingInRound) => readsSurvey && owns,
  },
  {
    name: 'paper',
    to: '/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay',
    under: 'survey',
    shown: ({ leadsSurvey }: StandingInRound) => leadsSurvey,
  },
] as const;

/** Those that somebody may open: whoever is offered a page is not refused there. */
export const pagesOfRound = (standing: StandingInRound) => (standing.running ? PAGES.filter(({ shown }) => shown(standing)) : []);

/** Of these, those that are tabs: what is reached from another of them is not. */
export function tabsOfRound(standing: StandingInRound) {
  const pages = pagesOfRound(standing);
  return pages.filter((page) => !('under' in page) || !pages.some(({ name }) => name === page.under));
}

const standingIn = ({ may }: Rights, { state, ownerBody, domainOwners, steps, participants, estimateReaders }: Round, moment: Date): StandingInRound => ({
  running: state !== 'draft',
  owns: may('round.write', { roundOwner: ownerBody.id }),
  oversees: may('sheet.list', { roundOwner: ownerBody.id, domainOwners: domainOwners.map(({ body }) => body), calendar: { steps, moment } }),
  distributes: may('appraisal.distribute', { roundOwner: ownerBody.id, domainOwners: domainOwners.map(({ body }) => body) }),
  declaresInterests: may('interest.declare', { roundOwner: ownerBody.id, domainOwners: domainOwners.map(({ body }) => body) }),
  readsQuality: may('quality.read', { roundOwner: ownerBody.id }),
  marksSecond: may('quality.mark', { domainOwners: domainOwners.map(({ body }) => body), calendar: { steps, moment } }),
  takesPart: participants.some(({ body }) => may('sheet.declare', { body })),
  readsDeliveries: may('delivery.read', { roundOwner: ownerBody.id, estimateReaders }),
  readsSurvey:
    steps.some(({ step }) => step === 'survey') && may('survey.read', { roundOwner: ownerBody.id, participants: participants.map(({ body }) => body) }),
  leadsSurvey: steps.some(({ step }) => step === 'survey') && may('survey.lead', { roundOwner: ownerBody.id }),
  readsCouncil: may('council.read', { roundOwner: ownerBody.id }),
});

/** How the user stands to a round; undefined until it is read. */
export function useStandingInRound(id: string): StandingInRound | undefined {
  const rights = useRights();
  const now = useNow();
  const round = useQuery(roundQuery(id)).data;
  return round && standingIn(rights, round, now);
}
