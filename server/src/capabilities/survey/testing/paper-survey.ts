import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { questionsOf } from '@parindex/core/survey/index';
import { inspectFile } from '../../../file-inspection/inspect-file.ts';
import { addPerson } from '../../../testing/add-person.ts';
import { ask, type Person } from '../../../testing/world.ts';
import { makeSurveyedRound, type SurveyedRound } from './surveyed-round.ts';

export const PAPER = '/api/rounds/minh-hoa-2022/survey/paper';

/** The texts of a PDF, page by page. */
export async function pagesOfPdf(bytes: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parindex-paper-'));
  try {
    await writeFile(join(folder, 'phieu.pdf'), bytes);
    const read = await inspectFile(join(folder, 'phieu.pdf'), 'phieu.pdf');
    return 'image' in read ? [] : read.pages.map(({ text }) => text.replaceAll(/\s+/g, ' '));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const CODE = /(?:[2-9A-Z]{4}-){4}[2-9A-Z]{4}/g;

/** The codes in a batch, in its order. */
export const codesOf = (pages: readonly string[]): string[] => [...new Set(pages.flatMap((text) => text.match(CODE) ?? []))];

/** What is typed of a form in which each question has its option at a place. */
export type Typed = Record<string, unknown>;

export interface PaperSurvey extends SurveyedRound {
  /** Three people who lead the survey. */
  readonly typists: readonly [Person, Person, Person];
  print(wanted: object, who?: Person): Promise<{ status: number; pages: string[]; codes: string[]; body: unknown }>;
  /** The form behind a code, as somebody gets it. */
  lookUp(who: Person, code: string): ReturnType<typeof ask>;
  enter(who: Person, code: string, place: number, answers: Typed, invalid?: string[]): ReturnType<typeof ask>;
  /** Answers to all questions of the councillors' form: the option at this place of each. */
  answersAt(option: number): Promise<Typed>;
}

/** A survey that is open, with people of its owner who type. */
export async function makePaperSurvey(moment?: string): Promise<PaperSurvey> {
  const surveyed = await makeSurveyedRound(moment);
  const { server, world } = surveyed;
  const typists = [
    world.people.dung,
    await addPerson(server, 'nhap-hai', 'Phan Văn Nhập', 'owner', 'bo-minh-hoa'),
    await addPerson(server, 'nhap-ba', 'Lý Thị Nhập', 'owner', 'bo-minh-hoa'),
  ] as const;
  await server.owner.query(
    `INSERT INTO respondents.list_confirmation (round_id, body_id, document_number, document_date, groups, confirmed_by, confirmed_at)
     VALUES ($1, 'tinh-minh-hoa-01', '5/BC-UBND', '2023-01-10', '{}', $2, $3)`,
    [world.round, world.people.binh.account, server.clock.now()],
  );
  return {
    ...surveyed,
    typists: [...typists],
    print: async (wanted, who = world.people.dung) => {
      const answer = await server.app.inject({
        method: 'POST',
        url: PAPER,
        headers: { cookie: `parindex_session=${who.token}`, 'content-type': 'application/json' },
        payload: JSON.stringify(wanted),
      });
      const pages = answer.statusCode === 200 ? await pagesOfPdf(answer.rawPayload) : [];
      return { status: answer.statusCode, pages, codes: codesOf(pages), body: answer.statusCode === 200 ? undefined : answer.json() };
    },
    lookUp: (who, code) => ask(server, who, 'POST', `${PAPER}/form`, { code }),
    enter: (who, code, place, answers, invalid = []) => ask(server, who, 'POST', `${PAPER}/entries`, { code, place, answers, invalid }),
    answersAt: async (option) => {
      const { rows } = await server.owner.query(`SELECT form FROM edition_questionnaire WHERE group_id = 'councillors'`);
      const answered = questionsOf(rows[0].form).flatMap((question) =>
        question.kind === 'single' || question.kind === 'scale' ? [[question.id, question.options[option]?.id ?? question.options[0]?.id]] : [],
      );
      return Object.fromEntries(answered);
    },
  };
}

export const hashOfCode = (code: string): string => createHash('sha256').update(code.replaceAll('-', '')).digest('hex');
