import { searchKey } from '@parindex/core/text/search-key';
import { inLanguage, type Language } from '@parindex/core/words/index';
import { ROLE_NAMES } from '@parindex/core/words/roles';
import { type LinkProps, linkOptions } from '@tanstack/react-router';
import type { PageAct } from '../../kit/acts/page-acts.ts';
import { controlTexts } from '../../kit/words/control-texts.ts';
import { printedHandover } from '../accounts/queries/people.ts';
import type { FoundPage } from './pages.ts';
import type { FoundDocument, FoundItem, SearchResults } from './queries/search.ts';
import { searchTexts } from './texts/search.ts';

/** A search result and its link: into the workspace, or to a separate page. */
export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly more: string;
  readonly to: LinkProps | { readonly page: string } | { readonly act: () => void };
}

export interface ChoiceGroup {
  readonly key: string;
  readonly name: string;
  readonly choices: readonly Choice[];
}

/** Most pages of the workspace that are shown. */
const MOST_PAGES = 8;

type Texts = (typeof searchTexts)[Language];

function bodyChoices({ items, more }: SearchResults['bodies'], wanted: string, texts: Texts): Choice[] {
  const found = items.map(({ id, name, found, exists, closed, became, outside }): Choice => {
    const told = [
      found && found.full !== name.full ? texts.formerName(found.full) : [],
      exists ? [] : texts.ended(closed),
      became.length > 0 ? texts.became(became.map(({ body }) => body.name).join(', ')) : [],
      exists && outside ? texts.outside : [],
    ];
    return { key: `body ${id}`, label: name.full, more: told.flat().join('. '), to: linkOptions({ to: '/lam-viec/co-quan/$body', params: { body: id } }) };
  });
  const all: Choice = { key: 'all bodies', label: texts.allBodies, more: '', to: linkOptions({ to: '/lam-viec/co-quan', search: { search: wanted } }) };
  return more ? [...found, all] : found;
}

/** Bodies that take no part here, each leading to its page among the published results. */
const publishedChoices = ({ items }: SearchResults['published'], texts: Texts, language: Language): Choice[] =>
  items.map(({ id, name, formerly, closed, became }) => ({
    ...{ key: `published ${id}`, label: name, to: { page: `${language === 'vi' ? '' : `/${language}`}/co-quan/${encodeURIComponent(id)}` } },
    more: [
      formerly === null ? [] : texts.formerName(formerly),
      closed === null ? [] : texts.ended(closed),
      became.length > 0 ? texts.became(became.join(', ')) : [],
      texts.onlyPublished,
    ]
      .flat()
      .join('. '),
  }));

const pageChoices = (pages: readonly FoundPage[]): Choice[] =>
  pages.slice(0, MOST_PAGES).map(({ name, of, to }) => ({ key: `page ${name} ${of}`, label: name, more: of, to }));

function peopleChoices({ items, more }: NonNullable<SearchResults['people']>, wanted: string, texts: Texts, language: Language): Choice[] {
  const office = ({ role, body }: (typeof items)[number]['memberships'][number]) =>
    `${ROLE_NAMES[language][role]}, ${body?.name ?? controlTexts[language].wholeInstallation}`;
  const found = items.map(
    ({ id, name, email, memberships }): Choice => ({
      key: `person ${id}`,
      label: name,
      more: [email, ...memberships.slice(0, 1).map(office)].join('; '),
      to: linkOptions({ to: '/lam-viec/nguoi-dung/$person', params: { person: id } }),
    }),
  );
  const all: Choice = { key: 'all people', label: texts.allPeople, more: '', to: linkOptions({ to: '/lam-viec/nguoi-dung', search: { search: wanted } }) };
  return more ? [...found, all] : found;
}

function itemChoice({ code, title, edition, round, ownSheet, listsSheets }: FoundItem, texts: Texts, language: Language): Choice {
  const shown = { key: `item ${edition.id} ${code}`, label: `${code} ${inLanguage(title, language)}` };
  if (round && ownSheet)
    return {
      ...shown,
      more: texts.inOwnSheet(ownSheet.name, round.title),
      to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem/$body', params: { round: round.id, body: ownSheet.id }, search: { item: code } }),
    };
  if (round && listsSheets)
    return {
      ...shown,
      more: texts.inSheets(round.title),
      to: linkOptions({ to: '/lam-viec/ky-danh-gia/$round/bang-diem', params: { round: round.id }, search: { item: code } }),
    };
  return {
    ...shown,
    more: texts.inEdition(inLanguage(edition.title, language) ?? edition.id),
    to: linkOptions({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition: edition.id } }),
  };
}

