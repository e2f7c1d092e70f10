import { isObject, type Raw } from '../reading/raw.ts';
import { type Change, type Keys, valueAt } from '../studio/operations/change.ts';
import type { Operation, Refusal } from '../studio/operations/operation.ts';
import { codeOf, type Level, levelAt, levelOfList, type Named, nameOfMembers, partsOf } from '../studio/operations/places.ts';
import type { Conflict } from '../studio/operations/rebase.ts';
import { beginning, inLanguage, type Language, quote } from './language.ts';
import { type Names, type Sentences, texts } from './texts.ts';

/** What stands in a scheme, as it is called within a sentence. */
const KINDS = texts<Names<Level | Named | 'entry' | 'scheme' | 'case'>>({
  domain: { vi: 'lĩnh vực', en: 'domain' },
  criterion: { vi: 'tiêu chí', en: 'criterion' },
  subCriterion: { vi: 'tiêu chí thành phần', en: 'sub-criterion' },
  figure: { vi: 'số liệu', en: 'figure' },
  group: { vi: 'nhóm điểm', en: 'group of points' },
  surveyGroup: { vi: 'nhóm được lấy ý kiến', en: 'group of respondents' },
  question: { vi: 'câu hỏi', en: 'question' },
  class: { vi: 'mức xếp loại', en: 'class' },
  entry: { vi: 'mục', en: 'entry' },
  scheme: { vi: 'bộ tiêu chí', en: 'scheme' },
  case: { vi: 'ví dụ tính điểm', en: 'case' },
});

const CASE_OF = texts<Sentences<'item'>>({ item: { vi: ({ code }) => `ví dụ tính điểm của nội dung ${code}`, en: ({ code }) => `a case of item ${code}` } });

/** A case, as it is called within a sentence: by its item. */
function caseName(value: Raw | undefined, language: Language): string {
  const code = isObject(value) ? value['item'] : undefined;
  return typeof code === 'string' ? CASE_OF[language].item({ code }) : KINDS[language].case;
}

/** What is written of a part, by the key under which it stands in the document. */
const FIELDS = texts({
  title: { vi: 'tên', en: 'title' },
  code: { vi: 'số', en: 'number' },
  maximum: { vi: 'điểm tối đa', en: 'maximum points' },
  minimum: { vi: 'điểm trừ tối đa', en: 'most points taken away' },
  cap: { vi: 'mức trần', en: 'cap' },
  source: { vi: 'nguồn điểm', en: 'source of points' },
  rule: { vi: 'cách tính điểm', en: 'rule' },
  evidence: { vi: 'tài liệu kiểm chứng', en: 'evidence wanted' },
  owner: { vi: 'cơ quan thẩm định', en: 'appraising body' },
  legalBasis: { vi: 'căn cứ', en: 'legal basis' },
  guidance: { vi: 'hướng dẫn', en: 'guidance' },
  appliesTo: { vi: 'đối tượng áp dụng', en: 'whom it applies to' },
  notArisen: { vi: 'căn cứ “không phát sinh”', en: 'ground for “not arisen”' },
  whenNotApplicable: { vi: 'cách tính khi không áp dụng', en: 'what is done when it does not apply' },
  conditions: { vi: 'điều kiện', en: 'conditions' },
  lineage: { vi: 'nội dung kế thừa', en: 'lineage' },
  groups: { vi: 'nhóm được lấy ý kiến', en: 'groups that are asked' },
  options: { vi: 'phương án trả lời', en: 'options' },
  other: { vi: 'thông tin', en: 'details' },
});

/** What is written at a place within a part, as it is called within a sentence. */
export function fieldName(keys: Keys, language: Language): string {
  const names: Readonly<Record<string, string>> = FIELDS[language];
  const known = keys.filter((key): key is string => typeof key === 'string' && Object.hasOwn(names, key) && key !== 'other');
  // Of what stands in the guidance its own name says more.
  return names[known[0] === 'guidance' && known[1] ? known[1] : (known[0] ?? 'other')] as string;
}

