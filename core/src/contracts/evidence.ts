// The library of documents of a body, their files, uploads and packages.
import type { Contract } from './contract.ts';

export const listDocuments = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/documents',
  summary: { vi: 'Kho tài liệu kiểm chứng của một cơ quan trong kỳ', en: 'The library of evidence of a body in a round' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'sheetParams',
  query: 'documentListQuery',
  answers: { 200: 'documentList' },
} as const satisfies Contract;

export const readDocument = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}',
  summary: { vi: 'Một tài liệu với mọi phiên bản và nơi dẫn', en: 'A document with all its versions and where it is cited' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'documentParams',
  answers: { 200: 'documentAnswer' },
} as const satisfies Contract;

export const addReferences = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/documents',
  summary: {
    vi: 'Thêm tài liệu theo số, ký hiệu, không kèm tệp; hoặc gửi theo đường văn thư mật',
    en: 'Add documents by number, without a file; or as sent by the secret mail',
  },
  tag: 'evidence',
  access: 'evidence.write',
  params: 'sheetParams',
  body: 'newReferences',
  answers: { 201: 'savedDocuments' },
  acts: ['evidence.reference'],
} as const satisfies Contract;

export const describeDocument = {
  method: 'PATCH',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/description',
  summary: { vi: 'Xác nhận số, ngày, cơ quan ban hành, trích yếu, hiệu lực', en: 'Confirm number, date, issuing body, subject, validity' },
  tag: 'evidence',
  access: 'evidence.change',
  params: 'documentParams',
  body: 'documentDescription',
  answers: { 200: 'documentAnswer' },
  acts: ['evidence.describe'],
} as const satisfies Contract;

export const setDocumentAccess = {
  method: 'PATCH',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/access',
  summary: { vi: 'Cho công khai hay hạn chế truy cập; có hay không có dữ liệu cá nhân', en: 'Release or restrict; whether it holds personal data' },
  tag: 'evidence',
  access: 'evidence.access',
  confirmed: 'inSeries',
  params: 'documentParams',
  body: 'documentAccess',
  answers: { 200: 'documentAnswer' },
  acts: ['evidence.access'],
} as const satisfies Contract;

export const compareDocument = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/comparison',
  summary: { vi: 'Ghi nhận đã đối chiếu tài liệu gửi theo đường văn thư mật', en: 'Record that the paper sent by the secret mail was held against the claim' },
  tag: 'evidence',
  access: 'evidence.compare',
  params: 'documentParams',
  body: 'documentVersionSeen',
  answers: { 201: 'documentAnswer' },
  acts: ['evidence.compare'],
} as const satisfies Contract;

export const withdrawDocument = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/withdrawal',
  summary: {
    vi: 'Rút khỏi kho một tài liệu chưa được dẫn ở đâu; người thẩm định rút tài liệu do chính mình đưa vào',
    en: 'Take a document that nothing cites out of the library; an appraiser takes back what they brought',
  },
  tag: 'evidence',
  access: 'evidence.withdraw',
  params: 'documentParams',
  body: 'documentVersionSeen',
  answers: { 201: 'documentAnswer' },
  acts: ['evidence.withdraw'],
} as const satisfies Contract;

export const downloadFile = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/file',
  summary: { vi: 'Tải tệp gốc, đúng từng byte; nhận yêu cầu theo khoảng', en: 'The original file, byte for byte; takes ranges' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'documentVersionParams',
  answers: { 200: 'fileBytes' },
  acts: ['evidence.view'],
  recordsView: 'sometimes',
} as const satisfies Contract;

export const downloadPreview = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/preview',
  summary: { vi: 'Bản xem trước của ảnh, đã bỏ thông tin kèm theo', en: 'The preview of an image, with what was hidden in it taken out' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'documentVersionParams',
  answers: { 200: 'fileBytes' },
  acts: ['evidence.view'],
  recordsView: 'sometimes',
} as const satisfies Contract;

