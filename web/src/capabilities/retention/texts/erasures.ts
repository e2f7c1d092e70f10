import { ERASURE_KIND_NAMES } from '@parindex/core/words/kinds';
import { texts } from '@parindex/core/words/texts';

/** Emergency removals and purges: asked for by one person, decided by another. */
export const erasureTexts = texts({
  title: { vi: 'Gỡ bỏ và hủy tài liệu', en: 'Removals and purges' },
  lead: {
    vi: 'Một người đề nghị, một người khác quyết định. Tài liệu đã gỡ bỏ hoặc đã hủy thì không khôi phục được.',
    en: 'One person asks, another decides. What was removed or purged cannot be brought back.',
  },
  open: { vi: 'Đề nghị đang chờ quyết định', en: 'Waiting for a decision' },
  openNone: { vi: 'Không có đề nghị nào đang chờ quyết định.', en: 'Nothing waits for a decision.' },
  decided: { vi: 'Đề nghị đã quyết định', en: 'Decided' },
  decidedNone: { vi: 'Chưa có đề nghị nào được quyết định.', en: 'Nothing has been decided yet.' },
  kinds: ERASURE_KIND_NAMES,
  states: {
    open: { vi: 'Chờ quyết định', en: 'Waits for a decision' },
    carriedOut: {
      removal: { vi: 'Đã gỡ bỏ', en: 'Removed' },
      purge: { vi: 'Đã hủy', en: 'Purged' },
    },
    refused: { vi: 'Không chấp thuận', en: 'Refused' },
  },
  round: { vi: 'Kỳ đánh giá', en: 'Round' },
  body: { vi: 'Kho tài liệu của', en: 'Library of' },
  document: { vi: 'Mã tài liệu', en: 'Id of the document' },
  documents: { vi: 'Số tài liệu được đề nghị', en: 'Documents asked for' },
  asked: { vi: 'Người đề nghị', en: 'Asked by' },
  decidedBy: { vi: 'Người quyết định', en: 'Decided by' },
  reason: { vi: 'Lý do', en: 'Reason' },
  note: { vi: 'Ý kiến', en: 'Note' },
  person: {
    vi: (name: string, role: string, body: string | null, moment: string) => `${name} (${role}${body === null ? '' : `, ${body}`}), lúc ${moment}`,
    en: (name: string, role: string, body: string | null, moment: string) => `${name} (${role}${body === null ? '' : `, ${body}`}), at ${moment}`,
  },
  toDocument: { vi: 'Mở trang của tài liệu', en: 'To the document’s page' },
  list: { vi: 'Mở danh mục tài liệu đề nghị hủy', en: 'Open the list of documents to be purged' },
  record: { vi: 'Mở biên bản để in và ký', en: 'Open the record to print and sign' },
  went: {
    vi: (documents: number) => `Đã xóa nội dung và tệp của ${documents} tài liệu.`,
    en: (documents: number) => (documents === 1 ? 'Words and files of 1 document are gone.' : `Words and files of ${documents} documents are gone.`),
  },
  elsewhere: {
    vi: (documents: number) => `Trong đó có ${documents} tài liệu cùng nội dung ở kho khác mà Ông/Bà không được xem.`,
    en: (documents: number) => `${documents} of them with the same content lay in libraries that you do not see.`,
  },
  backups: {
    vi: (count: number) => `Còn ${count} bản sao lưu vẫn chứa nội dung; biên bản ghi rõ từng bản để xử lý.`,
    en: (count: number) => (count === 1 ? '1 backup holds it still; the record names it.' : `${count} backups hold it still; the record names each.`),
  },
  waits: {
    own: { vi: 'Ông/Bà là người đề nghị nên không tự quyết định; việc này chờ người khác.', en: 'You asked for this, so somebody else decides.' },
    removal: {
      vi: 'Chờ quyết định của người thuộc cơ quan chủ trì hoặc quản trị viên toàn hệ thống, khác với người đề nghị.',
      en: 'Waits for an owner of the round or an administrator of the whole installation, other than whoever asked.',
    },
    purge: {
      vi: 'Việc hủy cần hai người: một người của cơ quan chủ trì và một quản trị viên toàn hệ thống; một bên đề nghị, bên kia quyết định.',
      en: 'A purge takes two people: an owner of the round and an administrator of the whole installation; one asks, the other decides.',
    },
  },
  carryOut: {
    removal: {
      act: { vi: 'Thực hiện gỡ bỏ', en: 'Carry it out' },
      title: { vi: 'Gỡ bỏ tài liệu này?', en: 'Remove this document?' },
      more: {
        vi: 'Nội dung, tệp và thông tin của tài liệu bị xóa hẳn, kể cả ở kho khác có tệp giống hệt. Không hoàn tác được; hệ thống chỉ giữ mã tài liệu và mã kiểm tra toàn vẹn.',
        en: 'Its words, files and facts go for good, in every library that holds the very same file too. This cannot be undone; only the id and the hash stay.',
      },
      yes: { vi: 'Gỡ bỏ vĩnh viễn', en: 'Remove it for ever' },
      done: { vi: 'Đã gỡ bỏ tài liệu. Biên bản có ở phần đề nghị đã quyết định.', en: 'The document is removed. Its record is among what was decided.' },
    },
    purge: {
      act: { vi: 'Thực hiện hủy', en: 'Carry out the purge' },
      title: { vi: 'Hủy các tài liệu này?', en: 'Purge these documents?' },
      more: {
        vi: 'Nội dung và tệp của các tài liệu bị xóa hẳn, không hoàn tác được. Hệ thống giữ số, ký hiệu, ngày văn bản, mã kiểm tra toàn vẹn, người nộp và thời điểm nộp.',
        en: 'Their words and files go for good; this cannot be undone. Number, date, hash, and who brought them when stay.',
      },
      yes: { vi: 'Hủy vĩnh viễn', en: 'Purge them for ever' },
      done: { vi: 'Đã hủy tài liệu. Biên bản có ở phần đề nghị đã quyết định.', en: 'The documents are purged. The record is among what was decided.' },
    },
    note: { vi: 'Ý kiến (nếu có)', en: 'Note (if any)' },
  },
  reaches: {
    label: { vi: 'Phạm vi gỡ bỏ', en: 'How far it goes' },
    names: {
      body: { vi: 'Chỉ kho của cơ quan có đề nghị', en: 'The libraries of this body alone' },
      rounds: { vi: 'Thêm các kho thuộc những kỳ do cơ quan tôi chủ trì', en: 'Also the libraries of the rounds that my body runs' },
      all: { vi: 'Mọi kho trên hệ thống có tệp giống hệt', en: 'Every library that holds the very same file' },
    },
    takes: {
      vi: (documents: number, libraries: number, bodies: readonly string[]) =>
        `${documents} tài liệu trong ${libraries} kho${bodies.length === 0 ? '' : `: ${bodies.join(', ')}`}.`,
      en: (documents: number, libraries: number, bodies: readonly string[]) =>
        `Documents: ${documents}, in libraries: ${libraries}${bodies.length === 0 ? '' : ` (${bodies.join(', ')})`}.`,
    },
    nobodyElse: { vi: 'Không kho nào khác có tệp giống hệt.', en: 'No other library holds the very same file.' },
    beyond: {
      vi: (libraries: number) =>
        `Còn ${libraries} kho khác có tệp giống hệt ngoài phạm vi quyết định của Ông/Bà; các kho đó giữ nguyên, chỉ quản trị viên toàn hệ thống gỡ bỏ được.`,
      en: (libraries: number) =>
        `Other libraries with the very same file that your word does not reach: ${libraries}. They stay; only an administrator of the whole installation removes there.`,
    },
    more: {
      body: {
        vi: 'Nội dung, tệp và thông tin của tài liệu bị xóa hẳn trong kho của cơ quan này, không hoàn tác được. Cơ quan khác có tệp giống hệt vẫn đọc được và tệp đó vẫn có thể được đưa lên lại.',
        en: 'Its words, files and facts go for good in the libraries of this body; this cannot be undone. Others that hold the very same file read on, and it may be brought again.',
      },
      rounds: {
        vi: 'Nội dung, tệp và thông tin của tài liệu bị xóa hẳn trong các kho trên, không hoàn tác được. Các cơ quan có tệp giống hệt được thông báo; kho ở kỳ khác vẫn giữ.',
        en: 'Its words, files and facts go for good in these libraries; this cannot be undone. Bodies that hold the very same file are told; libraries of other rounds keep theirs.',
      },
      all: {
        vi: 'Nội dung, tệp và thông tin của tài liệu bị xóa hẳn, kể cả ở kho khác có tệp giống hệt; tệp đó không bao giờ được đưa lên lại. Không hoàn tác được; hệ thống chỉ giữ mã tài liệu và mã kiểm tra toàn vẹn.',
        en: 'Its words, files and facts go for good, in every library that holds the very same file too, and it never comes in again. This cannot be undone; only the id and the hash stay.',
      },
    },
    reached: { vi: 'Phạm vi đã gỡ bỏ', en: 'How far it went' },
    went: {
      body: { vi: 'Kho của cơ quan có đề nghị; kho khác giữ nguyên', en: 'The libraries of this body; others stay' },
      rounds: {
        vi: 'Kho của cơ quan có đề nghị và các kho thuộc kỳ do cơ quan quyết định chủ trì',
        en: 'The libraries of this body, and of the rounds that the deciding body runs',
      },
      all: { vi: 'Mọi kho có tệp giống hệt; tệp này không được đưa lên lại', en: 'Every library with the very same file, which never comes in again' },
    },
  },
  copies: {
    title: { vi: 'Tài liệu của cơ quan giống hệt tài liệu được đề nghị gỡ bỏ ở nơi khác', en: 'Documents of yours that others ask to remove' },
    lead: {
      vi: 'Cơ quan khác đề nghị gỡ bỏ một tài liệu có tệp giống hệt tài liệu dưới đây. Nếu tài liệu này cũng không được phép lưu, Ông/Bà đề nghị gỡ bỏ tại trang của tài liệu.',
      en: 'Another body asks to remove a document with the very same file as these. If yours must not be here either, ask for its removal on its page.',
    },
    becomes: {
      asked: { vi: 'Đang chờ quyết định; tài liệu của Ông/Bà vẫn đọc được.', en: 'Waits for a decision; yours can be read.' },
      held: {
        vi: 'Đang được khóa theo yêu cầu của cơ quan chủ trì hoặc quản trị viên, chờ quyết định.',
        en: 'Closed by the word of an owner or administrator, until it is decided.',
      },
      kept: { vi: 'Đã gỡ bỏ ở nơi khác; tài liệu của Ông/Bà được giữ nguyên.', en: 'Removed elsewhere; yours stays.' },
      removed: {
        vi: 'Đã gỡ bỏ, kể cả tài liệu của Ông/Bà. Nơi dẫn tài liệu này cần được cập nhật.',
        en: 'Removed, yours too. What cites it has to be seen to.',
      },
      refused: { vi: 'Không chấp thuận gỡ bỏ; tài liệu của Ông/Bà được giữ nguyên.', en: 'The removal was refused; yours stays.' },
    },
    of: {
      vi: (body: string, round: string, moment: string) => `${body}, ${round}, đề nghị lúc ${moment}`,
      en: (body: string, round: string, moment: string) => `${body}, ${round}, asked at ${moment}`,
    },
    toDocument: { vi: 'Mở tài liệu', en: 'Open the document' },
  },
  refuse: {
    act: { vi: 'Không chấp thuận', en: 'Refuse' },
    title: { vi: 'Không chấp thuận đề nghị này?', en: 'Refuse this?' },
    more: {
      removal: { vi: 'Tài liệu được mở lại cho những người trước đây được xem.', en: 'The document opens again to those who could read it before.' },
      purge: { vi: 'Các tài liệu được giữ nguyên.', en: 'The documents stay as they are.' },
    },
    note: { vi: 'Lý do không chấp thuận', en: 'Why it is refused' },
    yes: { vi: 'Xác nhận không chấp thuận', en: 'Refuse it' },
    done: { vi: 'Đã ghi nhận không chấp thuận.', en: 'It was refused.' },
  },
  leave: { vi: 'Quay lại', en: 'Go back' },
  noContent: {
    vi: 'Không nêu nội dung của tài liệu: phần này được lưu lại và in trong biên bản.',
    en: 'Say nothing of what the document says: this is kept, and printed in the record.',
  },
  ask: {
    title: { vi: 'Gỡ bỏ khẩn cấp', en: 'Emergency removal' },
    lead: {
      vi: 'Dùng khi tài liệu không được phép có trên hệ thống, nhất là khi chứa bí mật nhà nước: ngay khi Ông/Bà đề nghị, không ai đọc được tài liệu trong kho của cơ quan này nữa (cơ quan chủ trì đề nghị thì cả trong các kỳ mình chủ trì, quản trị viên toàn hệ thống thì mọi kho). Cơ quan khác có tệp giống hệt được thông báo. Một người khác của cơ quan chủ trì hoặc quản trị viên toàn hệ thống quyết định; đã gỡ bỏ thì không hoàn tác được.',
      en: 'For what must not be in this system, above all state secrets: from the moment you ask, nobody reads the document in the libraries of this body (an owner closes also those of their rounds, an administrator of the whole installation all). Others that hold the very same file are told. Another person, an owner of the round or an administrator of the whole installation, decides; a removal cannot be undone.',
    },
    act: { vi: 'Đề nghị gỡ bỏ khẩn cấp', en: 'Ask for an emergency removal' },
    yes: { vi: 'Khóa tài liệu và đề nghị gỡ bỏ', en: 'Close the document and ask for its removal' },
    reason: { vi: 'Lý do đề nghị gỡ bỏ', en: 'Why it is to be removed' },
    unseen: {
      vi: 'Ông/Bà không được xem tài liệu này, nhưng vẫn đề nghị gỡ bỏ được khi có người báo.',
      en: 'You may not read this document, but can ask for its removal when somebody has told you of it.',
    },
    refused: {
      vi: (name: string, moment: string) => `${name} không chấp thuận đề nghị gỡ bỏ trước đây, lúc ${moment}.`,
      en: (name: string, moment: string) => `${name} refused an earlier removal at ${moment}.`,
    },
  },
  held: {
    title: { vi: 'Tài liệu đang được khóa, chờ quyết định gỡ bỏ', en: 'The document is closed until its removal is decided' },
    by: {
      vi: (name: string, moment: string) => `${name} đề nghị gỡ bỏ lúc ${moment}.`,
      en: (name: string, moment: string) => `${name} asked for its removal at ${moment}.`,
    },
    reason: { vi: (reason: string) => `Lý do: ${reason}`, en: (reason: string) => `Reason: ${reason}` },
    more: {
      vi: 'Cho đến khi có quyết định, không ai đọc được tài liệu này trong kho của cơ quan. Cơ quan khác có tệp giống hệt vẫn đọc được tệp của mình; nếu tài liệu chứa bí mật nhà nước, hãy báo ngay quản trị viên toàn hệ thống để khóa mọi nơi.',
      en: 'Until it is decided nobody reads the document in the libraries of this body. Others with the very same file still read theirs; if it holds a state secret, call an administrator of the whole installation at once, who closes it everywhere.',
    },
    toList: { vi: 'Đến các đề nghị gỡ bỏ', en: 'To the removals' },
  },
  gone: {
    removed: { vi: (day: string) => `Tài liệu đã được gỡ bỏ khẩn cấp ngày ${day}`, en: (day: string) => `The document was removed as an emergency on ${day}` },
    removedMore: {
      vi: 'Nội dung, tệp và thông tin của tài liệu không còn trên hệ thống; chỉ còn mã tài liệu và mã kiểm tra toàn vẹn.',
      en: 'Its words, files and facts are gone; only its id and the hash stay.',
    },
    purged: {
      vi: (day: string) => `Tài liệu đã được hủy ngày ${day} vì hết thời hạn bảo quản`,
      en: (day: string) => `The document was purged on ${day}, as its term of keeping was over`,
    },
    purgedMore: {
      vi: 'Nội dung và tệp không còn trên hệ thống; chỉ còn số, ký hiệu, ngày văn bản và mã kiểm tra toàn vẹn.',
      en: 'Its words and files are gone; only number, date and hash stay.',
    },
  },
});