/** The longest place above, or at, one that is a part of the tree or a declared thing. */
function memberAt(keys: Keys): { readonly at: Keys; readonly what: Level | Named } | undefined {
  for (let length = keys.length; length > 0; length -= 1) {
    const at = keys.slice(0, length);
    const what = levelAt(at) ?? (typeof at.at(-1) === 'number' ? nameOfMembers(at.slice(0, -1))?.what : undefined);
    if (what) return { at, what };
  }
  return undefined;
}

/** What something is called: "tiêu chí 1.2", "số liệu “Số nhiệm vụ”". */
function called(what: Level | Named | 'entry' | 'scheme', value: Raw | undefined, language: Language): string {
  const kind = KINDS[language][what];
  if (!isObject(value)) return kind;
  const code = codeOf(value);
  if (code !== undefined) return `${kind} ${code}`;
  const title = isObject(value['title']) ? inLanguage(value['title'] as never, language) : undefined;
  return title === undefined ? kind : `${kind} ${quote(title)}`;
}

/** What stands at a place of a draft or of its cases, or above it, as it is called within a sentence. */
export function nameOfPlace(document: Raw, keys: Keys, language: Language): string {
  if (Array.isArray(document)) return caseName(valueAt(document, keys.slice(0, 1)), language);
  const member = memberAt(keys);
  return member ? called(member.what, valueAt(document, member.at), language) : KINDS[language].scheme;
}

const STEPS = texts({
  add: { vi: (part: string) => `Thêm ${part}`, en: (part: string) => `Add ${part}` },
  remove: { vi: (part: string) => `Xóa ${part}`, en: (part: string) => `Remove ${part}` },
  move: { vi: (part: string) => `Chuyển ${part}`, en: (part: string) => `Move ${part}` },
  set: { vi: (part: string, field: string) => `Sửa ${field} của ${part}`, en: (part: string, field: string) => `Change the ${field} of ${part}` },
  change: { vi: (part: string) => `Sửa ${part}`, en: (part: string) => `Change ${part}` },
  rename: { vi: (part: string, to: string) => `Đổi mã của ${part} thành ${quote(to)}`, en: (part: string, to: string) => `Give ${part} the code ${quote(to)}` },
  split: { vi: (part: string, count: number) => `Tách ${part} thành ${count} nội dung`, en: (part: string, count: number) => `Split ${part} into ${count}` },
  merge: { vi: (part: string, others: string) => `Gộp ${others} vào ${part}`, en: (part: string, others: string) => `Merge ${others} into ${part}` },
  renumber: { vi: (part: string) => `Đánh lại số thứ tự trong ${part}`, en: (part: string) => `Renumber the parts of ${part}` },
});

function setText(keys: Keys, document: Raw, language: Language): string {
  const name = nameOfPlace(document, keys, language);
  if (Array.isArray(document)) return STEPS[language].change(name);
  return STEPS[language].set(name, fieldName(keys.slice(memberAt(keys)?.at.length ?? 0), language));
}

/** What a change does, of which no operation tells: "Xóa tiêu chí 1.2". */
export function changeText(change: Change, document: Raw, language: Language): string {
  const steps = STEPS[language];
  switch (change.change) {
    case 'set':
      return setText(change.at, document, language);
    case 'insert':
      return operationText({ operation: 'add', into: change.at.slice(0, -1), index: change.at.at(-1) as number, value: change.value }, document, language);
    case 'remove':
      return steps.remove(nameOfPlace(document, change.at, language));
    case 'move':
      return steps.move(nameOfPlace(document, change.at, language));
  }
}

/** What an operation does, for the list of what can be undone: "Sửa điểm tối đa của tiêu chí 1.2". */
export function operationText(operation: Operation, document: Raw, language: Language): string {
  const steps = STEPS[language];
  const name = (keys: Keys) => nameOfPlace(document, keys, language);
  switch (operation.operation) {
    case 'add':
      if (Array.isArray(document)) return steps.add(caseName(operation.value, language));
      return steps.add(called(levelOfList(operation.into) ?? nameOfMembers(operation.into)?.what ?? 'entry', operation.value, language));
    case 'remove':
      return steps.remove(name(operation.at));
    case 'move':
      return steps.move(name(operation.at));
    case 'set':
      return setText(operation.at, document, language);
    case 'rename':
      return steps.rename(name(operation.at), operation.to);
    case 'split':
      return steps.split(name(operation.at), operation.parts.length);
    case 'merge':
      return steps.merge(name(operation.at), operation.others.map(name).join(', '));
    case 'renumber':
      return steps.renumber(name(operation.at ?? []));
  }
}

