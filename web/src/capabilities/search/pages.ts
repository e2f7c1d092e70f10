import { searchKey } from '@parindex/core/text/search-key';
import { briefTexts } from '@parindex/core/words/brief-words';
import type { Language } from '@parindex/core/words/index';
import { type LinkProps, linkOptions } from '@tanstack/react-router';
import type { Rights } from '../../client/rights.ts';
import { menuOf } from '../../kit/menu.ts';
import { shellTexts } from '../../kit/shell-texts.ts';
import { guidesTexts } from '../help/texts/guides.ts';
import { batchTexts } from '../imports/texts/batches.ts';
import { boardTexts } from '../progress/texts/board.ts';
import { rankingTexts } from '../ranking/texts/ranking.ts';
import { reminderTexts } from '../reminders/texts/reminders.ts';
import { PAGE_PARTS } from '../rounds/parts.ts';
import type { RoundRow } from '../rounds/queries/rounds.ts';
import { roundTexts } from '../rounds/texts/rounds.ts';
import { partTexts } from '../sheets/texts/parts.ts';
import { sheetTexts } from '../sheets/texts/sheet.ts';
import { sheetsTexts } from '../sheets/texts/sheets.ts';
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
  return [
    ...menuOf(rights, parts > 0).map(({ name, to }) => ({ name: texts[name], of: '', to: { to } })),
    { name: reminderTexts[language].title, of: '', to: { to: '/lam-viec/nhac-viec' } },
    { name: guidesTexts[language].title, of: '', to: { to: '/lam-viec/huong-dan' } },
    { name: texts.account, of: '', to: { to: '/lam-viec/tai-khoan' } },
    { name: texts.results, of: '', to: { page: language === 'vi' ? '/' : '/en' } },
  ];
}

/** The sheet of an office's own body, with its views and its library. */
function pagesOfSheet({ round, office, sheet }: Work, language: Language): FoundPage[] {
  if (sheet === null) return [];
  const texts = sheetTexts[language];
  const params = { round: round.id, body: office.id };
  const view = (name: string, view: 'list' | 'review' | 'brief' | 'assign' | 'send'): FoundPage => ({
    ...{ name, of: `${office.name}, ${round.title}` },
    to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body', params, search: { view } }),
  });
  return [
    { name: texts.title(office.name), of: round.title, to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body', params }) },
    {
      ...{ name: texts.toDocuments, also: searchTexts[language].libraryToo, of: `${office.name}, ${round.title}` },
      to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu', params }),
    },
    view(texts.review, 'review'),
    view(briefTexts[language].open, 'brief'),
    view(partTexts[language].open, 'assign'),
    view(texts.toSend, 'send'),
  ];
}

function pagesOfRound({ id, title, state, ownerBody }: RoundRow, { rights, works }: PageAccess, language: Language): FoundPage[] {
  const params = { round: id };
  const texts = roundTexts[language];
  const all: FoundPage = { name: title, of: '', to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params }) };
  if (state !== 'open') return [all];
  const owns = rights.may('round.write', { roundOwner: ownerBody.id });
  const page = (name: string, to: LinkProps, allowed: boolean): FoundPage[] => (allowed ? [{ name, of: title, to }] : []);
  const overlooks = rights.mayAnywhere('sheet.list');
  return [
    all,
    ...page(
      boardTexts[language].title,
      linkOptions({ to: '/lam-viec/ky-danh-gia/$round/tien-do', params }),
      overlooks || works.some(({ round, sheet }) => round.id === id && sheet !== null),
    ),
    ...page(
      rankingTexts[language].title,
      linkOptions({ to: '/lam-viec/ky-danh-gia/$round/xep-hang', params }),
      overlooks || works.some(({ round, sheet }) => round.id === id && sheet !== null),
    ),
    ...page(sheetsTexts[language].title, linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem', params }), overlooks),
    ...page(batchTexts[language].title, linkOptions({ to: '/lam-viec/ky-danh-gia/$round/so-lieu', params }), owns),
    ...PAGE_PARTS.flatMap((part) => page(texts.parts[part], linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params, search: { part } }), true)),
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
    ...access.rounds.toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open')).flatMap((round) => pagesOfRound(round, access, language)),
    ...pagesOfMenu(access, language),
  ].map((page) => ({ page, name: searchKey(`${page.name} ${page.also ?? ''}`), of: searchKey(page.of) }));
  return all
    .filter(({ name, of }) => fits(words, name, of))
    .toSorted((a, b) => Number(b.name.startsWith(key)) - Number(a.name.startsWith(key)))
    .map(({ page }) => page);
}
