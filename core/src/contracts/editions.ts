// Editions of schemes.
import type { Contract } from './contract.ts';
import { MOST_WORKBOOK_BYTES } from './limits.ts';
import { ANY_FILE } from './media-types.ts';

export const listEditions = {
  method: 'GET',
  url: '/api/editions',
  summary: { vi: 'Danh sách các bộ tiêu chí, kể cả dự thảo', en: 'All editions of schemes, drafts too' },
  tag: 'editions',
  access: 'edition.read',
  query: 'pageQuery',
  answers: { 200: 'editionList' },
} as const satisfies Contract;

export const readEdition = {
  method: 'GET',
  url: '/api/editions/{edition}',
  summary: { vi: 'Một bộ tiêu chí, kèm lỗi theo dòng và kết quả các ví dụ', en: 'An edition, with its faults line by line and how its cases came out' },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  answers: { 200: 'editionAnswer' },
} as const satisfies Contract;

export const readEditionDocument = {
  method: 'GET',
  url: '/api/editions/{edition}/document',
  summary: { vi: 'Văn bản bộ tiêu chí như đã viết', en: 'The document of an edition as it was written' },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  answers: { 200: 'writtenText' },
} as const satisfies Contract;

export const readEditionCases = {
  method: 'GET',
  url: '/api/editions/{edition}/cases',
  summary: { vi: 'Các ví dụ của bộ tiêu chí như đã viết', en: 'The cases of an edition as they were written' },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  answers: { 200: 'writtenText' },
} as const satisfies Contract;

export const readEditionNormalForm = {
  method: 'GET',
  url: '/api/editions/{edition}/normal',
  summary: {
    vi: 'Dạng chuẩn hóa của bộ tiêu chí đã đưa vào áp dụng: chính nội dung được băm',
    en: 'The normal form of an adopted edition: the very text that is hashed',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  answers: { 200: 'anyDocument' },
} as const satisfies Contract;

export const downloadEditionAnnex = {
  method: 'GET',
  url: '/api/editions/{edition}/annex',
  summary: {
    vi: 'Bảng tiêu chí theo mẫu phụ lục của quyết định (PDF, DOCX, XLSX); tệp DOCX, XLSX mang theo văn bản gốc để đưa trở lại',
    en: 'The table as the annex of its decision (PDF, DOCX, XLSX); DOCX and XLSX carry the document, so that they can be brought back',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  query: 'editionAnnexQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const compareEditions = {
  method: 'GET',
  url: '/api/editions/{edition}/comparison',
  summary: {
    vi: 'So sánh bộ tiêu chí với một bản trước: số thay đổi, nội dung trước và sau theo lĩnh vực, ảnh hưởng đến điểm tối đa',
    en: 'Compares an edition with an earlier one: how many changes, before and after by domain, and the effect on maximum points',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  query: 'comparisonQuery',
  answers: { 200: 'editionComparison' },
} as const satisfies Contract;

export const downloadComparison = {
  method: 'GET',
  url: '/api/editions/{edition}/comparison/file',
  summary: {
    vi: 'Bảng so sánh bộ tiêu chí với một bản trước, để kèm theo tờ trình (PDF, DOCX, XLSX)',
    en: 'The comparison of an edition with an earlier one as a table to attach to a submission (PDF, DOCX, XLSX)',
  },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionParams',
  query: 'comparisonFileQuery',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const listSchemeTemplates = {
  method: 'GET',
  url: '/api/scheme-templates',
  summary: { vi: 'Các mẫu có sẵn để lập bộ tiêu chí, mỗi mẫu ghi rõ tính chất', en: 'What a draft may begin with, each with what it is' },
  tag: 'editions',
  access: 'edition.read',
  answers: { 200: 'schemeTemplateList' },
} as const satisfies Contract;

export const readSchemeTemplate = {
  method: 'GET',
  url: '/api/scheme-templates/{template}',
  summary: { vi: 'Văn bản và ví dụ tính điểm của một mẫu', en: 'The document and the cases of a template' },
  tag: 'editions',
  access: 'edition.read',
  params: 'schemeTemplateParams',
  answers: { 200: 'schemeTemplate' },
} as const satisfies Contract;

export const draftEdition = {
  method: 'POST',
  url: '/api/editions',
  summary: { vi: 'Lưu một bản dự thảo bộ tiêu chí', en: 'Keep a draft of an edition' },
  tag: 'editions',
  access: 'edition.write',
  body: 'newEdition',
  bodyLimit: 4 * 1024 * 1024,
  answers: { 201: 'editionAnswer' },
  acts: ['edition.draft'],
} as const satisfies Contract;

export const previewSchemeFile = {
  method: 'POST',
  url: '/api/editions/files/preview',
  summary: {
    vi: 'Đọc thử một bảng tiêu chí (XLSX hoặc DOCX): các cấp, điểm, cách tính đề xuất và những chỗ chưa chắc; không ghi gì',
    en: 'Reads a table of criteria (XLSX or DOCX): its parts, points, proposed rules and all that is doubtful; writes nothing',
  },
  tag: 'editions',
  access: 'edition.write',
  takes: [ANY_FILE],
  bodyLimit: MOST_WORKBOOK_BYTES,
  answers: { 200: 'schemeFilePreview' },
} as const satisfies Contract;

export const draftSchemeFile = {
  method: 'POST',
  url: '/api/editions/files',
  summary: {
    vi: 'Lập bản dự thảo từ một bảng tiêu chí đã xem; chỉ giữ những cách tính đã được xác nhận',
    en: 'Makes a draft of a table of criteria that was seen; only rules that were confirmed stay in it',
  },
  tag: 'editions',
  access: 'edition.write',
  query: 'schemeFileQuery',
  takes: [ANY_FILE],
  bodyLimit: MOST_WORKBOOK_BYTES,
  answers: { 201: 'editionAnswer' },
  acts: ['edition.draft'],
} as const satisfies Contract;

export const changeEdition = {
  method: 'PUT',
  url: '/api/editions/{edition}',
  summary: { vi: 'Thay nội dung một bản dự thảo', en: 'Replace the texts of a draft' },
  tag: 'editions',
  access: 'edition.write',
  params: 'editionParams',
  body: 'changedEdition',
  bodyLimit: 4 * 1024 * 1024,
  answers: { 200: 'editionAnswer' },
  acts: ['edition.change'],
} as const satisfies Contract;

export const removeEdition = {
  method: 'DELETE',
  url: '/api/editions/{edition}',
  summary: { vi: 'Xóa một bản dự thảo chưa kỳ nào dùng', en: 'Remove a draft that no round uses' },
  tag: 'editions',
  access: 'edition.write',
  params: 'editionParams',
  query: 'versionQuery',
  answers: { 204: 'nothing' },
  acts: ['edition.remove'],
} as const satisfies Contract;