const REFUSED = texts<Sentences<Refusal['code']>>({
  noSuchPlace: { vi: () => 'Không tìm thấy vị trí này trong bản dự thảo.', en: () => 'There is no such place in the draft.' },
  cannotStandThere: { vi: ({ part }) => `${part} không đặt được ở vị trí này.`, en: ({ part }) => `${part} cannot stand there.` },
  inUse: { vi: ({ part, by }) => `Chưa xóa được ${part}: ${by} đang dùng.`, en: ({ part, by }) => `${part} cannot be removed: it is used by ${by}.` },
  nameTaken: { vi: ({ found }) => `Mã “${found}” đã có.`, en: ({ found }) => `The code “${found}” is taken.` },
  nameMissing: { vi: ({ part }) => `${part} chưa có mã.`, en: ({ part }) => `${part} has no code yet.` },
  badName: {
    vi: ({ found }) => `Mã “${found}” không dùng được. Mã số liệu bắt đầu bằng chữ cái, chỉ gồm chữ không dấu, chữ số và dấu gạch dưới.`,
    en: ({ found }) => `“${found}” cannot be a code. The code of a figure begins with a letter and holds letters, digits and underscores only.`,
  },
  renameInstead: {
    vi: ({ part }) => `Mã của ${part} chỉ được đổi bằng thao tác đổi mã, để các nội dung đang dùng được cập nhật theo.`,
    en: ({ part }) => `The code of ${part} is changed by renaming, so that all that uses it follows.`,
  },
  noItem: { vi: ({ part }) => `${part} không phải là nội dung chấm điểm.`, en: ({ part }) => `${part} is not an item that gets points.` },
  splitFirst: {
    vi: ({ part }) => `${part} đang được chấm điểm trực tiếp. Cần tách thành các tiêu chí thành phần trước.`,
    en: ({ part }) => `${part} gets points itself. Split it into sub-criteria first.`,
  },
  sameTwice: { vi: () => 'Một nội dung được chọn hai lần.', en: () => 'An item was chosen twice.' },
  notAnObject: { vi: () => 'Nội dung thêm vào không đúng dạng.', en: () => 'What is to be added is not of the right form.' },
});

/** Codes of items among what uses something, with what they are. */
function usersText(by: string, document: Raw, language: Language): string {
  const codes = by.split(', ');
  const parts = partsOf(document).filter(({ part }) => codes.includes(codeOf(part) ?? ''));
  return parts.length === codes.length
    ? codes.map((code) => called(parts.find(({ part }) => codeOf(part) === code)?.level ?? 'entry', { code }, language)).join(', ')
    : by;
}

/** Why an operation was not applied. */
export function refusalText({ code, at, details }: Refusal, document: Raw, language: Language): string {
  const by = details['by'] === undefined ? {} : { by: usersText(details['by'], document, language) };
  return beginning(REFUSED[language][code]({ ...details, ...by, part: nameOfPlace(document, at, language) }));
}

const AGAINST = texts<Sentences<Conflict['code']>>({
  bothChanged: { vi: ({ part }) => `Hai người cùng sửa ${part}.`, en: ({ part }) => `Two people changed ${part}.` },
  removedAndChanged: { vi: ({ part }) => `Một người xóa, một người sửa ${part}.`, en: ({ part }) => `One person removed, another changed ${part}.` },
  bothMoved: { vi: ({ part }) => `Hai người chuyển ${part} đến hai nơi.`, en: ({ part }) => `Two people moved ${part} to different places.` },
});

/** Where two authors stand against each other, by the document that both started from. */
export const conflictText = ({ code, at }: Conflict, document: Raw, language: Language): string =>
  AGAINST[language][code]({ part: nameOfPlace(document, at, language) });
