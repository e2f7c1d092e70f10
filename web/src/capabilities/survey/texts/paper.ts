import { STEP_NAMES } from '@parindex/core/words/steps';
import { named, texts } from '@parindex/core/words/texts';

/** Paper forms, counted out and back. */
export const paperTexts = texts({
  title: { vi: 'Phiếu giấy', en: 'Paper forms' },
  lead: {
    vi: 'Mỗi phiếu giấy có mã riêng và chỉ được tính một lần; người đã trả lời trực tuyến không được tính thêm trên phiếu giấy. Mỗi phiếu do hai người nhập độc lập.',
    en: 'Each paper form has a code of its own and counts once; whoever has answered on line does not count on paper too. Two people type each form apart.',
  },
  back: named(STEP_NAMES, 'survey'),
  enter: { vi: 'Nhập phiếu', en: 'Type forms' },
  notOpened: { vi: 'Cuộc điều tra chưa mở', en: 'The survey is not open' },
  notOpenedMore: { vi: 'Mở cuộc điều tra rồi mới in được phiếu giấy.', en: 'Paper forms can be made once it is.' },
  none: { vi: 'Chưa có phiếu giấy nào', en: 'No paper forms yet' },
  body: { vi: 'Cơ quan được đánh giá', en: 'Body that is judged' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  kinds: {
    addressed: { vi: 'Theo danh sách, mỗi người một phiếu kèm tờ bìa', en: 'One for each listed person, with a cover' },
    unaddressed: { vi: 'Phát tại chỗ, không ghi tên', en: 'Handed out on the spot, to nobody in particular' },
  },
  print: {
    title: { vi: 'In một đợt phiếu', en: 'Make a batch' },
    lead: {
      vi: 'Mã phiếu chỉ có trong tệp tải về; phần mềm không lưu và không in lại được. Đề nghị in hai mặt; tờ bìa có họ tên, phiếu chỉ có mã.',
      en: 'The codes are in the file that is downloaded alone: they are not kept, and cannot be printed again. Print on both sides; covers bear the name, forms the code alone.',
    },
    kind: { vi: 'Cách phát phiếu', en: 'How they are handed out' },
    forms: { vi: 'Số phiếu', en: 'Number of forms' },
    only: { vi: 'In cho', en: 'For' },
    missing: { vi: 'Người chưa có phiếu giấy và chưa trả lời', en: 'Whoever has no paper form and has not answered' },
    unanswered: { vi: 'Mọi người chưa trả lời, kể cả người đã có phiếu giấy', en: 'All who have not answered, also those who have one' },
    unconfirmed: {
      vi: 'Cơ quan chưa xác nhận danh sách nên chỉ in được phiếu của người dân, phát tại chỗ.',
      en: 'The body has not confirmed its list: only forms of citizens can be made, to nobody in particular.',
    },
    act: { vi: 'In phiếu (PDF)', en: 'Make the forms (PDF)' },
    done: { vi: 'Đã lập đợt phiếu. Tệp tải về là bản duy nhất.', en: 'The batch is made. The file downloaded is the only copy.' },
  },
  progress: {
    title: { vi: 'Tình hình theo cơ quan, nhóm đối tượng', en: 'By body and group' },
    out: { vi: 'Đã in', en: 'Out' },
    returned: { vi: 'Thu về', en: 'Back' },
    filled: { vi: 'Có trả lời', en: 'Filled in' },
    once: { vi: 'Đã nhập một lần', en: 'Typed once' },
    differing: { vi: 'Chờ đối chiếu', en: 'To be reconciled' },
    counted: { vi: 'Đã tính', en: 'Counted' },
    setApart: { vi: 'Để riêng', en: 'Kept apart' },
    toDo: { vi: 'Còn phải xử lý', en: 'What is left' },
    nothing: { vi: 'Đã khớp', en: 'All adds up' },
    outstanding: { vi: (count: string) => `${count} phiếu chưa thu về.`, en: (count: string) => `${count} not back.` },
    untyped: { vi: (count: string) => `${count} phiếu chưa nhập.`, en: (count: string) => `${count} not typed.` },
    second: { vi: (count: string) => `${count} phiếu chờ người thứ hai nhập.`, en: (count: string) => `${count} await a second person.` },
    third: { vi: (count: string) => `${count} phiếu chờ đối chiếu.`, en: (count: string) => `${count} to be reconciled.` },
    elsewhere: {
      vi: (count: string) => `${count} người được gửi phiếu đã trả lời bằng cách khác; phiếu giấy của họ không được tính.`,
      en: (count: string) => `${count} of those with a form have answered otherwise; their paper forms do not count.`,
    },
    excess: {
      vi: (count: string) => `Số phiếu đã nhập nhiều hơn số phiếu có trả lời là ${count}: đề nghị kiểm tra số thu về.`,
      en: (count: string) => `${count} more were typed than are said to be back: please check the counts.`,
    },
  },
  batches: {
    title: { vi: 'Các đợt phiếu', en: 'Batches' },
    made: { vi: 'Ngày in', en: 'Made' },
    kind: { vi: 'Cách phát', en: 'Handed out' },
    kinds: { addressed: { vi: 'Theo danh sách', en: 'By list' }, unaddressed: { vi: 'Tại chỗ', en: 'On the spot' } },
    count: { vi: 'Số phiếu', en: 'Forms' },
    back: { vi: 'Thu về', en: 'Back' },
    notBack: { vi: 'Chưa ghi', en: 'Not recorded' },
    backOf: {
      vi: (returned: string, blank: string, spoiled: string, refused: string) => `${returned} phiếu (trắng ${blank}, hỏng ${spoiled}, từ chối ${refused})`,
      en: (returned: string, blank: string, spoiled: string, refused: string) => `${returned} (blank ${blank}, spoiled ${spoiled}, refused ${refused})`,
    },
    by: { vi: (name: string, at: string) => `${name}, ${at}`, en: (name: string, at: string) => `${name}, ${at}` },
    record: { vi: 'Ghi số thu về', en: 'Record returns' },
    recordOf: {
      vi: (body: string, at: string) => `Ghi số thu về: ${body}, đợt ${at}`,
      en: (body: string, at: string) => `Record what is back: ${body}, batch of ${at}`,
    },
  },
  returns: {
    lead: {
      vi: 'Ghi tổng số đến nay của đợt; số ghi trước vẫn được lưu. Phiếu trắng, phiếu hỏng và phiếu từ chối nằm trong số thu về và không nhập.',
      en: 'All in all by now; what was recorded before stays. Blank, spoiled and refused forms are among those that are back, and are not typed.',
    },
    returned: { vi: 'Số phiếu thu về', en: 'Back' },
    blank: { vi: 'Trong đó phiếu trắng', en: 'Of these blank' },
    spoiled: { vi: 'Trong đó phiếu hỏng', en: 'Of these spoiled' },
    refused: { vi: 'Trong đó phiếu từ chối trả lời', en: 'Of these refused' },
    act: { vi: 'Ghi số thu về', en: 'Record' },
  },
});
