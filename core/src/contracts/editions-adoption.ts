// Adopting an edition by its signed decision, and withdrawing one: one person asks, another decides.
import type { Contract } from './contract.ts';
import { MOST_REPORT_BYTES } from './limits.ts';
import { ANY_FILE } from './media-types.ts';

export const bringEditionFile = {
  method: 'POST',
  url: '/api/editions/{edition}/files',
  summary: { vi: 'Tải lên quyết định đã ký; tệp được kiểm tra rồi mới nhận', en: 'Bring a signed decision; the file is examined before it is taken' },
  tag: 'editions',
  access: 'edition.adopt',
  confirmed: 'inSeries',
  params: 'editionParams',
  query: 'roundFileQuery',
  takes: [ANY_FILE],
  bodyLimit: MOST_REPORT_BYTES,
  answers: { 201: 'roundFile' },
  acts: ['edition.bringFile'],
} as const satisfies Contract;

export const downloadEditionFile = {
  method: 'GET',
  url: '/api/editions/{edition}/files/{file}',
  summary: { vi: 'Tệp quyết định của một bộ tiêu chí, đúng từng byte', en: 'A decision on an edition, byte for byte' },
  tag: 'editions',
  access: 'edition.read',
  params: 'editionFileParams',
  answers: { 200: 'fileBytes' },
  withoutHead: true,
} as const satisfies Contract;

export const listEditionRequests = {
  method: 'GET',
  url: '/api/editions/{edition}/requests',
  summary: {
    vi: 'Các đề nghị đưa vào áp dụng hoặc thôi áp dụng một bộ tiêu chí, và việc đề nghị được lúc này',
    en: 'What was asked for of an edition, adopting or withdrawing it, and what can be asked for now',
  },
  tag: 'editions',
  access: 'edition.decideSecond',
  params: 'editionParams',
  answers: { 200: 'editionRequestList' },
} as const satisfies Contract;

export const askOfEdition = {
  method: 'POST',
  url: '/api/editions/{edition}/requests',
  summary: {
    vi: 'Đề nghị đưa bộ tiêu chí vào áp dụng theo quyết định đã ký, hoặc thôi áp dụng; người thứ hai quyết định',
    en: 'Ask for an edition to be adopted by its signed decision, or to be withdrawn; a second person decides',
  },
  tag: 'editions',
  access: 'edition.adopt',
  confirmed: 'now',
  params: 'editionParams',
  body: 'newEditionRequest',
  answers: { 201: 'editionRequest' },
  acts: ['edition.askAdoption', 'edition.askWithdrawal'],
} as const satisfies Contract;

export const decideOfEdition = {
  method: 'POST',
  url: '/api/editions/{edition}/requests/{request}/decision',
  summary: {
    vi: 'Người thứ hai quyết định: kiểm tra toàn bộ, chạy các ví dụ, rồi khóa bộ tiêu chí',
    en: 'A second person decides: it is checked whole, its cases are run, then it is locked',
  },
  tag: 'editions',
  access: 'edition.decideSecond',
  confirmed: 'now',
  params: 'editionRequestParams',
  body: 'editionRequestDecision',
  answers: { 200: 'editionRequest' },
  acts: ['edition.adopt', 'edition.withdraw', 'edition.refuseRequest'],
} as const satisfies Contract;

export const stopEditionRequest = {
  method: 'POST',
  url: '/api/editions/{edition}/requests/{request}/stop',
  summary: { vi: 'Người đề nghị rút lại đề nghị', en: 'Whoever asked withdraws it' },
  tag: 'editions',
  access: 'edition.adopt',
  confirmed: 'now',
  params: 'editionRequestParams',
  body: 'editionRequestStop',
  answers: { 200: 'editionRequest' },
  acts: ['edition.stopRequest'],
} as const satisfies Contract;
