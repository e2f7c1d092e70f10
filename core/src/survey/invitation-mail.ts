import type { MailingKind } from '../contracts/schemas/survey-mail.ts';
import { mailOf, SENT_BY_ITSELF } from '../words/mail.ts';
import { deadlineText } from '../words/step-times.ts';
import { NOT_SEEN_BY_BODY } from '../words/survey-words.ts';
import { type InBoth, texts } from '../words/texts.ts';

export interface InvitationToWrite {
  readonly kind: MailingKind;
  readonly name: string;
  /** Who asks, as a sentence begins with it. */
  readonly owner: string;
  readonly round: { readonly title: string; readonly year: number };
  readonly body: string;
  readonly group: InBoth;
  readonly questionnaire: InBoth;
  /** ISO 8601. */
  readonly closes: string;
  readonly link: string;
  readonly illustrative: boolean;
}

const SAYS = texts({
  about: {
    vi: (owner: string, round: string, group: string, body: string) =>
      `${owner} tổ chức điều tra xã hội học phục vụ ${round}. Ý kiến của Ông/Bà, thuộc nhóm “${group}”, là một căn cứ để đánh giá ${body}.`,
    en: (owner: string, round: string, group: string, body: string) =>
      `${owner} holds a survey for ${round}. Your opinion, as one of the group “${group}”, is part of the assessment of ${body}.`,
  },
  invites: {
    vi: (form: string, until: string) => `Trân trọng mời Ông/Bà trả lời “${form}”, hạn đến ${until}, tại địa chỉ:`,
    en: (form: string, until: string) => `You are kindly asked to answer “${form}” by ${until}, at this address:`,
  },
  reminds: {
    vi: (form: string, until: string) =>
      `Đến khi gửi thư này, hệ thống chưa nhận được phiếu của Ông/Bà. Đề nghị Ông/Bà trả lời “${form}”, hạn đến ${until}, bằng liên kết đã nhận hoặc tại địa chỉ:`,
    en: (form: string, until: string) =>
      `When this mail was sent, your form had not come in. Please answer “${form}” by ${until}, by the link that you have or at this address:`,
  },
  begun: {
    vi: 'Nếu đã bắt đầu trả lời bằng liên kết nhận trước, đề nghị tiếp tục bằng liên kết đó. Nếu đã gửi phiếu, xin bỏ qua thư này.',
    en: 'If you have begun a form by a link from before, please go on with that one. If you have sent it, please take no notice of this mail.',
  },
  again: {
    vi: 'Thư này được gửi lại vì chưa xác định được thư trước đã đến hay chưa; liên kết trong thư trước, nếu có, vẫn dùng được. Nếu đã gửi phiếu, xin bỏ qua thư này.',
    en: 'This mail is sent again, as nobody knows whether the one before has come; the link in that one stays good. If you have sent your form, please take no notice of this mail.',
  },
  alone: {
    vi: 'Liên kết dành riêng cho Ông/Bà và gửi phiếu một lần, đề nghị không chuyển thư này cho người khác. Có thể trả lời dần, nội dung đã nhập được lưu lại.',
    en: 'The link is for you alone and sends one form: please do not pass this mail on. You can answer bit by bit; what you have entered is kept.',
  },
});

const SUBJECTS: Readonly<Record<MailingKind, (year: number) => string>> = {
  invitation: (year) => `Mời trả lời phiếu điều tra xã hội học năm ${year}`,
  reminder: (year) => `Nhắc trả lời phiếu điều tra xã hội học năm ${year}`,
  again: (year) => `Mời trả lời phiếu điều tra xã hội học năm ${year} (gửi lại)`,
};

/** The mail that brings somebody the link to their form. */
export function invitationMail(of: InvitationToWrite): { readonly subject: string; readonly text: string } {
  const linesIn = (language: 'vi' | 'en'): string[] => {
    const says = SAYS[language];
    const asks = of.kind === 'reminder' ? says.reminds : says.invites;
    return [
      says.about(of.owner, of.round.title, of.group[language], of.body),
      '',
      asks(of.questionnaire[language], deadlineText(of.closes, language)),
      '',
      of.link,
      '',
      NOT_SEEN_BY_BODY[language],
      says.alone,
      ...(of.kind === 'reminder' ? [says.begun] : []),
      ...(of.kind === 'again' ? [says.again] : []),
      '',
      SENT_BY_ITSELF[language].line,
    ];
  };
  return mailOf({ subject: SUBJECTS[of.kind](of.round.year), name: of.name, illustrative: of.illustrative, vi: linesIn('vi'), en: linesIn('en') });
}
