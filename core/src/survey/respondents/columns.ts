import { searchKey } from '../../text/search-key.ts';
import type { RespondentColumn } from './types.ts';

/** How units head the columns of their lists, in Vietnamese and English. */
const HEADS: Readonly<Record<RespondentColumn, readonly string[]>> = {
  number: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'No', 'Number'],
  name: ['Họ và tên', 'Họ tên', 'Họ, chữ đệm và tên', 'Họ, tên đệm và tên', 'Họ và tên người trả lời', 'Full name', 'Name'],
  position: ['Chức vụ', 'Chức danh', 'Chức vụ, chức danh', 'Chức danh, chức vụ', 'Position'],
  unit: ['Đơn vị công tác', 'Đơn vị', 'Cơ quan', 'Cơ quan công tác', 'Cơ quan, đơn vị', 'Cơ quan, đơn vị công tác', 'Nơi công tác', 'Unit', 'Workplace'],
  group: ['Nhóm đối tượng', 'Đối tượng', 'Nhóm', 'Nhóm đối tượng điều tra', 'Nhóm đối tượng khảo sát', 'Đối tượng điều tra', 'Đối tượng khảo sát', 'Group'],
  phone: [
    'Điện thoại',
    'Số điện thoại',
    'Điện thoại di động',
    'Số điện thoại di động',
    'Di động',
    'Điện thoại liên hệ',
    'Số điện thoại liên hệ',
    'SĐT',
    'ĐT',
    'Phone',
  ],
  mail: ['Thư điện tử', 'Địa chỉ thư điện tử', 'Hộp thư điện tử', 'Thư điện tử công vụ', 'Email', 'E-mail', 'Địa chỉ email', 'Mail'],
  address: ['Địa chỉ', 'Địa chỉ nhận thư', 'Địa chỉ liên hệ', 'Địa chỉ cơ quan', 'Địa chỉ nơi công tác', 'Địa chỉ bưu chính', 'Address'],
  note: ['Ghi chú', 'Note', 'Notes'],
};

const BY_KEY = new Map((Object.keys(HEADS) as RespondentColumn[]).flatMap((column) => HEADS[column].map((head) => [searchKey(head), column] as const)));

/** The column that a head names, in any case and with or without marks; what stands in brackets explains it. Undefined where it is none. */
export const respondentColumnOf = (head: string): RespondentColumn | undefined => BY_KEY.get(searchKey(head.replace(/\([^()]*\)/g, ' ')));
