import { ROLE_NAMES } from '@parindex/core/words/roles';
import { named, texts } from '@parindex/core/words/texts';

/** Addresses, interviewers and how it goes, for whoever leads the survey. */
export const fieldworkTexts = texts({
  title: { vi: 'Phỏng vấn tại địa bàn', en: 'Interviews in the field' },
  lead: {
    vi: 'Cơ quan chủ trì giao địa chỉ cho điều tra viên và theo dõi kết quả. Điều tra viên làm việc trên trang “Phỏng vấn người dân”, kể cả khi không có mạng; cơ quan được đánh giá không biết hộ nào được chọn.',
    en: 'The owner gives addresses to interviewers and sees how it goes. Interviewers work on the page “Interviews”, with or without a line; the body that is rated does not learn which households are asked.',
  },
  back: { vi: 'Về trang điều tra', en: 'To the survey' },
  body: { vi: 'Cơ quan được đánh giá', en: 'Body that is rated' },
  group: { vi: 'Nhóm đối tượng', en: 'Group' },
  choose: { vi: 'Chọn', en: 'Choose' },
  rule: {
    title: { vi: 'Quy định phỏng vấn', en: 'Rule of the field' },
    lead: {
      vi: 'Quy định trước khi giao địa chỉ; đã ghi thì không thay đổi. Hộ dự phòng chỉ được dùng theo quy định này, theo thứ tự đã chọn trong thôn, tổ dân phố.',
      en: 'Declared before addresses are given out, and not changed after it. Reserves are used by it alone, in their order within the village.',
    },
    of: {
      vi: (group: string, visits: string, replaced: string) => `${group}: đến nhiều nhất ${visits} lần. Được thay bằng hộ dự phòng khi: ${replaced}.`,
      en: (group: string, visits: string, replaced: string) => `${group}: at most ${visits} visits. Replaced by a reserve: ${replaced}.`,
    },
    never: { vi: 'không trường hợp nào', en: 'never' },
    visits: { vi: 'Số lần đến nhiều nhất', en: 'Most visits' },
    replaced: { vi: 'Được thay bằng hộ dự phòng khi', en: 'A reserve takes the place where' },
    act: { vi: 'Ghi quy định', en: 'Declare' },
  },
  addresses: {
    title: { vi: 'Danh sách địa chỉ', en: 'Addresses' },
    lead: {
      vi: 'Tệp XLSX hoặc CSV gồm các cột: Mã thôn, tổ dân phố; Thôn, tổ dân phố; Hộ; Địa chỉ; Dự phòng; Điều tra viên. Cột “Điều tra viên” ghi địa chỉ thư điện tử của tài khoản có vai trò này.',
      en: 'XLSX or CSV with the columns Village code, Village, Household, Address, Reserve, Interviewer. “Interviewer” tells the mail address of an account with that role.',
    },
    file: { vi: 'Tệp danh sách', en: 'File' },
    chooseFile: { vi: 'Chọn tệp', en: 'Choose a file' },
    act: { vi: 'Nạp danh sách', en: 'Bring the list' },
    done: {
      vi: (addresses: string, reserves: string, interviewers: string) =>
        `Đã giao ${addresses} địa chỉ và ${reserves} địa chỉ dự phòng cho ${interviewers} điều tra viên.`,
      en: (addresses: string, reserves: string, interviewers: string) =>
        `${addresses} addresses and ${reserves} in reserve were given to ${interviewers} interviewers.`,
    },
    first: { vi: 'Ghi quy định phỏng vấn của một nhóm trước.', en: 'Declare the rule of a group first.' },
  },
  work: {
    title: { vi: 'Kết quả theo điều tra viên', en: 'How it goes' },
    none: { vi: 'Chưa giao địa chỉ nào.', en: 'No address is given out yet.' },
    interviewer: named(ROLE_NAMES, 'interviewer'),
    visited: { vi: 'Hộ phải đến', en: 'To visit' },
    interviewed: { vi: 'Đã phỏng vấn', en: 'Interviewed' },
    held: { vi: 'Đã phỏng vấn, phiếu chưa được tính', en: 'Held, and not counted yet' },
    again: { vi: 'Còn phải đến lại', en: 'Again' },
    waiting: { vi: 'Chưa đến', en: 'Not visited' },
    ended: { vi: 'Không phỏng vấn được', en: 'Came to nothing' },
    reserves: { vi: 'Dự phòng chưa dùng', en: 'Reserves left' },
    rate: { vi: 'Tỷ lệ trả lời tối thiểu (RR1)', en: 'Minimum response rate (RR1)' },
  },
  assign: {
    title: { vi: 'Giao lại địa bàn', en: 'Give a village to somebody else' },
    lead: {
      vi: 'Những hộ chưa phỏng vấn của thôn, tổ dân phố được giao cho điều tra viên khác. Phiếu mà người trước đã phỏng vấn, chưa kịp gửi, vẫn được nhận nhưng để riêng chờ cơ quan chủ trì quyết định.',
      en: 'What is left of a village goes to another interviewer. Interviews that the former one has held and not sent yet are still taken, and kept apart until the owner decides.',
    },
    cluster: { vi: 'Thôn, tổ dân phố', en: 'Village' },
    of: {
      vi: (name: string, interviewer: string, interviewed: string, addresses: string) => `${name} (${interviewer}, đã phỏng vấn ${interviewed}/${addresses})`,
      en: (name: string, interviewer: string, interviewed: string, addresses: string) => `${name} (${interviewer}, interviewed ${interviewed} of ${addresses})`,
    },
    interviewer: { vi: 'Thư điện tử của điều tra viên mới', en: 'Mail address of the new interviewer' },
    act: { vi: 'Giao lại', en: 'Give' },
    done: { vi: 'Đã giao lại.', en: 'Given.' },
  },
  setApart: {
    title: { vi: 'Phiếu để riêng', en: 'Forms kept apart' },
    lead: {
      vi: 'Phiếu gửi sau thời hạn, của hộ đã có phiếu khác, do điều tra viên không còn phụ trách địa bàn gửi, hoặc vượt hạn mức số phiếu (kể cả phiếu giấy) chưa được tính cho đến khi cơ quan chủ trì quyết định. Phiếu trùng hộ không bao giờ được tính thêm; phiếu vượt hạn mức chỉ được tính khi hạn mức đã nâng.',
      en: 'Forms that came after the end, of a household that had one, from an interviewer whose village went to another, or above a quota (on paper too) count for nobody until it is decided. A second one of a household never counts; those above a quota once it was raised.',
    },
    reasons: {
      late: { vi: 'Nộp muộn', en: 'Late' },
      second: { vi: 'Trùng hộ', en: 'Second of a household' },
      former: { vi: 'Do điều tra viên cũ gửi', en: 'From a former interviewer' },
      quota: { vi: 'Vượt hạn mức', en: 'Above a quota' },
    },
    reason: { vi: 'Lý do để riêng', en: 'Why' },
    waiting: { vi: 'Chờ quyết định', en: 'Waiting' },
    taken: { vi: 'Đã nhận tính', en: 'Taken' },
    leftOut: { vi: 'Không tính', en: 'Left out' },
    why: { vi: 'Lý do quyết định', en: 'Reason for the decision' },
    decision: { vi: 'Quyết định', en: 'Decision' },
    take: { vi: 'Nhận tính các phiếu này', en: 'Take them' },
    leave: { vi: 'Không tính phiếu nào', en: 'Leave all out' },
    act: { vi: 'Ghi quyết định', en: 'Decide' },
  },
});
