import {
  booleanShape,
  countFrom1,
  date,
  dictionary,
  free,
  integer,
  list,
  number,
  object,
  oneOf,
  optional,
  places,
  required,
  type Shape,
  text,
  textMatching,
  variants,
  withDefault,
} from '../../reading/shape.ts';
import { titleShape } from '../../reading/title-shape.ts';
import { SCHEME_STATUSES } from '../../scheme/types.ts';
import type { Title } from '../../text/title.ts';
import {
  type AskedWhen,
  type Consent,
  type DateQuestion,
  type MatrixQuestion,
  type MultipleQuestion,
  type NumberQuestion,
  type Option,
  type Page,
  QUESTIONNAIRE_FORMAT,
  type Question,
  type Questionnaire,
  type ScaleQuestion,
  type SingleQuestion,
  type TextQuestion,
  type Tie,
} from './types.ts';

/** Ids become names of fields and columns of files. */
const id = textMatching(/^[A-Za-z][A-Za-z0-9]{0,59}$/);

const optionShape = object<Option>({ id: required(id), title: required(titleShape) });

/** A question of the edition by its id alone, or with its options mapped. */
const tie: Shape<Tie> = {
  read: (raw, path, faults) =>
    typeof raw === 'string'
      ? ({ question: text.read(raw, path, faults) } as Tie)
      : object<Tie>({ question: required(text), options: optional(dictionary(text)) }).read(raw, path, faults),
};

const when = object<AskedWhen>({ question: required(text), is: required(list(text, 1)) });

/** Filled in from the tied question where it is left out, before meanings are checked. */
const TITLE = optional(titleShape) as never;

const asked = {
  id: required(id),
  title: TITLE,
  hint: optional(titleShape),
  required: withDefault(booleanShape, () => true),
  noOpinion: withDefault(booleanShape, () => false),
  when: withDefault(list(when), (): AskedWhen[] => []) as never,
};
const options = withDefault(list(optionShape), (): Option[] => []) as never;
const shuffled = withDefault(booleanShape, () => false);

const question = variants<Question>('kind', {
  single: object<SingleQuestion>({ kind: required(oneOf(['single'])), ...asked, options, shuffled, feeds: optional(tie) }),
  multiple: object<MultipleQuestion>({
    kind: required(oneOf(['multiple'])),
    ...asked,
    options,
    shuffled,
    atMost: optional(countFrom1),
    alone: optional(text),
  }),
  scale: object<ScaleQuestion>({ kind: required(oneOf(['scale'])), ...asked, options, feeds: optional(tie) }),
  matrix: object<MatrixQuestion>({
    kind: required(oneOf(['matrix'])),
    ...asked,
    options,
    shuffled,
    rows: required(list(object<MatrixQuestion['rows'][number]>({ id: required(id), title: TITLE, feeds: optional(tie) }), 1)) as never,
  }),
  number: object<NumberQuestion>({
    kind: required(oneOf(['number'])),
    ...asked,
    least: optional(number),
    most: optional(number),
    places: withDefault(places, () => '0'),
    unit: optional(titleShape),
  }),
  date: object<DateQuestion>({ kind: required(oneOf(['date'])), ...asked, from: optional(date), to: optional(date) }),
  text: object<TextQuestion>({ kind: required(oneOf(['text'])), ...asked, longest: withDefault(countFrom1, () => '500') }),
});

const page = object<Page>({
  id: required(id),
  title: required(titleShape),
  introduction: optional(titleShape),
  shuffled,
  questions: required(list(question, 1)) as never,
});

const consent = object<Consent>({ purpose: required(titleShape), keptDays: required(integer), agrees: optional(titleShape) });

export const questionnaireShape = object<Questionnaire>({
  format: required(oneOf([QUESTIONNAIRE_FORMAT])),
  scheme: required(text),
  group: required(text),
  title: required(titleShape as Shape<Title>),
  status: required(oneOf(SCHEME_STATUSES)),
  about: optional(titleShape),
  introduction: optional(titleShape),
  consent: required(consent),
  note: optional(free),
  seed: optional(text),
  pages: required(list(page, 1)) as never,
});
