import * as accounts from './accounts.ts';
import * as accountsPeople from './accounts-people.ts';
import * as appraisal from './appraisal.ts';
import * as appraisalPersons from './appraisal-persons.ts';
import * as assignments from './assignments.ts';
import * as auditTrail from './audit-trail.ts';
import * as bodies from './bodies.ts';
import * as calendar from './calendar.ts';
import type { Contract } from './contract.ts';
import * as council from './council.ts';
import * as discussion from './discussion.ts';
import * as editions from './editions.ts';
import * as editionsAdoption from './editions-adoption.ts';
import * as editionsChanges from './editions-changes.ts';
import * as editionsQuestionnaires from './editions-questionnaires.ts';
import * as evidence from './evidence.ts';
import * as explanation from './explanation.ts';
import * as fieldwork from './fieldwork.ts';
import * as backChecks from './fieldwork-back-checks.ts';
import * as help from './help.ts';
import * as imports from './imports.ts';
import * as improvement from './improvement.ts';
import * as operation from './operation.ts';
import * as progress from './progress.ts';
import * as quality from './quality.ts';
import * as ranking from './ranking.ts';
import * as reminders from './reminders.ts';
import * as results from './results.ts';
import * as retention from './retention.ts';
import * as review from './review.ts';
import * as rounds from './rounds.ts';
import * as roundsClosing from './rounds-closing.ts';
import * as roundsDocuments from './rounds-documents.ts';
import * as roundsEstimates from './rounds-estimates.ts';
import * as search from './search.ts';
import * as sheets from './sheets.ts';
import * as submissions from './submissions.ts';
import * as survey from './survey.ts';
import * as surveyAnswers from './survey-answers.ts';
import * as surveyClosing from './survey-closing.ts';
import * as surveyDraw from './survey-draw.ts';
import * as surveyMail from './survey-mail.ts';
import * as surveyPaper from './survey-paper.ts';
import * as surveyPilots from './survey-pilots.ts';
import * as surveyQuotas from './survey-quotas.ts';
import * as surveyReview from './survey-review.ts';
import * as surveyStanding from './survey-standing.ts';
import * as work from './work.ts';

/** Every contract of the API; whoever needs one alone imports it from its capability, so that a build holds no more. */
export const allContracts: readonly Contract[] = [
  accounts,
  accountsPeople,
  appraisal,
  appraisalPersons,
  assignments,
  auditTrail,
  backChecks,
  bodies,
  calendar,
  council,
  discussion,
  editions,
  editionsChanges,
  editionsQuestionnaires,
  editionsAdoption,
  evidence,
  explanation,
  fieldwork,
  help,
  improvement,
  imports,
  operation,
  progress,
  quality,
  ranking,
  reminders,
  results,
  retention,
  review,
  rounds,
  roundsClosing,
  roundsDocuments,
  roundsEstimates,
  search,
  sheets,
  submissions,
  survey,
  surveyAnswers,
  surveyClosing,
  surveyDraw,
  surveyReview,
  surveyStanding,
  surveyMail,
  surveyPaper,
  surveyPilots,
  surveyQuotas,
  work,
].flatMap((contracts) => Object.values(contracts));
