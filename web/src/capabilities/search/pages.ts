import { searchKey } from '@parindex/core/text/search-key';
import type { Language } from '@parindex/core/words/index';
import { type LinkProps, linkOptions } from '@tanstack/react-router';
import type { Rights } from '../../client/rights.ts';
import { menuOf } from '../../kit/page/menu.ts';
import { shellTexts } from '../../kit/words/shell-texts.ts';
import { guidesTexts } from '../help/texts/guides.ts';
import { reminderTexts } from '../reminders/texts/reminders.ts';
import { pagesOfRound, type StandingInRound } from '../rounds/pages-of-round.ts';
import { PAGE_PARTS } from '../rounds/parts.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { roundTabTexts } from '../rounds/texts/round-tabs.ts';
import { roundTexts } from '../rounds/texts/rounds.ts';
import { placeOfPart, SHEET_PARTS } from '../sheets/sheet-parts.ts';
import { sheetTexts } from '../sheets/texts/sheet.ts';
import { frameTexts } from '../sheets/texts/sheet-frame.ts';
import type { Work } from '../work/queries/work.ts';
import { searchTexts } from './texts/search.ts';

/** A page of the workspace, as it can be found by its name. */
export interface FoundPage {
  readonly name: string;
  /** The round that it is of. */
  readonly of: string;
  /** What people call it besides. */
  readonly also?: string;
  readonly to: LinkProps | { readonly page: string };
}

/** What the pages that somebody may open depend on. */
export interface PageAccess {
  readonly rights: Rights;
  readonly works: readonly Work[];
  /** How much was given to departments of theirs. */
  readonly parts: number;
  readonly rounds: readonly RoundRow[];
}

function pagesOfMenu({ rights, parts }: PageAccess, language: Language): FoundPage[] {
  const texts = shellTexts[language];
  const { also } = searchTexts[language];
  return [
    ...menuOf(rights, parts > 0).map(({ name, to }) => ({ name: texts[name], ...(name === 'editions' && { also: also.editions }), of: '', to: { to } })),
    { name: reminderTexts[language].title, of: '', to: { to: '/lam-viec/nhac-viec' } },
    { name: guidesTexts[language].title, of: '', to: { to: '/lam-viec/huong-dan' } },
    { name: texts.account, of: '', to: { to: '/lam-viec/tai-khoan' } },
    { name: texts.results, of: '', to: { page: language === 'vi' ? '/' : '/en' } },
  ];
}

/** The sheet of an office's own body, with its parts: whoever has one declares in it. */
function pagesOfSheet({ round, office, sheet, steps }: Work, language: Language): FoundPage[] {
  if (sheet === null) return [];
  const texts = frameTexts[language];
  const params = { round: round.id, body: office.id };
  const explains = steps.some(({ step }) => step === 'explanation');
  return SHEET_PARTS.filter(({ shown }) => shown({ enters: 'declare', explains })).map(({ part }) => ({
    ...(part === 'items'
      ? { name: sheetTexts[language].title(office.name), of: round.title }
      : { name: texts[part], also: texts.also[part], of: `${office.name}, ${round.title}` }),
    to: placeOfPart(part, params),
  }));
}

/** What is known of a round in the list of all, and of one's work in it: who oversees it has numbers of its bodies. */
function standingByWork({ id, ownerBody, state }: RoundRow, { rights: { may }, works }: PageAccess): StandingInRound {
  const roundOwner = ownerBody.id;
  const work = works.filter(({ round }) => round.id === id);
  const domainOwners = work.flatMap(({ role, office }) => (role === 'appraiser' ? [office.id] : []));
  return {
    running: state !== 'draft',
    owns: may('round.write', { roundOwner }),
    oversees: may('sheet.list', { roundOwner, domainOwners: [], calendar: { steps: [], moment: new Date() } }) || work.some(({ bodies }) => bodies !== null),
    takesPart: work.some(({ sheet }) => sheet !== null),
    readsSurvey: may('survey.read', { roundOwner, participants: work.flatMap(({ sheet, office }) => (sheet === null ? [] : [office.id])) }),
    leadsSurvey: may('survey.lead', { roundOwner }),
    readsDeliveries: may('delivery.read', { roundOwner, estimateReaders: [] }),
    readsCouncil: may('council.read', { roundOwner }),
    distributes: may('appraisal.distribute', { roundOwner, domainOwners }),
    declaresInterests: may('interest.declare', { roundOwner, domainOwners }),
    readsQuality: may('quality.read', { roundOwner }),
    marksSecond: work.some(({ role, bodies }) => role === 'appraiser' && bodies !== null),
  };
}

function pagesOf(round: RoundRow, access: PageAccess, language: Language): FoundPage[] {
  const params = { round: round.id };
  const { title } = round;
  const [texts, { parts }, { also }] = [roundTabTexts[language], roundTexts[language], searchTexts[language]];
  const all: FoundPage = { name: title, of: '', to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params }) };
  if (round.state !== 'open') return [all];
  return [
    all,
    ...pagesOfRound(standingByWork(round, access)).map(({ name, to }) => ({ name: texts[name], also: also[name], of: title, to: linkOptions({ to, params }) })),
    ...PAGE_PARTS.map((part) => ({ name: parts[part], of: title, to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params, search: { part } }) })),
  ];
}

/** Whether typed words are of a page's name, in any order; or begin with a piece of it and go on with words of its round. */
function fits(words: readonly string[], name: string, of: string): boolean {
  const within = (text: string) => (word: string) => ` ${text}`.includes(` ${word}`);
  return words.every(within(name)) || words.some((_, at) => at > 0 && within(name)(words.slice(0, at).join(' ')) && words.slice(at).every(within(of)));
}

/** Pages by their names as somebody types them; the names that begin so first. */
export function findPages(access: PageAccess, wanted: string, language: Language): FoundPage[] {
  const key = searchKey(wanted);
  if (key === '') return [];
  const words = key.split(' ');
  const all = [
    ...access.works.flatMap((work) => pagesOfSheet(work, language)),
    ...access.rounds.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open')).flatMap((round) => pagesOf(round, access, language)),
    ...pagesOfMenu(access, language),
  ].map((page) => ({ page, name: searchKey(`${page.name} ${page.also ?? ''}`), of: searchKey(page.of) }));
  return all
    .filter(({ name, of }) => fits(words, name, of))
    .toSorted((a, b) => Number(b.name.startsWith(key)) - Number(a.name.startsWith(key)))
    .map(({ page }) => page);
}
