import { type AnswerFault, type Answers, answerOf, askedQuestions, type Page, type Questionnaire, questionsOf } from '@parindex/core/survey/index';
import { inLanguage, type Language } from '@parindex/core/words/index';
import { deadlineText } from '@parindex/core/words/step-times';
import type { FoundForm } from '../queries/forms.ts';
import { shownCode } from './codes.ts';
import { html, type Markup } from './html.ts';
import { faultText, questionFields } from './question-fields.ts';
import { SAYS } from './texts.ts';

/** The page after the last part. */
export const REVIEW = 'gui';

/** What every page says at its head. */
export type Band = 'sandbox' | 'pilot';

export interface FormAddress {
  readonly token: string;
  readonly language: Language;
  readonly bands: readonly Band[];
}

const languageQuery = (language: Language): string => (language === 'en' ? 'lang=en' : '');

/** The address of a part of a form: its number from 1, the review, or the door. */
export const formAddress = ({ token, language }: Pick<FormAddress, 'token' | 'language'>, part?: number | typeof REVIEW): string => {
  const query = [part === undefined ? '' : `phan=${part}`, languageQuery(language)].filter((each) => each !== '').join('&');
  return `/phieu/${token}${query === '' ? '' : `?${query}`}`;
};

interface Shell {
  readonly title: string;
  readonly language: Language;
  readonly bands: readonly Band[];
  /** Where the same is read in the other language. */
  readonly other?: string;
  readonly reconstruction?: boolean;
}