/** The place in words, with its link. */
function citationOf({ in: place, round, body, item, edition, year, handover }: FoundDocument['cited'][number], texts: Texts, language: Language) {
  const { cited } = texts;
  const [title, name] = [round?.title ?? '', body?.name ?? ''];
  const part = (wanted: string) => linkOptions({ to: '/lam-viec/ky-danh-gia/$round', params: { round: round?.id ?? '' }, search: { part: wanted } });
  switch (place) {
    case 'edition':
      return {
        words: cited.edition(inLanguage(edition?.title ?? undefined, language) ?? edition?.id ?? ''),
        to: linkOptions({ to: '/lam-viec/bo-tieu-chi/$edition', params: { edition: edition?.id ?? '' } }),
      };
    case 'takeover':
      return { words: cited.takeover(title), to: part('takeovers') };
    case 'extension':
      return { words: cited.extension(item, body?.name ?? null, title), to: part('extensions') };
    case 'exclusion':
      return { words: cited.exclusion(item ?? '', name, title), to: part('exclusions') };
    case 'handover':
      return { words: cited.handover(handover?.from ?? '', handover?.to ?? ''), to: { page: printedHandover(handover?.id ?? '') } };
    case 'daysOff':
      return { words: cited.daysOff(String(year)), to: linkOptions({ to: '/lam-viec/ngay-nghi', search: year === null ? {} : { year } }) };
    case 'body':
      return { words: cited.body(name), to: linkOptions({ to: '/lam-viec/co-quan/$body', params: { body: body?.id ?? '' } }) };
  }
}

/** A document links to each place that cites it. */
function documentChoices({ number, date, cited, count }: FoundDocument, texts: Texts, language: Language): Choice[] {
  return cited.map((citation, index): Choice => {
    const { words, to } = citationOf(citation, texts, language);
    const last = index === cited.length - 1 && count > cited.length;
    return {
      key: `document ${number} ${date} ${index}`,
      label: texts.document(number, date),
      more: last ? words + texts.andMore(count - cited.length) : words,
      to,
    };
  });
}

/** Acts as choices; the keys that do them stand beside. */
export const actChoices = (acts: readonly PageAct[]): Choice[] =>
  acts.map(({ key, label, keys = '', more = keys, run }) => ({ key: `act ${key}`, label, more, to: { act: run } }));

/** Code of an item, as it is typed. */
const CODE = /^\d+(\.\d+)*\.?$/;

/** How likely a group is meant: items where a code is typed, what begins as it is typed, then the rest in their order. */
function likelihood({ key, choices }: ChoiceGroup, wanted: string): number {
  if (CODE.test(wanted)) return key === 'items' ? 2 : 0;
  return key === 'acts' && choices.some(({ label }) => searchKey(label).startsWith(searchKey(wanted))) ? 1 : 0;
}

/** Search results as grouped choices, without empty groups, the most likely first. */
export function choicesOf(
  { bodies, published, people, items, documents }: SearchResults,
  pages: readonly FoundPage[],
  acts: readonly PageAct[],
  wanted: string,
  language: Language,
): ChoiceGroup[] {
  const texts = searchTexts[language];
  const { groups } = texts;
  const named = (name: string, more: boolean) => (more ? texts.firstOf(name) : name);
  const all = [
    { key: 'pages', name: named(groups.pages, pages.length > MOST_PAGES), choices: pageChoices(pages) },
    { key: 'acts', name: groups.acts, choices: actChoices(acts) },
    { key: 'bodies', name: groups.bodies, choices: bodyChoices(bodies, wanted, texts) },
    { key: 'published', name: named(groups.published, published.more), choices: publishedChoices(published, texts, language) },
    { key: 'people', name: groups.people, choices: people ? peopleChoices(people, wanted, texts, language) : [] },
    { key: 'items', name: named(groups.items, items.more), choices: items.items.map((item) => itemChoice(item, texts, language)) },
    {
      key: 'documents',
      name: named(groups.documents, documents.more),
      choices: documents.items.flatMap((document) => documentChoices(document, texts, language)),
    },
  ];
  return all.filter(({ choices }) => choices.length > 0).toSorted((a, b) => likelihood(b, wanted) - likelihood(a, wanted));
}
