// Archives, removals, purges and terms of keeping.
import type { Contract } from './contract.ts';

export const requestRemoval = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/removals',
  summary: {
    vi: 'Đề nghị gỡ bỏ khẩn cấp một tài liệu; từ lúc đó không ai đọc được trong kho của cơ quan',
    en: 'Ask for the emergency removal of a document; from then on nobody reads it in the libraries of the body',
  },
  tag: 'evidence',
  access: 'removal.ask',
  confirmed: 'now',
  params: 'documentParams',
  body: 'newErasure',
  answers: { 200: 'erasureAnswer', 201: 'erasureAnswer' },
  acts: ['removal.ask'],
} as const satisfies Contract;

export const requestPurge = {
  method: 'POST',
  url: '/api/rounds/{round}/purges',
  summary: { vi: 'Đề nghị hủy các tài liệu của kỳ đã đóng đã hết thời hạn bảo quản', en: 'Propose to purge documents of a closed round whose term is over' },
  tag: 'evidence',
  access: 'purge.ask',
  confirmed: 'now',
  params: 'roundParams',
  body: 'newErasure',
  answers: { 200: 'erasureAnswer', 201: 'erasureAnswer' },
  acts: ['purge.ask'],
} as const satisfies Contract;

export const printPurgeDocuments = {
  method: 'GET',
  url: '/api/purges/{id}/documents',
  summary: { vi: 'Danh mục tài liệu đề nghị hủy, để xem trước khi quyết định', en: 'The documents that a purge would take, to be read before it is decided' },
  tag: 'evidence',
  access: 'self',
  params: 'erasureParams',
  query: 'recordQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;

export const listRemovals = {
  method: 'GET',
  url: '/api/removals',
  summary: { vi: 'Các đề nghị gỡ bỏ khẩn cấp liên quan đến tôi', en: 'Emergency removals that concern me' },
  tag: 'evidence',
  access: 'self',
  query: 'erasureListQuery',
  answers: { 200: 'erasureList' },
} as const satisfies Contract;

export const listRemovalCopies = {
  method: 'GET',
  url: '/api/removals/copies',
  summary: {
    vi: 'Tài liệu của cơ quan tôi giống hệt tài liệu đang được đề nghị gỡ bỏ ở cơ quan khác, và việc xử lý',
    en: 'Documents of my bodies that hold the same bytes as something that others ask to remove, and what becomes of them',
  },
  tag: 'evidence',
  access: 'self',
  answers: { 200: 'removalCopies' },
} as const satisfies Contract;

export const decideRemoval = {
  method: 'POST',
  url: '/api/removals/{id}/decision',
  summary: { vi: 'Người thứ hai quyết định và thực hiện gỡ bỏ', en: 'A second person decides a removal, and carries it out' },
  tag: 'evidence',
  access: 'removal.decide',
  confirmed: 'now',
  params: 'erasureParams',
  body: 'erasureDecision',
  answers: { 200: 'erasureAnswer', 201: 'erasureAnswer' },
  acts: ['removal.refuse', 'removal.carryOut', 'evidence.remove', 'payload.purge'],
} as const satisfies Contract;

export const printRemoval = {
  method: 'GET',
  url: '/api/removals/{id}/record',
  summary: { vi: 'Biên bản gỡ bỏ khẩn cấp để in và ký', en: 'The record of a removal, to print and sign' },
  tag: 'evidence',
  access: 'self',
  params: 'erasureParams',
  query: 'recordQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;

export const listPurges = {
  method: 'GET',
  url: '/api/purges',
  summary: { vi: 'Các đề nghị hủy tài liệu hết thời hạn liên quan đến tôi', en: 'Proposed purges that concern me' },
  tag: 'evidence',
  access: 'self',
  query: 'erasureListQuery',
  answers: { 200: 'erasureList' },
} as const satisfies Contract;

export const decidePurge = {
  method: 'POST',
  url: '/api/purges/{id}/decision',
  summary: { vi: 'Người thứ hai quyết định và thực hiện hủy tài liệu', en: 'A second person decides a purge, and carries it out' },
  tag: 'evidence',
  access: 'purge.decide',
  confirmed: 'now',
  params: 'erasureParams',
  body: 'erasureDecision',
  answers: { 200: 'erasureAnswer', 201: 'erasureAnswer' },
  acts: ['purge.refuse', 'purge.carryOut', 'payload.purge'],
} as const satisfies Contract;

export const printPurge = {
  method: 'GET',
  url: '/api/purges/{id}/record',
  summary: { vi: 'Biên bản hủy tài liệu để in và ký', en: 'The record of a purge, to print and sign' },
  tag: 'evidence',
  access: 'self',
  params: 'erasureParams',
  query: 'recordQuery',
  answers: { 200: 'pageOrFile' },
  withoutHead: true,
} as const satisfies Contract;

export const readRetention = {
  method: 'GET',
  url: '/api/retention',
  summary: { vi: 'Thời hạn bảo quản và những gì hết hạn trong 12 tháng tới', en: 'Terms of keeping, and what becomes due in the next 12 months' },
  tag: 'evidence',
  access: 'retention.read',
  answers: { 200: 'retentionAnswer' },
} as const satisfies Contract;

export const setRetentionTerm = {
  method: 'PUT',
  url: '/api/retention/terms/{class}',
  summary: { vi: 'Đặt thời hạn bảo quản của một loại tài liệu theo quy định', en: 'Set the legal term of a class of documents' },
  tag: 'evidence',
  access: 'retention.write',
  confirmed: 'now',
  params: 'retentionTermParams',
  body: 'retentionTerm',
  answers: { 200: 'shownRetentionTerm' },
  acts: ['retention.setTerm'],
} as const satisfies Contract;

export const downloadArchive = {
  method: 'GET',
  url: '/api/rounds/{round}/archive',
  summary: { vi: 'Tải hồ sơ lưu trữ của một kỳ đánh giá đã đóng', en: 'The archive of a closed round' },
  tag: 'rounds',
  access: 'round.archive',
  params: 'roundParams',
  query: 'packageQuery',
  answers: { 200: 'fileBytes' },
  acts: ['round.archive', 'evidence.view'],
  recordsView: true,
  withoutHead: true,
} as const satisfies Contract;
