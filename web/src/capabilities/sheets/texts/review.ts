import { bilingual } from '../../../kit/bilingual.ts';

export const reviewTexts = bilingual(
  {
    title: 'Rà soát trước khi gửi',
    lead: 'Nội dung nhiều điểm nhất đứng trước. Danh sách tự ngắn lại khi từng nội dung được sửa hoặc giải trình.',
    severity: { mustMend: 'Phải sửa', mustExplain: 'Phải giải trình', told: 'Lưu ý' },
    severityMore: {
      mustMend: 'Còn nội dung ở đây thì chưa chốt được số liệu.',
      mustExplain: 'Sửa lại, hoặc ghi giải trình tại tiêu chí.',
      told: 'Cơ quan tự xem xét; không cản việc chốt số liệu.',
    },
    count: (count: string, of: string) => `${of} (${count})`,
    costs: (points: string) => `${points} điểm`,
    costsOf: (points: string) => `Liên quan đến ${points} điểm`,
    none: 'Không còn điều gì phải sửa',
    noneMore: 'Mọi tiêu chí đã được trả lời, có tài liệu kiểm chứng hoặc giải trình.',
    noneHere: 'Không có nội dung nào ở lĩnh vực này.',
    domain: 'Lĩnh vực',
    allDomains: 'Mọi lĩnh vực',
    waits: 'Còn thay đổi chưa gửi xong; kết quả rà soát theo nội dung máy chủ đã nhận.',
    checking: 'Đang rà soát lại …',
    printedAt: (moment: string) => `In lúc ${moment}, theo đồng hồ máy chủ.`,
    freeze: {
      mustMend: (count: number) => `Còn ${count} nội dung phải sửa nên chưa chốt được số liệu.`,
      mustExplain: (count: number) => `Còn ${count} nội dung phải giải trình; bảng điểm vẫn chốt được, cơ quan thẩm định sẽ thấy.`,
      clear: 'Rà soát: không còn nội dung phải sửa hoặc phải giải trình.',
      toReview: 'Xem kết quả rà soát',
    },
  },
  {
    title: 'Check before sending',
    lead: 'What most points rest on comes first. The list gets shorter by itself as things are mended or explained.',
    severity: { mustMend: 'Must be mended', mustExplain: 'Must be explained', told: 'To be noted' },
    severityMore: {
      mustMend: 'As long as something stands here the sheet cannot be frozen.',
      mustExplain: 'Mend it, or write a justification at the item.',
      told: 'The body decides; it does not stand in the way of freezing.',
    },
    count: (count: string, of: string) => `${of} (${count})`,
    costs: (points: string) => `${points} points`,
    costsOf: (points: string) => `${points} points rest on it`,
    none: 'Nothing left to mend',
    noneMore: 'Every item has an answer, and evidence or a justification.',
    noneHere: 'Nothing in this domain.',
    domain: 'Domain',
    allDomains: 'All domains',
    waits: 'Some changes are still on their way; this is the check of what the server has.',
    checking: 'Checking again …',
    printedAt: (moment: string) => `Printed at ${moment}, by the server’s clock.`,
    freeze: {
      mustMend: (count: number) => `${count} ${count === 1 ? 'thing' : 'things'} must be mended before the sheet can be frozen.`,
      mustExplain: (count: number) =>
        `${count} ${count === 1 ? 'thing' : 'things'} should be explained; the sheet can be frozen all the same, appraisers will see it.`,
      clear: 'Check before sending: nothing must be mended or explained.',
      toReview: 'See what was found',
    },
  },
);
