import { askedQuestions } from '@parindex/core/survey/answers/asked';
import type { Answers, Questionnaire } from '@parindex/core/survey/index';
import { addPerson } from '../../../testing/add-person.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import { ask, type Person, type World } from '../../../testing/world.ts';

export const FIELD_HEAD = 'Mã thôn, tổ dân phố;Thôn, tổ dân phố;Hộ;Địa chỉ;Dự phòng;Điều tra viên';

/** A list of addresses as its office writes it. */
export const addressList = (...lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${[FIELD_HEAD, ...lines].join('\r\n')}`);

/** Three households of an invented village and one in reserve for each interviewer. */
export const villageOf = (code: string, name: string, mail: string): string[] => [
  ...[1, 2, 3].map((household) => `${code};${name};Hộ số ${household};Ngõ ${household}, ${name};;${mail}`),
  `${code};${name};Hộ số 9;Ngõ 9, ${name};có;${mail}`,
];

export const MAILS = { nam: 'nam@minh-hoa.example', oanh: 'oanh@minh-hoa.example' } as const;

export interface Field {
  readonly nam: Person;
  readonly oanh: Person;
  sendList(body: string, list: Buffer, preview?: boolean): Promise<{ status: number; body: ReturnType<typeof JSON.parse> }>;
}

/** Two interviewers of an invented post, and the rule by which citizens are visited. */
export async function makeField(server: TestServer, { round, people }: World): Promise<Field> {
  const nam = await addPerson(server, 'nam', 'Ngô Văn Nam', 'interviewer', 'bo-minh-hoa');
  const oanh = await addPerson(server, 'oanh', 'Lý Thị Oanh', 'interviewer', 'bo-minh-hoa');
  await ask(server, people.dung, 'POST', `/api/rounds/${round}/survey/fieldwork/rules`, {
    group: 'all',
    mostVisits: 3,
    replaced: ['refusal', 'nonContact', 'vacant'],
  });
  return {
    ...{ nam, oanh },
    sendList: async (body, list, preview = false) => {
      const answer = await server.app.inject({
        method: 'POST',
        url: `/api/rounds/${round}/survey/fieldwork/addresses?body=${body}&group=all&preview=${preview}`,
        headers: { cookie: `parindex_session=${people.dung.token}`, 'content-type': 'text/csv' },
        payload: list,
      });
      return { status: answer.statusCode, body: answer.json() };
    },
  };
}

/** Answers to all that a form requires: the option of each question that `choose` names. */
export function wholeAnswers(form: Questionnaire, choose: (options: readonly string[]) => string = ([first = '']) => first): Answers {
  const answers: Answers = {};
  for (;;) {
    const open = askedQuestions(form, answers).find(({ id, required }) => required && !Object.hasOwn(answers, id));
    if (!open) return answers;
    const ids = 'options' in open ? open.options.map(({ id }) => id) : [];
    answers[open.id] =
      open.kind === 'matrix'
        ? { rows: Object.fromEntries(open.rows.map(({ id }) => [id, choose(ids)])) }
        : open.kind === 'multiple'
          ? [choose(ids)]
          : open.kind === 'number'
            ? (open.least ?? '1')
            : open.kind === 'date'
              ? (open.from ?? '2022-06-01')
              : open.kind === 'text'
                ? 'Ý kiến minh họa'
                : choose(ids);
  }
}
