import { ROLE_NAMES } from '@parindex/core/words/roles';
import { named, texts } from '@parindex/core/words/texts';

/** What each interviewer brought, and back-checks, for whoever leads the survey. */
export const backChecksTexts = texts({
  interviewers: {
    title: { vi: 'Theo dõi từng điều tra viên', en: 'Interviewer by interviewer' },
    lead: {
      vi: (threshold: string) =>
        `Thời gian, tỷ lệ trả lời giống nhau và chênh lệch chỉ nêu khi đủ ${threshold} phiếu trở lên, mỗi lần thêm đủ ${threshold} phiếu mới tính lại, để không ai suy ra được câu trả lời của một hộ.`,
      en: (threshold: string) =>
        `Length, agreement and difference are told of ${threshold} interviews or more, and anew with each ${threshold} that come, so that nobody finds out what one household said.`,
    },
    interviewer: named(ROLE_NAMES, 'interviewer'),
    work: { vi: 'Hộ được giao', en: 'Addresses given' },
    interviewed: {
      vi: (interviewed: string, given: string) => `Đã phỏng vấn ${interviewed}/${given} hộ`,
      en: (interviewed: string, given: string) => `Interviewed ${interviewed} of ${given}`,
    },
    refused: { vi: (count: string) => `từ chối ${count}`, en: (count: string) => `refused ${count}` },
    notReached: { vi: (count: string) => `không gặp được ${count}`, en: (count: string) => `not reached ${count}` },
    again: { vi: (count: string) => `còn phải đến lại ${count}`, en: (count: string) => `to be visited again ${count}` },
    callBacks: { vi: (count: string) => `Số lần quay lại: ${count}`, en: (count: string) => `Call-backs: ${count}` },
    oddHours: {
      vi: (count: string, from: string, before: string) => `${count} hộ được phỏng vấn trước ${from} giờ hoặc từ ${before} giờ trở đi`,
      en: (count: string, from: string, before: string) => `${count} interviewed before ${from}:00, or from ${before}:00 on`,
    },
    days: { vi: 'Theo ngày', en: 'By day' },
    noDay: { vi: 'Chưa có ngày nào', en: 'No day yet' },
    daysSay: { vi: (days: string) => `Số hộ đã phỏng vấn từng ngày: ${days}`, en: (days: string) => `Interviews on each day: ${days}` },
    ofDay: { vi: (day: string, count: string) => `${day}: ${count} hộ`, en: (day: string, count: string) => `${day}: ${count}` },
    mostOfDay: {
      vi: (count: string, day: string) => `Nhiều nhất ${count} hộ, ngày ${day}`,
      en: (count: string, day: string) => `At most ${count}, on ${day}`,
    },
    minutes: {
      vi: (minutes: string) => `Thời gian một phiếu (trung vị): ${minutes} phút`,
      en: (minutes: string) => `Median length: ${minutes} minutes`,
    },
    checks: { vi: 'Phúc tra', en: 'Back-checks' },
    none: { vi: 'Chưa chọn hộ nào', en: 'None drawn' },
    drawn: { vi: (count: string, states: string) => `Chọn ${count} hộ. ${states}.`, en: (count: string, states: string) => `${count} drawn. ${states}.` },
    nobodyCame: { vi: (count: string) => `Chưa có ai đến: ${count} hộ`, en: (count: string) => `Nobody came before: ${count}` },
    agreement: {
      vi: (share: string, interviews: string) => `${share} câu trả lời giống lần phỏng vấn đầu (${interviews} hộ)`,
      en: (share: string, interviews: string) => `${share} of the answers were the same (${interviews} households)`,
    },
    effect: { vi: 'So với điều tra viên khác', en: 'Beside the others' },
    noEffect: { vi: 'Chưa đủ phiếu để so', en: 'Too few to be compared' },
    effectSays: {
      vi: (mean: string, other: string, apart: string) => `Trung bình ${mean}, của những người khác ${other}; chênh lệch ${apart}.`,
      en: (mean: string, other: string, apart: string) => `Mean ${mean}, that of the others ${other}; difference ${apart}.`,
    },
    beyond: {
      vi: (limit: string) => `Vượt mức ${limit}: cần xem lại, vì có thể do cách hỏi, cũng có thể do địa bàn khác nhau.`,
      en: (limit: string) => `Beyond ${limit}: somebody should look; the reason may be how it was asked, or who lives there.`,
    },
    within: { vi: (limit: string) => `Trong mức ${limit}: không có gì khác thường.`, en: (limit: string) => `Within ${limit}: nothing unusual.` },
    by: {
      weights: {
        vi: 'Trung bình tính theo trọng số phương án trong bộ tiêu chí.',
        en: 'Means are of the weights that the edition gives to the options.',
      },
      places: {
        vi: 'Bộ tiêu chí không cho trọng số cho phiếu này, nên trung bình tính theo vị trí của mức được chọn trên thang trả lời: 0 là mức đầu, 1 là mức cuối.',
        en: 'The edition gives no weights to this form: means are of where an answer stands on its scale, 0 the first option and 1 the last.',
      },
    },
  },
  checks: {
    title: { vi: 'Phúc tra', en: 'Back-checks' },
    lead: {
      vi: 'Chọn ngẫu nhiên một phần số hộ đã phỏng vấn và giao cho điều tra viên khác hỏi lại. Người phỏng vấn lần đầu không biết hộ nào được chọn. Câu trả lời lần sau không tính vào kết quả và không được lưu; chỉ ghi nhận câu nào giống, câu nào khác.',
      en: 'Some of the households that were interviewed are drawn by chance and asked again by another interviewer. Whoever held the first interview does not learn which. The second answers count nowhere and are not kept: only which were the same.',
    },
    percent: { vi: 'Tỷ lệ phúc tra (%)', en: 'Share to be checked (%)' },
    percentMore: {
      vi: 'Tính trên số hộ đã phỏng vấn của từng điều tra viên và chưa vào lần chọn nào, làm tròn lên, ít nhất một hộ.',
      en: 'Of each interviewer’s interviews that were in no draw before, rounded up, one at least.',
    },
    draw: { vi: 'Chọn hộ phúc tra', en: 'Draw' },
    done: {
      vi: (drawn: string, among: string) => `Đã chọn ${drawn} hộ trong ${among} hộ. Bây giờ giao cho người phúc tra.`,
      en: (drawn: string, among: string) => `${drawn} of ${among} were drawn. Now give them to who asks again.`,
    },
    give: { vi: 'Giao người phúc tra', en: 'Give them to somebody' },
    giveLead: {
      vi: 'Người phúc tra không được là người từng được giao các hộ này và không thuộc cơ quan được đánh giá.',
      en: 'It is somebody who never had these addresses, and does not belong to the body that is rated.',
    },
    of: { vi: 'Hộ do ai phỏng vấn', en: 'Interviewed by' },
    ofWhom: {
      vi: (name: string, body: string, count: string) => `${name}, ${body}: ${count} hộ chưa xong`,
      en: (name: string, body: string, count: string) => `${name}, ${body}: ${count} open`,
    },
    checker: { vi: 'Thư điện tử của người phúc tra', en: 'Mail address of who asks again' },
    giveAct: { vi: 'Giao', en: 'Give' },
    given: { vi: (count: string) => `Đã giao ${count} hộ.`, en: (count: string) => `${count} were given.` },
    found: { vi: 'Hộ cho biết chưa có ai đến phỏng vấn', en: 'Households that say that nobody came before' },
    foundMore: {
      vi: 'Cần làm rõ với điều tra viên. Ai đã trả lời gì không ai biết, nên phiếu của hộ không tự bị loại; phiếu bị nghi ngờ được xem ở phần rà soát phiếu.',
      en: 'This is to be cleared up with the interviewer. As nobody knows who answered what, the form of a household is not taken out by itself; forms in doubt are looked at in the review.',
    },
    household: { vi: 'Hộ', en: 'Household' },
    by: named(ROLE_NAMES, 'interviewer'),
    questions: { vi: 'Câu trả lời giống nhau, theo câu hỏi', en: 'Agreement by question' },
    question: { vi: 'Câu hỏi', en: 'Question' },
    share: { vi: 'Giống nhau', en: 'The same' },
    ofCompared: {
      vi: (share: string, same: string, compared: string) => `${share} (${same}/${compared})`,
      en: (share: string, same: string, compared: string) => `${share} (${same} of ${compared})`,
    },
    draws: { vi: 'Các lần chọn', en: 'Draws' },
    number: { vi: 'Lần', en: 'No.' },
    drawn: { vi: 'Đã chọn', en: 'Drawn' },
    drawnOf: {
      vi: (drawn: string, among: string, percent: string) => `${drawn}/${among} hộ (${percent}%)`,
      en: (drawn: string, among: string, percent: string) => `${drawn} of ${among} (${percent}%)`,
    },
    seed: { vi: 'Số khởi tạo ngẫu nhiên', en: 'Seed' },
    when: { vi: 'Người chọn', en: 'Drawn by' },
    byAt: { vi: (name: string, at: string) => `${name}, ${at}`, en: (name: string, at: string) => `${name}, ${at}` },
    list: { vi: 'Danh sách để chọn lại', en: 'List' },
    download: { vi: 'Tải danh sách', en: 'Download' },
  },
});