/** A whole page: what every page of a form says stands here. */
export function page({ title, language, bands, other, reconstruction = false }: Shell, content: Markup): string {
  const says = SAYS[language];
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${title}</title><link rel="stylesheet" href="/phieu/kieu.css"></head>
<body><header><p>${says.survey}</p>${other === undefined ? undefined : html`<a href="${other}" lang="${language === 'vi' ? 'en' : 'vi'}">${says.otherLanguage}</a>`}</header>
<main>${bands.map((band) => html`<p class="banner">${says.bands[band]}</p>`)}${reconstruction ? html`<p class="banner">${says.reconstruction}</p>` : undefined}${content}</main>
<footer><p>${says.notSeen}</p></footer></body></html>
`.text;
}

const otherLanguage = (address: FormAddress, part?: number | typeof REVIEW): string =>
  formAddress({ ...address, language: address.language === 'vi' ? 'en' : 'vi' }, part);

const shellOf = (found: FoundForm, address: FormAddress, part?: number | typeof REVIEW): Shell => ({
  title: inLanguage(found.form.title, address.language) ?? '',
  language: address.language,
  bands: address.bands,
  other: otherLanguage(address, part),
  reconstruction: found.form.status !== 'official',
});

/** An act of a form: it is begun, gone on with by its code, sent. */
const actAddress = ({ token, language }: FormAddress, act: 'bat-dau' | 'tiep' | 'gui'): string =>
  `/phieu/${token}/${act}${language === 'en' ? `?${languageQuery(language)}` : ''}`;

/** The door of a form: who asks what for, for how long contact data are kept, and consent; of one that was begun elsewhere, its code is asked for. */
export function doorPage(found: FoundForm, address: FormAddress, wrongCode = false): string {
  const says = SAYS[address.language];
  const { form } = found;
  const text = (title: Parameters<typeof inLanguage>[0]) => inLanguage(title, address.language);
  const agrees = text(form.consent.agrees);
  const begin = html`<form method="post" action="${actAddress(address, 'bat-dau')}"><p class="acts"><button>${agrees === undefined ? says.begin : says.agree}</button></p></form>`;
  const pilot = address.bands.includes('pilot');
  const elsewhere = pilot ? html`${begin}<h2>${says.triedElsewhere}</h2>${codeForm(address, wrongCode)}` : begin;
  const goOn = html`<p><a class="act" href="${formAddress(address, firstOpenPart(form, found.answers))}">${says.goOn}</a></p>`;
  return page(
    shellOf(found, address),
    html`<h1>${text(form.title)}</h1><p><strong>${found.bodyName === null ? says.aboutNobody : says.about(found.bodyName)}</strong></p>${found.closes === null ? undefined : html`<p>${says.until(deadlineText(found.closes, address.language))}</p>`}
${form.introduction ? html`<p>${text(form.introduction)}</p>` : undefined}<p><strong>${says.notSeen}</strong></p><h2>${says.purpose}</h2><p>${text(form.consent.purpose)}</p><p>${pilot ? says.keptOfPilot : says.kept(form.consent.keptDays)}</p>
<p>${says.parts(form.pages.length, questionsOf(form).length)}</p>${agrees === undefined ? undefined : html`<p>${agrees}</p>`}${found.resumed ? goOn : found.begun ? begunElsewhere(address, wrongCode) : elsewhere}`,
  );
}

/** Where the code of a draft is typed. */
function codeForm(address: FormAddress, wrongCode: boolean): Markup {
  const says = SAYS[address.language];
  return html`<form method="post" action="${actAddress(address, 'tiep')}"><div class="question${wrongCode ? ' wrong' : ''}"><label for="ma">${says.code}</label><p class="note">${says.codeFrom}</p>${wrongCode ? html`<p class="fault" role="alert">${says.wrongCode}</p>` : undefined}<p><input id="ma" name="ma" autocomplete="off" autocapitalize="characters" maxlength="20" required></p></div><p class="acts"><button>${says.goOn}</button></p></form>`;
}

/** A draft that this device has no code of. */
function begunElsewhere(address: FormAddress, wrongCode: boolean): Markup {
  const says = SAYS[address.language];
  return html`<h2>${says.begunElsewhere}</h2>${codeForm(address, wrongCode)}
<form method="post" action="${actAddress(address, 'bat-dau')}"><input type="hidden" name="lai" value="1"><p>${says.anewLoses}</p><p class="acts"><button class="second">${says.anew}</button></p></form>`;
}

/** The first part in which something that must be answered is not; the review where there is none. */
export function firstOpenPart(form: Questionnaire, answers: Answers): number | typeof REVIEW {
  const asked = new Set(askedQuestions(form, answers).flatMap(({ id, required }) => (required && answerOf(answers, id) === undefined ? [id] : [])));
  const index = form.pages.findIndex(({ questions }) => questions.some(({ id }) => asked.has(id)));
  return index < 0 ? REVIEW : index + 1;
}

interface ShownPart {
  readonly part: number;
  /** The part as this form shows it. */
  readonly page: Page;
  readonly answers: Answers;
  readonly faults: readonly AnswerFault[];
  readonly typed: Readonly<Record<string, string>>;
  /** Of the draft. */
  readonly code: string;
}

/** One part of a form, with what is kept of it. Questions that hang on earlier ones of the same part are shown with a note, as no script hides them. */
export function partPage(found: FoundForm, address: FormAddress, { part, page: shown, answers, faults, typed, code }: ShownPart): string {
  const says = SAYS[address.language];
  const { form } = found;
  const numbers = new Map(questionsOf(form).map(({ id }, index) => [id, index + 1]));
  const asked = new Set(askedQuestions(form, answers).map(({ id }) => id));
  const here = new Set(shown.questions.map(({ id }) => id));
  const questions = shown.questions.filter(({ id, when }) => asked.has(id) || when.some(({ question }) => here.has(question)));
  const introduction = inLanguage(shown.introduction, address.language);
  return page(
    shellOf(found, address, part),
    html`<p class="where">${says.part(part, form.pages.length)}</p><progress max="${form.pages.length}" value="${part}" aria-label="${says.part(part, form.pages.length)}"></progress><h1>${inLanguage(shown.title, address.language)}</h1>${introduction === undefined ? undefined : html`<p>${introduction}</p>`}
${faults.length > 0 ? html`<p class="fault" role="alert">${says.mended(faults.length)}</p>` : undefined}<form method="post" action="${formAddress(address, part)}">
${questions.map((question) =>
  questionFields(
    {
      question,
      answer: answerOf(answers, question.id),
      typed: typed[question.id],
      faults: faults.filter((fault) => fault.question === question.id),
      number: numbers.get(question.id) ?? 0,
    },
    address.language,
  ),
)}
<p class="acts"><button name="den" value="sau">${part < form.pages.length ? says.next : says.toReview}</button>${part > 1 ? html` <button name="den" value="truoc" class="second">${says.back}</button>` : undefined}</p></form>
<p class="note">${says.resumeWith(shownCode(code))}</p>`,
  );
}

/** What is missing, each with the way there; or the button that sends. */
export function reviewPage(found: FoundForm, address: FormAddress, faults: readonly AnswerFault[], submission: string): string {
  const says = SAYS[address.language];
  const { form } = found;
  const partOf = (question: string) => form.pages.findIndex(({ questions }) => questions.some(({ id }) => id === question)) + 1;
  const questions = questionsOf(form);
  const titleOf = ({ question, row }: AnswerFault) => {
    const number = questions.findIndex(({ id }) => id === question);
    const asked = questions[number];
    const line = asked?.kind === 'matrix' ? asked.rows.find(({ id }) => id === row) : undefined;
    return html`<strong>${says.question(number + 1)}.</strong> ${[asked?.title, line?.title].flatMap((title) => inLanguage(title, address.language) ?? []).join(' – ')}`;
  };
  // That something is not answered the heading says; all else is said of each.
  const why = (fault: AnswerFault) => (fault.code === 'missing' ? undefined : html` ${faultText(fault, address.language)}`);
  const missing = html`<p role="alert">${says.stillMissing(faults.length)}</p><ul>${faults.map(
    (fault) =>
      html`<li>${titleOf(fault)}${why(fault)} <a href="${formAddress(address, partOf(fault.question))}#c-${fault.question}">${says.toPart(says.part(partOf(fault.question), form.pages.length))}</a></li>`,
  )}</ul>`;
  const send = html`<p>${says.complete}</p><p>${says.afterSending}</p><form method="post" action="${actAddress(address, 'gui')}"><input type="hidden" name="lan" value="${submission}"><p class="acts"><button>${says.send}</button></p></form>`;
  const parts = form.pages.map(
    ({ title }, index) =>
      html`<li><a href="${formAddress(address, index + 1)}">${says.part(index + 1, form.pages.length)}: ${inLanguage(title, address.language)}</a></li>`,
  );
  return page(shellOf(found, address, REVIEW), html`<h1>${says.review}</h1>${faults.length > 0 ? missing : send}<ul>${parts}</ul>`);
}

/** After sending: thanks, and a receipt that reveals nothing. */
export const thanksPage = (language: Language, bands: readonly Band[], receipt: string): string =>
  page(
    { title: SAYS[language].thanks, language, bands },
    html`<h1>${SAYS[language].thanks}</h1><p class="receipt">${SAYS[language].receipt(receipt)}</p><p>${SAYS[language].receiptSays}</p>`,
  );

/** One plain page for every link that opens nothing: it does not tell a used one from one that never was. */
export const closedPage = (language: Language, bands: readonly Band[]): string =>
  page({ title: SAYS[language].cannotOpen, language, bands }, html`<h1>${SAYS[language].cannotOpen}</h1><p>${SAYS[language].cannotOpenWhy}</p>`);

/** As many have answered as are taken: `begun` where something of the one who asks is kept. */
export const fullPage = (language: Language, bands: readonly Band[], begun: boolean): string =>
  page(
    { title: SAYS[language].full, language, bands },
    html`<h1>${SAYS[language].full}</h1><p>${SAYS[language].fullWhy}</p>${begun ? html`<p>${SAYS[language].fullKept}</p>` : undefined}`,
  );

export const notYetPage = (language: Language, bands: readonly Band[]): string =>
  page({ title: SAYS[language].notYet, language, bands }, html`<h1>${SAYS[language].notYet}</h1><p>${SAYS[language].notYetWhy}</p>`);

export const busyPage = (language: Language, bands: readonly Band[]): string =>
  page({ title: SAYS[language].busy, language, bands }, html`<h1>${SAYS[language].busy}</h1><p>${SAYS[language].busyWhy}</p>`);
