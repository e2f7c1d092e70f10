import { DOCUMENT_CLASS_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

/** For how long documents are kept, and what becomes due. */
export const retentionTexts = texts({
  terms: {
    title: { vi: 'Thời hạn bảo quản', en: 'Terms of keeping' },
    lead: {
      vi: 'Tính tròn năm, kể từ hết năm kỳ đánh giá đóng. Hệ thống không tự hủy tài liệu: hết thời hạn thì một người đề nghị, một người khác quyết định.',
      en: 'In full years from the end of the year in which the round closed. Nothing is purged by itself: one person proposes, another decides.',
    },
    caption: { vi: 'Thời hạn bảo quản của từng loại tài liệu', en: 'Terms by class of documents' },
    class: { vi: 'Loại tài liệu', en: 'Class of documents' },
    classes: DOCUMENT_CLASS_NAMES,
    first: { vi: 'Một tài liệu thuộc loại đầu tiên phù hợp, theo thứ tự trên.', en: 'A document is of the first class that fits, in this order.' },
    term: { vi: 'Thời hạn', en: 'Term' },
    years: { vi: (years: string) => `${years} năm`, en: (years: string) => (years === '1' ? '1 year' : `${years} years`) },
    forEver: { vi: 'Vĩnh viễn', en: 'For ever' },
    notSet: { vi: 'Vĩnh viễn (chưa đặt thời hạn)', en: 'For ever (no term set)' },
    basis: { vi: 'Căn cứ pháp lý', en: 'Legal basis' },
    noBasis: { vi: 'chưa ghi', en: 'not told' },
    actions: { vi: 'Thao tác', en: 'Acts' },
    change: { vi: 'Đặt thời hạn', en: 'Set the term' },
    changeOf: { vi: (name: string) => `Đặt thời hạn: ${name}`, en: (name: string) => `Set the term: ${name}` },
    formTitle: { vi: (name: string) => `Thời hạn bảo quản: ${name}`, en: (name: string) => `Term of keeping: ${name}` },
    yearsLabel: { vi: 'Số năm bảo quản', en: 'Years' },
    yearsMore: { vi: 'Từ 1 đến 100 năm; để trống nếu bảo quản vĩnh viễn.', en: 'From 1 to 100; empty: for ever.' },
    yearsWrong: { vi: 'Số năm là một số nguyên từ 1 đến 100, hoặc để trống.', en: 'A whole number from 1 to 100, or empty.' },
    basisMore: { vi: 'Văn bản quy định thời hạn: số, ký hiệu, ngày, điều khoản.', en: 'What sets the term: number, date, article.' },
    save: { vi: 'Lưu thời hạn', en: 'Save the term' },
    saved: { vi: 'Đã lưu thời hạn bảo quản.', en: 'The term was saved.' },
  },
  due: {
    title: { vi: 'Tài liệu hết thời hạn bảo quản', en: 'Documents whose term is over' },
    lead: {
      vi: (day: string) => `Của các kỳ đánh giá đã đóng, đến hết thời hạn trước ngày ${day}.`,
      en: (day: string) => `Of closed rounds; whose term ends before ${day}.`,
    },
    none: { vi: 'Trong 12 tháng tới không có tài liệu nào hết thời hạn bảo quản.', en: 'Nothing becomes due in the next 12 months.' },
    caption: { vi: 'Tài liệu hết thời hạn bảo quản trong 12 tháng tới', en: 'What becomes due in the next 12 months' },
    round: { vi: 'Kỳ đánh giá', en: 'Round' },
    class: { vi: 'Loại tài liệu', en: 'Class of documents' },
    from: { vi: 'Hủy được từ ngày', en: 'May be purged from' },
    documents: { vi: 'Số tài liệu', en: 'Documents' },
    bytes: { vi: 'Dung lượng', en: 'Size' },
    act: { vi: (round: string) => `Đề nghị hủy: ${round}`, en: (round: string) => `Propose a purge: ${round}` },
    formTitle: {
      vi: (round: string) => `Đề nghị hủy tài liệu hết thời hạn của “${round}”`,
      en: (round: string) => `Propose to purge what is over of “${round}”`,
    },
    formMore: {
      vi: 'Gồm mọi tài liệu của kỳ này đã hết thời hạn bảo quản vào lúc đề nghị. Tài liệu vẫn được giữ cho đến khi người thứ hai quyết định.',
      en: 'All documents of this round whose term is over when you propose it. They are kept until a second person decides.',
    },
    reason: { vi: 'Lý do, căn cứ hủy tài liệu', en: 'Reason and legal basis' },
    yes: { vi: 'Gửi đề nghị hủy', en: 'Propose the purge' },
    done: { vi: 'Đã gửi đề nghị hủy; việc này chờ người thứ hai quyết định.', en: 'The purge is proposed, and waits for a second person.' },
  },
});
