import { z } from 'zod';
import { moment, personName, uuid } from './fields.ts';
import { count } from './quantities.ts';
import { roundParams } from './sheets.ts';

export const pilotParams = roundParams.extend({ pilot: uuid });

export const newSurveyPilot = z.strictObject({ id: uuid.meta({ description: 'Made by whoever sends, so that a retry is recognised' }) });

const seconds = count;

export const surveyPilots = z.object({
  /** What stands against starting one; null where nothing does. */
  obstacle: z.string().nullable(),
  /** The latest first. */
  items: z.array(
    z.object({
      id: uuid,
      number: count,
      startedBy: personName,
      startedAt: moment,
      /** null while it runs. */
      ended: z.object({ by: personName, at: moment }).nullable(),
      forms: z.array(
        z.object({
          group: z.string(),
          title: z.string(),
          /** Of the questionnaire that was tried. */
          hash: z.string(),
          /** Whether the questionnaire of the group is another one by now. */
          changed: z.boolean(),
          /** Where anybody tries it, and each form is one's own; null once the pilot has ended. */
          link: z.string().nullable(),
          begun: count,
          sent: count,
          /** All below is null until three were sent. */
          seconds: z.object({ shortest: seconds, median: seconds, longest: seconds }).nullable(),
          /** Those that were left or got no opinion, most often first. */
          questions: z.array(z.object({ number: count, title: z.string(), asked: count, left: count, noOpinion: count })).nullable(),
          remarks: z.array(z.string()).nullable(),
        }),
      ),
    }),
  ),
});