export const readPages = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/documents/{document}/versions/{number}/pages',
  summary: { vi: 'Nội dung từng trang: chữ và khối để xem trước', en: 'What each page says: its text, and blocks for a preview' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'documentVersionParams',
  query: 'documentPagesQuery',
  answers: { 200: 'documentPages' },
  acts: ['evidence.view'],
  recordsView: 'sometimes',
} as const satisfies Contract;

export const searchPages = {
  method: 'GET',
  url: '/api/rounds/{round}/evidence',
  summary: { vi: 'Tìm trong nội dung tài liệu kiểm chứng, không cần dấu', en: 'Search in what the evidence says, with or without marks' },
  tag: 'evidence',
  access: 'round.read',
  params: 'roundParams',
  query: 'pageSearchQuery',
  answers: { 200: 'pageSearchAnswer' },
} as const satisfies Contract;

export const listCarriable = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/carriable',
  summary: { vi: 'Tài liệu của kỳ trước, để hỏi còn hiệu lực hay không', en: 'Documents of the round before, to be asked whether they hold still' },
  tag: 'evidence',
  access: 'evidence.write',
  params: 'sheetParams',
  query: 'carriableQuery',
  answers: { 200: 'carriableList' },
} as const satisfies Contract;

export const carryDocuments = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/carried-documents',
  summary: { vi: 'Đưa sang kỳ này các tài liệu còn hiệu lực', en: 'Take over documents that hold still' },
  tag: 'evidence',
  access: 'evidence.write',
  params: 'sheetParams',
  body: 'carriedDocuments',
  answers: { 201: 'savedDocuments' },
  acts: ['evidence.carry'],
} as const satisfies Contract;

export const downloadPackage = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/package',
  summary: { vi: 'Tải mọi tài liệu kiểm chứng của một bảng chấm điểm trong một gói ZIP, kèm mục lục', en: 'All evidence of a sheet as one ZIP, with its list' },
  tag: 'evidence',
  access: 'evidence.read',
  params: 'sheetParams',
  query: 'packageQuery',
  answers: { 200: 'fileBytes' },
  acts: ['evidence.package', 'evidence.view'],
  recordsView: true,
  withoutHead: true,
} as const satisfies Contract;

export const beginUpload = {
  method: 'POST',
  url: '/api/rounds/{round}/sheets/{body}/uploads',
  summary: { vi: 'Bắt đầu tải một tệp vào kho tài liệu', en: 'Begin to upload a file into the library' },
  tag: 'evidence',
  access: 'evidence.upload',
  params: 'sheetParams',
  body: 'newUpload',
  answers: { 201: 'uploadAnswer' },
  acts: ['evidence.begin'],
} as const satisfies Contract;

export const listUploads = {
  method: 'GET',
  url: '/api/rounds/{round}/sheets/{body}/uploads',
  summary: { vi: 'Các tệp đang tải lên, đang kiểm tra, bị từ chối', en: 'Files on their way, being checked, refused' },
  tag: 'evidence',
  access: 'evidence.upload',
  params: 'sheetParams',
  answers: { 200: 'uploadList' },
} as const satisfies Contract;

export const readUpload = {
  method: 'GET',
  url: '/api/uploads/{upload}',
  summary: { vi: 'Một tệp đang tải lên: đã nhận bao nhiêu, kết quả kiểm tra', en: 'An upload: how much has come, what the check found' },
  tag: 'evidence',
  access: 'evidence.upload',
  params: 'uploadParams',
  answers: { 200: 'uploadAnswer' },
} as const satisfies Contract;

export const cancelUpload = {
  method: 'DELETE',
  url: '/api/uploads/{upload}',
  summary: { vi: 'Hủy một tệp đang tải lên', en: 'Give up an upload' },
  tag: 'evidence',
  access: 'evidence.upload',
  params: 'uploadParams',
  answers: { 204: 'nothing' },
  acts: ['evidence.cancel'],
} as const satisfies Contract;
