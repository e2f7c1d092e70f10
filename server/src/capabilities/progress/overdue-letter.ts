import type { BodyKind } from '@parindex/core/bodies/types';
import { type LateBody, missingOf } from '@parindex/core/reminders/index';
import { dayOf } from '@parindex/core/round/index';
import { standingBases } from '@parindex/core/scheme/standing-bases';
import type { Scheme, SchemeStatus } from '@parindex/core/scheme/types';
import { agencyName, issuerOf, symbolOf } from '@parindex/core/submissions/issuers';
import { type ReportForm, recipientsOf, signatureLines, USUAL_FORM } from '@parindex/core/submissions/report-form';
import { deadlineText } from '@parindex/core/words/step-times';
import { basisInFull, type CitedDocument, citedInFull } from '../../documents/citing.ts';
import { inWords, LEFT_BLANK, MARKS, type OfficialDocument, type SignatureBlock, schemeMarks } from '../../documents/document.ts';

/** Most bodies listed after "Kính gửi"; with more, they are only named in the table. */
const MOST_NAMED = 10;

/** A body that the letter is sent to. */
interface UrgedBody extends LateBody {
  readonly kind: BodyKind;
}

interface OverdueLetterData {
  readonly owner: { readonly name: string; readonly kind: BodyKind; readonly above: string | null };
  readonly round: { readonly title: string; readonly year: number };
  /** The decision on the plan of the round; null where none is kept. */
  readonly plan: CitedDocument | null;
  /** What the edition stands on: its plan of the year, where the round keeps none. */
  readonly bases: Scheme['legalBasis'];
  /** Who signs it, where, and who gets it besides; null: left blank. */
  readonly form: ReportForm | null;
  /** Milliseconds. */
  readonly moment: number;
  readonly bodies: readonly UrgedBody[];
  readonly illustrative: boolean;
  /** Of the edition. */
  readonly status: SchemeStatus;
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);

/** Where nothing was chosen, who signs and in what capacity is filled in by whoever numbers the letter. */
function signatureOf(kind: BodyKind, form: ReportForm | null): SignatureBlock {
  if (form === null) return { authority: null, position: 'Quyền hạn, chức vụ của người ký', name: null };
  const { authority, positions } = signatureLines(kind, form);
  return { authority, position: positions.join('\n'), name: form.signer.trim() || null };
}

/** The plan that the letter carries out: that of the round, or else that of the year among the grounds of the edition, as in reports. */
function planOf({ plan, bases, round }: Pick<OverdueLetterData, 'plan' | 'bases' | 'round'>): string {
  const ofYear = standingBases(bases, round.year, []).find(({ title }) => /ban hành kế hoạch/iu.test(title?.['vi'] ?? ''));
  return (plan && citedInFull(plan)) ?? (ofYear && basisInFull(ofYear)) ?? `kế hoạch của “${round.title}”`;
}

/** A letter urging bodies to complete their self-assessment (công văn đôn đốc), to be numbered and signed outside; the product does not send it. */
export function overdueLetter({ owner, round, plan, bases, form, moment, bodies, illustrative, status }: OverdueLetterData): OfficialDocument {
  const late = bodies.filter((body) => body.late).length;
  const overdue =
    late === 0 ? '' : late === bodies.length ? (bodies.length === 1 ? ', đã quá hạn' : ', đều đã quá hạn') : `, trong đó ${late} cơ quan, đơn vị đã quá hạn`;
  const many = bodies.length > MOST_NAMED;
  const names = bodies.map(({ kind, name }) => agencyName(kind, name));
  const work = `tự đánh giá, chấm điểm Chỉ số cải cách hành chính năm ${round.year}`;
  const from = agencyName(owner.kind, owner.name);
  const [only] = names;
  const one = names.length === 1 ? only : undefined;
  const missing = bodies.map(missingOf);
  return {
    title: `Công văn đôn đốc tự đánh giá, chấm điểm – ${round.title}`,
    marks: [...(illustrative ? [MARKS.invented] : []), ...schemeMarks(status), MARKS.draft],
    letterhead: {
      issuer: issuerOf(owner, owner.name),
      number: null,
      symbol: `${symbolOf(owner.kind, owner.name)}-${LEFT_BLANK}`,
      place: form?.place.trim() || null,
      day: null,
    },
    subject: { as: 'letter', about: `V/v đôn đốc ${work}` },
    to: many ? ['Các cơ quan, đơn vị có tên trong danh sách dưới đây'] : names,
    across: false,
    body: [
      {
        kind: 'paragraph',
        text: `Thực hiện ${planOf({ plan, bases, round })}, các cơ quan, đơn vị tham gia phải hoàn thành việc ${work}, chốt số liệu và gửi báo cáo đúng thời hạn. Qua theo dõi, đến ${inWords(dayOf(moment))} ${one ?? 'các cơ quan, đơn vị sau đây'} chưa hoàn thành${overdue}:`,
      },
      {
        kind: 'table',
        columns: [
          { head: 'STT', width: 7, align: 'center' },
          { head: 'Cơ quan, đơn vị', width: 31 },
          { head: 'Thời hạn hoàn thành', width: 25 },
          { head: 'Nội dung chưa hoàn thành', width: 37 },
        ],
        rows: bodies.map((body, index) => ({
          cells: [
            String(index + 1),
            names[index] ?? body.name,
            `${capital(deadlineText(body.closes, 'vi'))}${body.late ? '\n(đã quá hạn)' : ''}`,
            capital(missing[index] ?? ''),
          ],
        })),
      },
      { kind: 'paragraph', text: `${from} đề nghị ${one ?? 'các cơ quan, đơn vị có tên nêu trên'} khẩn trương:` },
      { kind: 'paragraph', text: '- Hoàn thành việc tự đánh giá, chấm điểm các tiêu chí còn lại;' },
      { kind: 'paragraph', text: '- Bổ sung tài liệu kiểm chứng, giải trình đối với tiêu chí chưa có tài liệu;' },
      { kind: 'paragraph', text: `- Chốt số liệu, ký số và gửi Báo cáo ${work} về ${from} theo đúng quy định.` },
      {
        kind: 'paragraph',
        text: `Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị ${one ?? 'các cơ quan, đơn vị'} phản ánh kịp thời về ${from} để được hướng dẫn./.`,
      },
    ],
    recipients: recipientsOf(form ?? USUAL_FORM),
    signatures: [signatureOf(owner.kind, form)],
    annexes: [],
    footer: null,
  };
}
