import { texts } from '@parindex/core/words/texts';

/** What each page is for, in three sentences, by the route that the router knows it by. */
export const pageHelpTexts = texts({
  '/dang-nhap': {
    vi: [
      'Trang này để đăng nhập bằng thư điện tử công vụ và mật khẩu.',
      'Người giữ vai trò quyết định xác nhận thêm bằng xác thực hai lớp.',
      'Quên mật khẩu thì liên hệ quản trị viên để nhận liên kết đặt lại.',
    ],
    en: [
      'Here you sign in with your office address and password.',
      'Whoever holds a deciding role proves it with a second factor.',
      'An administrator gives a link to set a forgotten password anew.',
    ],
  },
  '/dat-mat-khau': {
    vi: [
      'Trang này mở từ liên kết dùng một lần trong lời mời hoặc khi đặt lại mật khẩu.',
      'Ông/Bà đặt mật khẩu mới, nhập hai lần để tránh nhầm.',
      'Liên kết hết hạn hoặc đã dùng thì đề nghị quản trị viên cấp liên kết khác.',
    ],
    en: [
      'This page opens from a one-time link, of an invitation or a reset.',
      'You set a new password, typed twice.',
      'Where the link has lapsed or was used, ask an administrator for another.',
    ],
  },
  '/bien-nhan': {
    vi: [
      'Trang này để bất kỳ ai kiểm tra biên nhận gửi báo cáo bằng mã trên biên nhận.',
      'Kết quả cho biết báo cáo của cơ quan nào, gửi lúc nào, chữ ký đọc được và mã kiểm tra toàn vẹn của số liệu.',
      'Không cần đăng nhập và không hiển thị nội dung chấm điểm.',
    ],
    en: [
      'Here anybody checks a receipt by its code.',
      'It tells whose report it is, when it was sent, the signature that was read, and the hash of its figures.',
      'No sign-in is needed, and no scores are shown.',
    ],
  },
  '/he-thong-thiet-ke': {
    vi: [
      'Trang này trưng bày các thành phần giao diện ở mọi trạng thái, sáng và tối.',
      'Trang dành cho người phát triển và người góp ý về giao diện.',
      'Không có dữ liệu của kỳ đánh giá nào trên trang này.',
    ],
    en: [
      'This page shows the parts of the interface in all their states, light and dark.',
      'It is for those who develop it or comment on it.',
      'It holds no data of any round.',
    ],
  },
  '/lam-viec': {
    vi: [
      'Trang này nêu việc đang chờ Ông/Bà, việc gấp đứng trước, mỗi việc có một nút dẫn đến nơi xử lý.',
      'Bên dưới là các kỳ đánh giá theo vai trò của Ông/Bà với tiến độ và số ngày còn lại; kỳ đã hoàn thành được thu gọn.',
      'Không có việc nào chờ thì trang cũng nói rõ điều đó.',
    ],
    en: [
      'This page tells what waits for you, the most urgent first, each with one button to where it is done.',
      'Below are your rounds with their progress and the days left; what is over is folded.',
      'Where nothing waits, it says so.',
    ],
  },
  '/lam-viec/huong-dan': {
    vi: [
      'Trang này có hướng dẫn sử dụng cho từng vai trò.',
      'Hướng dẫn hợp với vai trò của Ông/Bà được mở trước.',
      'Có thể in hoặc tải về dạng PDF, DOCX với cùng nội dung.',
    ],
    en: ['Here is a guide for each kind of work.', 'The one for your role opens first.', 'It can be taken as PDF or DOCX, with the same text.'],
  },
  '/lam-viec/viec-duoc-giao': {
    vi: [
      'Trang này liệt kê nội dung các cơ quan giao cho đơn vị của Ông/Bà ở mọi kỳ đang mở, việc gấp đứng trước.',
      'Công chức của đơn vị trình nhiều nội dung cùng lúc; lãnh đạo đơn vị xem giá trị cũ, mới rồi duyệt hoặc trả lại.',
      'Nội dung đã duyệt được thu gọn và không tính vào số việc còn lại.',
    ],
    en: [
      'This page lists what bodies gave to your department in all open rounds, the most urgent first.',
      'Clerks submit many parts at once; leaders compare old and new, and approve or return.',
      'What is approved is folded and not counted as open.',
    ],
  },
  '/lam-viec/ky-danh-gia': {
    vi: [
      'Trang này liệt kê các kỳ đánh giá: đang mở, đang soạn và đã đóng.',
      'Cơ quan chủ trì lập kỳ mới tại đây, từ đầu hoặc chép từ kỳ trước.',
      'Mở một kỳ để xem tổng quan, lịch, tiến độ và các bảng chấm điểm.',
    ],
    en: [
      'This page lists the rounds: open, drafted and closed.',
      'Owners plan a new one here, anew or copied from the one before.',
      'Open a round for its overview, calendar, progress and sheets.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round': {
    vi: [
      'Trang này là tổng quan của kỳ đánh giá: đã gửi, đã chốt, đang làm, quá hạn và số ngày còn lại.',
      'Lịch, cơ quan tham gia, gia hạn, loại trừ và thông tin chung ở các thẻ bên cạnh.',
      'Sau khi mở kỳ, mỗi thay đổi nêu trước hệ quả; gia hạn, loại trừ, chuyển bộ tiêu chí phải ghi văn bản hoặc căn cứ, mở lại bảng chấm điểm phải nêu lý do.',
    ],
    en: [
      'This is the overview of a round: sent, frozen, at work, late, and the days left.',
      'Calendar, participants, extensions, exclusions and settings are the tabs beside it.',
      'A change of an open round says first what it brings with it; extensions, exclusions and a new edition ask for a document or legal basis, opening a sheet again for a reason.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh': {
    vi: [
      'Trang này nêu nội dung phải thẩm định: theo cơ quan, theo tiêu chí, đã thẩm định và còn lại.',
      'Mở một cơ quan để thẩm định lần lượt các tiêu chí; mở một tiêu chí để so sánh các cơ quan với nhau, hoặc tải bảng tính của tiêu chí đó để thẩm định nhiều cơ quan.',
      'Cơ quan được đánh giá chỉ đọc kết quả thẩm định khi bước tiếp theo của kỳ bắt đầu.',
    ],
    en: [
      'This page tells what is to be appraised: by body and by item, how much is decided and what is left.',
      'Open a body to go through its items, or an item to hold the bodies against each other, or to take it out as a workbook and decide many.',
      'Bodies read what was decided once the next step of the round opens.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh/phan-cong': {
    vi: [
      'Trang này dùng để lãnh đạo cơ quan thẩm định hoặc cơ quan chủ trì giao việc thẩm định cho từng người.',
      'Giao theo tiêu chí, theo cơ quan hoặc từng tiêu chí của một cơ quan; phần chưa giao thì mọi thành viên thẩm định của cơ quan đều thẩm định được.',
      'Có thể phân công phần chưa giao một lần, ngẫu nhiên hoặc cân bằng khối lượng, sau khi xem trước; không ai được giao cơ quan mà mình có xung đột lợi ích.',
    ],
    en: [
      'Here the leader of an appraising body, or the owner of the round, gives the appraisal to persons.',
      'Give an item, a body, or an item of a body; what is given to nobody belongs to all appraisers of the body.',
      'What is given to nobody can be distributed at once, at random or balanced by work, after a preview; nobody gets a body in which they have an interest.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh/xung-dot-loi-ich': {
    vi: [
      'Trang này nêu các cơ quan mà Ông/Bà không thẩm định và lý do.',
      'Khai báo khi có người thân công tác, đã từng công tác hoặc có quan hệ khác với một cơ quan; khi không còn xung đột, đề nghị cơ quan chủ trì kỳ đánh giá gỡ khai báo.',
      'Nội dung của các cơ quan này không có trong phần việc thẩm định của Ông/Bà và do người khác thẩm định.',
    ],
    en: [
      'This page tells which bodies you do not appraise, and why.',
      'Declare where kin work there, where you worked, or another tie; once it has ended, the owner of the round lifts it.',
      'What those bodies claim is left out of your work, and others appraise it.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh/chat-luong': {
    vi: [
      'Trang này nêu chất lượng thẩm định của kỳ: mức thống nhất giữa hai lần chấm, mức độ chặt chẽ của từng người, biến động theo tuần và tỷ lệ tiêu chí bị sửa.',
      'Cơ quan chủ trì rút mẫu bằng một số khởi tạo được lưu lại; người được giao chấm lại không biết kết quả lần đầu.',
      'Dưới 10 tiêu chí được chấm hai lần thì chưa tính hệ số thống nhất; công thức và nguồn nêu trong tài liệu phương pháp.',
    ],
    en: [
      'This page tells how well items are appraised: agreement of two marks, severity by person, drift by week, and how much was changed.',
      'The owner draws a sample by a seed that is recorded; whoever marks it does not know the first mark.',
      'Below 10 items that were marked twice no coefficient is worked out; formulas and sources stand in the method.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh/cham-lai': {
    vi: [
      'Trang này nêu các tiêu chí mà Ông/Bà được giao chấm lại độc lập.',
      'Mở từng tiêu chí để đọc phần tự chấm, tài liệu kiểm chứng và ghi điểm; kết quả lần đầu không hiển thị cho đến khi chấm xong.',
      'Điểm chấm lại không sửa được và không làm thay đổi điểm của cơ quan.',
    ],
    en: [
      'This page lists what you have been given to mark a second time.',
      'Open an item to read claim and evidence and to mark it; the first mark is not shown until you have.',
      'A second mark is not changed, and changes no points.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tham-dinh/$body': {
    vi: [
      'Trang này đặt phần tự chấm, số liệu chính thức của cơ quan thẩm định, tài liệu kiểm chứng và kết quả thẩm định của một tiêu chí cạnh nhau.',
      'Chấp nhận thì không cần lý do; thay đổi, không công nhận thì chọn lý do và nêu rõ; khi điểm thay đổi quá mức của kỳ đánh giá, kết quả chỉ được tính sau khi một người khác của cơ quan thẩm định xác nhận.',
      'Có thể đi tiếp theo cơ quan hoặc theo tiêu chí; phím C chấp nhận, J và K sang nội dung sau, trước.',
    ],
    en: [
      'Here the claim, official figures of the appraising body, the evidence and the verdict on one item stand side by side.',
      'Accepting needs no reason, a change or refusal does; one that moves points by more than the round allows to one person counts once another of the same body has confirmed it.',
      'Go on along the body or along the item; C accepts, J and K go on and back.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/hoi-dong': {
    vi: [
      'Trang này liệt kê các phiên họp và lần lấy ý kiến bằng phiếu của Hội đồng thẩm định.',
      'Tổ thư ký lập phiên họp, chọn thành viên, đưa nội dung vào chương trình rồi triệu tập.',
      'Khi kỳ đánh giá đã có phiên họp, kết luận của Hội đồng chỉ được ghi tại phiên họp, theo kết quả biểu quyết.',
    ],
    en: [
      'This page lists the sessions and written ballots of the council.',
      'The secretariat drafts a session, names its members, sets the agenda and convenes it.',
      'Once a round has sessions, its council concludes in them alone, by the votes.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/hoi-dong/$session': {
    vi: [
      'Trang này là một phiên họp: chương trình, thành viên, biểu quyết, kết luận và văn bản của phiên họp.',
      'Thành viên biểu quyết mỗi nội dung một lần và sửa được đến khi chốt biểu quyết; cần quá nửa số thành viên có mặt hoặc cho ý kiến bằng phiếu.',
      'Tổ thư ký chốt biểu quyết, ghi kết luận kèm lý do; biên bản được lập từ nội dung đã ghi.',
    ],
    en: [
      'This is one session: agenda, members, votes, conclusions and documents.',
      'Each member votes once on each item, and may change that until the vote is closed; more than half of the members must be present or answer in writing.',
      'The secretariat closes votes and records conclusions with their reasons; the minutes are made of what was recorded.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/xep-hang': {
    vi: [
      'Trang này xếp hạng các cơ quan theo Chỉ số: tạm tính khi kỳ đang mở, kết quả cuối cùng cùng thay đổi qua từng bước khi kỳ đã đóng.',
      'Có thể lọc theo khối, lĩnh vực, sắp xếp, in và tải về; kết quả cuối cùng cho biết điểm bị trừ ở đâu, vì sao và so với năm trước.',
      'Cơ quan chủ trì chọn ai được xem; kết quả chưa được công bố.',
    ],
    en: [
      'This page ranks the bodies by index: provisionally while the round runs, and by its final result, with what each step moved, once it is closed.',
      'It can be filtered by block or domain, sorted, printed and taken along; a final result tells where points were lost, why, and how it stands beside the year before.',
      'The owner chooses who sees it; nothing of it is published.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/so-lieu': {
    vi: [
      'Trang này nhận số liệu thống kê, kết quả điều tra của nhiều cơ quan theo đợt.',
      'Mỗi đợt được đối chiếu từng dòng: thay đổi, trùng, cũ hơn, hoặc cơ quan đã tự kê khai khác.',
      'Số liệu chỉ được ghi khi người của cơ quan chủ trì đồng ý.',
    ],
    en: [
      'Here statistics and survey means of many bodies come in, batch by batch.',
      'Each is compared row by row: changed, the same, older, or declared otherwise by the body.',
      'It is written only when somebody of the owner agrees.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra': {
    vi: [
      'Trang này để cơ quan chủ trì điều tra thử rồi mở điều tra xã hội học, gửi thư mời, lập liên kết trả lời phiếu, theo dõi tỷ lệ trả lời và tải dữ liệu trả lời sau khi kết thúc; các cơ quan lập danh sách người được lấy ý kiến.',
      'Danh sách được kiểm tra từng dòng trước khi nạp, rồi được xác nhận bằng văn bản đã ký của cơ quan; sau đó chỉ thay người vì lý do đã quy định và phải xác nhận lại.',
      'Liên kết nằm trong thư gửi từng người, hoặc chỉ hiển thị một lần trong tệp tải về; không ai biết được ai đã trả lời thế nào trên phiếu trực tuyến; phiếu điều tra thử có đường dẫn riêng và không được tính.',
    ],
    en: [
      'Here the owner tries the questionnaires, opens the survey of the round, sends invitations, makes the links to its forms, follows the response rates and downloads the answers once it is closed; bodies list whom it asks.',
      'A list is checked line by line before it is taken, then confirmed by a signed document of the body; after that people are only replaced, for declared reasons, and the list is confirmed anew.',
      'A link stands in the mail to each person, or is told once, in the file that is downloaded; nobody finds out who answered what on line, and what is tried in a pilot never counts.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra/chon-mau': {
    vi: [
      'Trang này để chọn mẫu điều tra người dân sao cho ai cũng kiểm tra lại được.',
      'Cơ quan chủ trì nạp thiết kế mẫu và dàn mẫu, công bố trước việc rút thăm công khai sẽ ấn định số khởi tạo ngẫu nhiên, rồi ghi số đó sau khi rút thăm; mẫu được chọn ngay.',
      'Sau khi công bố không sửa được gì; muốn chọn lại phải hủy, có lý do, và lần đã hủy vẫn hiển thị.',
    ],
    en: [
      'Here the sample of the citizens’ survey is drawn so that anybody can check it.',
      'The owner brings a design and a frame, declares beforehand the public act that will fix the seed, and enters the seed after it; the sample is drawn at once.',
      'Nothing can be changed after the declaration; to draw again it is withdrawn with a reason, and stays to be seen.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra/chat-luong': {
    vi: [
      'Trang này để rà soát các phiếu điều tra có dấu hiệu bất thường: trả lời quá nhanh, chọn một phương án liên tiếp, trùng nội dung với phiếu khác.',
      'Phiếu chỉ mang mã ngẫu nhiên, không có danh tính; chỉ hiển thị khi nhóm của cơ quan đã có đủ số phiếu theo ngưỡng. Mỗi lượt xem câu trả lời được ghi nhật ký.',
      'Người rà soát chấp nhận phiếu hoặc không đưa vào tổng hợp, có lý do; quyết định được lưu lại và không sửa được sau khi kết thúc điều tra.',
    ],
    en: [
      'Here forms are looked at again that were noticed: answered too fast, with one option all along, or the same as others.',
      'A form bears a code made by chance and no name, and is shown only once its group has sent as many as the threshold. That its answers are looked at is recorded.',
      'It is accepted, or set aside with a reason; what was decided stays, and nothing more is decided once the survey has ended.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay': {
    vi: [
      'Trang này để in phiếu giấy có mã, ghi số phiếu thu về và theo dõi số phiếu đã nhập, đã tính.',
      'Phiếu in theo danh sách đã xác nhận có tờ bìa ghi họ tên; phiếu chỉ có mã. Mã chỉ có trong tệp tải về.',
      'Ghi số thu về theo từng đợt; phiếu trắng, phiếu hỏng và phiếu từ chối không nhập.',
    ],
    en: [
      'Here paper forms with codes are made and counted back, and it is told how many are typed and counted.',
      'Those for a confirmed list have a cover with the name; the form bears its code alone. Codes are in the file that is downloaded alone.',
      'What is back is recorded batch by batch; blank, spoiled and refused forms are not typed.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra/phieu-giay/nhap': {
    vi: [
      'Trang này để nhập phiếu giấy theo mã in trên phiếu, chỉ bằng bàn phím.',
      'Hai người nhập mỗi phiếu mà không xem bài của nhau; nếu giống nhau, phiếu được tính ngay.',
      'Nếu khác nhau, người thứ ba chỉ xem các câu khác nhau, đối chiếu với phiếu và chọn nội dung đúng.',
    ],
    en: [
      'Here paper forms are typed by the code on them, by the keys alone.',
      'Two people type each without seeing each other’s; where they agree it is counted at once.',
      'Else a third sees just what differs, looks at the paper and says what stands there.',
    ],
  },
  '/lam-viec/phong-van': {
    vi: [
      'Trang này để điều tra viên phỏng vấn tại hộ, kể cả khi không có mạng.',
      'Nhận danh sách về thiết bị khi có mạng, rồi mở trang bằng mã mở máy; mỗi câu trả lời được lưu ngay trên thiết bị.',
      'Phiếu tự gửi khi có mạng và chỉ được xóa khỏi thiết bị sau khi máy chủ đã nhận.',
    ],
    en: [
      'Here interviewers work at people’s homes, with or without a line.',
      'The work is taken along with a line, and opened by a word from then on; each answer is kept on the device at once.',
      'Interviews go when there is a line, and leave the device once the server has them.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/dieu-tra/phong-van': {
    vi: [
      'Trang này để giao địa chỉ cho điều tra viên, theo dõi kết quả của từng người và tổ chức phúc tra.',
      'Quy định số lần đến và trường hợp được thay hộ trước; sau đó nạp danh sách địa chỉ kèm thư điện tử của điều tra viên.',
      'Phiếu nộp muộn, trùng hộ hoặc vượt hạn mức được để riêng và phải có quyết định trước khi kết thúc điều tra.',
    ],
    en: [
      'Here addresses are given to interviewers, it is told how each of them goes on, and some households are drawn to be asked again.',
      'How often they come and what is replaced is declared first; then the list of addresses comes, with the mail addresses of interviewers.',
      'Forms that came late, a second time or above a quota are kept apart, and wait for a decision before the survey is ended.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tien-do': {
    vi: [
      'Trang này cho biết tiến độ từng lĩnh vực của mỗi cơ quan, cơ quan quá hạn, cơ quan có nguy cơ chậm và khâu đang xử lý.',
      'Bảng tự cập nhật; lọc theo khối, tình trạng, thời gian, lĩnh vực và mở một cơ quan để xem từng tiêu chí.',
      'Từ đây lập công văn đôn đốc các cơ quan chậm.',
    ],
    en: [
      'This page tells how far each body is in each domain, who is late, who will be, and whom each waits for.',
      'It changes by itself; filter it by block, state, time or domain, and open a body down to its items.',
      'Letters of urging are made here.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/bang-diem': {
    vi: [
      'Trang này đặt các bảng chấm điểm của kỳ cạnh nhau để so sánh điểm.',
      'Chọn một tiêu chí để xem điểm của mọi cơ quan ở tiêu chí đó.',
      'Mở một cơ quan để xem bảng chấm điểm đầy đủ.',
    ],
    en: ['This page sets the sheets of a round side by side.', 'Choose an item to see the points of all bodies there.', 'Open a body for its whole sheet.'],
  },
  '/lam-viec/ky-danh-gia/$round/bang-diem/$body': {
    vi: [
      'Trang này để tự chấm từng tiêu chí: nhập số liệu, giải trình, dẫn tài liệu; điểm hiện ngay và nội dung được lưu tự động.',
      'Các thẻ cho xem theo danh sách, rà soát trước khi gửi, phân công cho đơn vị, tài liệu, rồi chốt, ký và gửi.',
      'Cạnh ô nhập có cách tính điểm, số liệu năm trước và điều cần thêm để được mức điểm tiếp theo.',
    ],
    en: [
      'Here items are scored one by one: figures, explanation, documents; points come as you type, and all is saved by itself.',
      'The tabs have the list, the check before sending, assignments, documents, and freezing, signing and sending.',
      'Beside the fields stand the rule, the year before, and what the next points want.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu': {
    vi: [
      'Trang này là kho tài liệu kiểm chứng của cơ quan trong kỳ.',
      'Thả nhiều tệp cùng lúc; số, ngày, cơ quan ban hành được đọc từ trang đầu để kiểm tra lại.',
      'Không đưa tài liệu bí mật nhà nước vào kho; tài liệu đó gửi theo đường văn thư mật.',
    ],
    en: [
      'This is the library of a body’s evidence in the round.',
      'Drop many files at once; number, date and issuer are read from the first page for you to check.',
      'State secrets never enter; they go by the secret mail.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document': {
    vi: [
      'Trang này có thông tin, các phiên bản, nơi dẫn và quyền xem của một tài liệu.',
      'Sửa thông tin, tải phiên bản mới, hạn chế truy cập hoặc rút tài liệu tại đây.',
      'Tài liệu không được phép lưu trên hệ thống thì đề nghị gỡ bỏ khẩn cấp.',
    ],
    en: [
      'This page has a document’s facts, versions, citations and who may see it.',
      'Mend its facts, bring a new version, restrict or withdraw it here.',
      'Where it must not be here at all, ask for its removal.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/bang-diem/$body/tai-lieu/$document/xem': {
    vi: [
      'Trang này mở tệp để đọc ngay trên trình duyệt, đúng trang được dẫn.',
      'Có thể chuyển trang, phóng to, tìm trong văn bản.',
      'Tài liệu có dữ liệu cá nhân chỉ mở cho người có quyền và mỗi lượt xem được ghi nhật ký.',
    ],
    en: [
      'Here a file is read in the browser, at the cited page.',
      'You can turn pages, enlarge them and look for words.',
      'What holds personal data opens to those who may, and each view is told to the trail.',
    ],
  },
  '/lam-viec/ky-danh-gia/$round/tai-lieu': {
    vi: [
      'Trang này tìm trong nội dung mọi tài liệu của kỳ mà Ông/Bà được xem.',
      'Gõ không dấu vẫn tìm được; kết quả nêu trang có từ cần tìm.',
      'Mở kết quả để đọc đúng trang đó.',
    ],
    en: [
      'Here you search what all documents of the round say, as far as you may see them.',
      'Words without marks are found too; results name the page.',
      'Open one to read it there.',
    ],
  },
  '/lam-viec/co-quan': {
    vi: [
      'Trang này là danh mục cơ quan, đơn vị theo cấp, có thể xem tại một ngày đã qua.',
      'Quản trị viên thêm, đổi tên, ghi nhận sáp nhập, chia tách hoặc nhập từ tệp.',
      'Mở một cơ quan để xem quá trình thay đổi và kết quả các năm.',
    ],
    en: [
      'This is the register of bodies by level, as of any day.',
      'Administrators add, rename, merge and split them, or import a file.',
      'Open a body for its past and its results.',
    ],
  },
  '/lam-viec/co-quan/$body': {
    vi: [
      'Trang này có tên, mã, cấp trên, khối của một cơ quan theo thời gian.',
      'Mỗi thay đổi có ngày hiệu lực và văn bản; số liệu cũ giữ tên khi đó.',
      'Bên dưới là các cơ quan trực thuộc và kết quả đã công bố.',
    ],
    en: [
      'This page has a body’s names, codes, parents and blocks in time.',
      'Each change has its day and document; earlier figures keep the name of then.',
      'Below are the bodies under it and its published results.',
    ],
  },
  '/lam-viec/nguoi-dung': {
    vi: [
      'Trang này liệt kê người dùng và vai trò; quản trị viên mời người mới tại đây.',
      'Đề nghị cần người thứ hai quyết định đứng đầu trang.',
      'Mở một người để giao thêm vai trò, bàn giao việc hoặc đặt lại mật khẩu.',
    ],
    en: [
      'This page lists people and their roles; administrators invite others here.',
      'Requests that wait for a second person come first.',
      'Open a person for more roles, a handover or a reset.',
    ],
  },
  '/lam-viec/nguoi-dung/$person': {
    vi: [
      'Trang này có vai trò, phiên đăng nhập và các thay đổi của một người dùng.',
      'Giao hoặc kết thúc vai trò, bàn giao việc, kết thúc phiên tại đây.',
      'Thay đổi với người giữ vai trò quyết định cần người thứ hai.',
    ],
    en: [
      'This page has a person’s roles, sessions and changes.',
      'Give or end roles, hand work over, end sessions here.',
      'For whoever holds a deciding role, changes take a second person.',
    ],
  },
  '/lam-viec/nhat-ky': {
    vi: [
      'Trang này là nhật ký mọi thao tác: ai, lúc nào, làm gì, giá trị trước và sau.',
      'Lọc theo người, cơ quan, kỳ, loại thao tác và thời gian.',
      'Nhật ký chỉ ghi thêm; dấu xác nhận cho phép phát hiện mọi sửa đổi.',
    ],
    en: [
      'This is the trail of all acts: who, when, what, values before and after.',
      'Filter it by person, body, round, act and time.',
      'It is append-only, and its anchors betray any change.',
    ],
  },
  '/lam-viec/bo-tieu-chi': {
    vi: [
      'Trang này liệt kê các bộ tiêu chí và phiên bản, gồm cả bản dự thảo.',
      'Cơ quan chủ trì lập bản dự thảo, kiểm tra và đưa vào áp dụng theo quyết định.',
      'Mở một phiên bản để xem từng tiêu chí và cách tính điểm.',
    ],
    en: [
      'This page lists the schemes and their editions, drafts too.',
      'Owners write drafts, check them and adopt them by a decision.',
      'Open an edition for its items and rules.',
    ],
  },
  '/lam-viec/dua-vao-bo-tieu-chi': {
    vi: [
      'Trang này đọc bảng tiêu chí trong tệp Word hoặc Excel và cho xem trước từng dòng được hiểu thế nào.',
      'Đối chiếu những chỗ còn nghi ngờ với ô trong tệp, xác nhận các cách tính đúng, rồi lập bản dự thảo.',
      'Chưa có gì được ghi trước khi lập bản dự thảo; cách tính không được xác nhận thì giữ lời văn để chọn sau.',
    ],
    en: [
      'This page reads a table of criteria in a Word or Excel file and shows how each line was understood.',
      'Hold what is doubtful against its cell, confirm the rules that are right, then make the draft.',
      'Nothing is kept before the draft is made; rules that are not confirmed stay as words, to be chosen later.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition': {
    vi: [
      'Trang này có toàn văn một phiên bản bộ tiêu chí, cách tính điểm bằng lời và ví dụ tính điểm.',
      'Bản dự thảo được kiểm tra toàn bộ; mọi lỗi nêu rõ vị trí.',
      'Phiên bản đã áp dụng không sửa được; đính chính là một phiên bản mới.',
    ],
    en: [
      'This page has an edition whole: items, rules in words, worked cases.',
      'A draft is checked whole, each fault with its place.',
      'An adopted edition is never edited; a correction is a new one.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition/soan': {
    vi: [
      'Trang này để soạn một bản dự thảo bộ tiêu chí: cây tiêu chí, điểm từng cấp và cách tính điểm của từng nội dung.',
      'Chọn một mục trong cây để sửa; điểm thừa, điểm thiếu và lỗi hiện ngay khi soạn, thay đổi được lưu tự động và hoàn tác được.',
      'Nhiều người có thể cùng soạn; chỗ hai người cùng sửa được nêu rõ để chọn nội dung giữ lại.',
    ],
    en: [
      'This page writes a draft of a scheme: its tree, the points of each level, and the rule of each item.',
      'Choose a part in the tree to change it; points over or short and faults show as one writes, and all is saved by itself and can be undone.',
      'Several people may write at once; where two changed the same place, it is shown and decided.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition/vi-du': {
    vi: [
      'Trang này để ghi các ví dụ tính điểm của một bản dự thảo bộ tiêu chí: trong từng tình huống, quyết định cho bao nhiêu điểm.',
      'Chọn một nội dung chấm điểm, đọc từng tình huống được nêu và nhập số điểm theo quyết định; khi đã nhập mới đối chiếu với cách tính đã soạn.',
      'Ví dụ khác với cách tính phải được xử lý trước khi đưa bộ tiêu chí vào áp dụng.',
    ],
    en: [
      'This page writes the cases of a draft: what the decision gives in each situation.',
      'Choose an item, read each situation and enter the points that the decision gives; only then they are held against the rule as written.',
      'A case that differs from the rule has to be settled before the edition can be adopted.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition/so-sanh': {
    vi: [
      'Trang này so sánh bộ tiêu chí với một bản khác: nội dung thêm, bỏ, tách, gộp, thay đổi và ảnh hưởng đến điểm tối đa.',
      'Chọn bản để so sánh, lọc theo loại thay đổi; mỗi thay đổi nêu nội dung trước và sau.',
      'Bảng so sánh tải về được để kèm theo tờ trình.',
    ],
    en: [
      'This page compares an edition with another: what was added, removed, split, merged, changed, and the effect on maximum points.',
      'Choose the other edition and filter by kind; each change says what was and what is.',
      'The table of comparison can be downloaded and attached to a submission.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition/phieu-dieu-tra': {
    vi: [
      'Trang này liệt kê các phiếu điều tra kèm theo bộ tiêu chí và cho xem trước từng phiếu đúng như người trả lời sẽ thấy.',
      'Chọn nhóm đối tượng để đọc phiếu; bên cạnh mỗi câu có nội dung chấm điểm được tính và trọng số của từng phương án.',
      'Phiếu tải về được để in và điền bằng tay; bản xem trước không ghi câu trả lời nào.',
    ],
    en: [
      'This page lists the questionnaires beside an edition and shows each as respondents will see it.',
      'Choose a group to read its form; beside each question stand the items that it counts for and what each option weighs.',
      'Forms can be downloaded, printed and filled in by hand; the preview records no answer.',
    ],
  },
  '/lam-viec/bo-tieu-chi/$edition/tieu-chi-ke-thua': {
    vi: [
      'Trang này xác định mỗi nội dung chấm điểm của bản dự thảo kế thừa tiêu chí nào của bộ tiêu chí trước, và điểm hai năm có so sánh được không.',
      'Chọn bộ tiêu chí trước, xem đề xuất với lý do của từng nội dung, rồi xác nhận, chọn tiêu chí khác hoặc ghi là không có tiêu chí trước.',
      'Đề xuất chưa xác nhận không được ghi; nội dung đã xác định được dùng khi so sánh giữa các năm và khi chuyển bộ tiêu chí giữa kỳ.',
    ],
    en: [
      'This page decides from which item of the edition before each item of a draft comes, and whether points of both years can be compared.',
      'Choose the edition before, read what is proposed of each item and why, then confirm it, choose another, or say that there was none.',
      'What is not confirmed is not written; what is decided is followed where years are compared and where an edition takes over in mid-round.',
    ],
  },
  '/lam-viec/ngay-nghi': {
    vi: [
      'Trang này là danh mục ngày nghỉ lễ và ngày làm bù.',
      'Cảnh báo hạn và dự báo tiến độ đếm ngày làm việc theo danh mục này.',
      'Quản trị viên dán hoặc nhập danh mục của từng năm.',
    ],
    en: ['These are days off, and days worked instead.', 'Warnings and predictions count working days by them.', 'Administrators paste or enter each year’s.'],
  },
  '/lam-viec/go-bo-tai-lieu': {
    vi: [
      'Trang này xử lý đề nghị gỡ bỏ khẩn cấp và hủy tài liệu hết thời hạn bảo quản.',
      'Một người đề nghị, người khác quyết định; số, ngày và mã kiểm tra toàn vẹn của tài liệu được giữ lại.',
      'Cơ quan có tệp giống hệt được báo để xử lý tài liệu của mình.',
    ],
    en: [
      'Here removals and purges of documents are decided.',
      'One person asks and another decides; number, date and hash stay.',
      'Bodies that hold the very same file are told.',
    ],
  },
  '/lam-viec/tai-khoan': {
    vi: [
      'Trang này có thông tin, vai trò, mật khẩu, xác thực hai lớp và các phiên đăng nhập của Ông/Bà.',
      'Tạo mã truy cập cho phần mềm khác và tải dữ liệu cá nhân của mình tại đây.',
      'Đề nghị về tài khoản đang chờ cũng hiện ở đây.',
    ],
    en: [
      'This page has your data, roles, password, second factor and sessions.',
      'Make tokens for other software and take your own data along here.',
      'What is asked for of your account stands here too.',
    ],
  },
  '/lam-viec/nhac-viec': {
    vi: [
      'Trang này lưu các nhắc việc đã gửi cho Ông/Bà: sắp đến hạn, quá hạn, trả lại, gia hạn, mở lại.',
      'Đánh dấu đã đọc để danh sách gọn lại.',
      'Tạo địa chỉ lịch cá nhân để các hạn hiện trong phần mềm lịch.',
    ],
    en: [
      'Here are the reminders that you were sent: due soon, late, returned, extended, opened again.',
      'Mark them as read to keep the list short.',
      'A calendar address brings your deadlines into other calendars.',
    ],
  },
  '/lam-viec/van-hanh': {
    vi: [
      'Trang này cho quản trị viên biết tình trạng sao lưu, hàng đợi thư, kho tệp, quét mã độc và nhật ký.',
      'Thư bị từ chối hoặc không rõ đã gửi hay chưa được quyết định tại đây.',
      'Mỗi mục nêu rõ bình thường hay cần xử lý.',
    ],
    en: [
      'This page tells administrators of backups, the mail queue, files, the scanner and the trail.',
      'What becomes of refused and unsure mails is decided here.',
      'Each part says whether it is well.',
    ],
  },
});
