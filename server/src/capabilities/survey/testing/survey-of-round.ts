import type pg from 'pg';
import type { Clock } from '../../../clock.ts';
import { inBackground } from '../../../db/background.ts';
import type { TestServer } from '../../../testing/test-server.ts';
import type { World } from '../../../testing/world.ts';
import { loadQuestionnaires } from '../../editions/acts/load-questionnaires.ts';
import { readQuestionnaireTexts } from '../../editions/questionnaire-texts.ts';

const ROOT = new URL('../../../../../', import.meta.url).pathname;

/** The questionnaires that stand beside the edition of a story, as a start brings them. */
export const addQuestionnaires = ({ owner, clock }: Pick<TestServer, 'owner'> & { readonly clock: Clock }, { scheme }: Pick<World, 'scheme'>): Promise<void> =>
  inBackground(owner, 'BEGIN', (db) =>
    loadQuestionnaires({ db, account: null, membership: null, receivedAt: clock.now() }, scheme, readQuestionnaireTexts(ROOT, scheme.id)),
  );

/** A survey that is open, whatever its round has come to. */
export const addSurvey = (owner: pg.Client, round: string, edition: string, leader: string, at: Date) =>
  owner.query('INSERT INTO survey (round_id, edition_id, threshold, opened_by, opened_at) VALUES ($1, $2, 5, $3, $4)', [round, edition, leader, at]);

/** The step of the survey in the calendar of a story's round, January and February of 2023. */
export const addSurveyStep = ({ owner }: TestServer, { round }: World) =>
  owner.query(`INSERT INTO round_step (round_id, step, opens, closes) VALUES ($1, 'survey', '2023-01-16T00:00:00+07:00', '2023-02-16T00:00:00+07:00')`, [
    round,
  ]);

/** A list as a unit writes it. */
export const HEAD = 'STT;Họ và tên;Chức vụ;Đơn vị công tác;Nhóm đối tượng;Điện thoại;Thư điện tử';

/** A list of respondents as CSV, with its bytes. */
export const csvOf = (...lines: readonly string[]): Buffer => Buffer.from(`\uFEFF${[HEAD, ...lines].join('\r\n')}`);
