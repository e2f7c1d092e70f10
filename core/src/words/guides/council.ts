import { texts } from '../texts.ts';

/** For members of the council. */
export const councilGuide = texts({
  title: { vi: 'Hướng dẫn cho thành viên Hội đồng thẩm định', en: 'Guide for members of the council' },
  short: { vi: 'Hội đồng thẩm định', en: 'Council' },
  lead: {
    vi: 'Hội đồng thẩm định theo dõi toàn kỳ đánh giá và quyết định những nội dung còn ý kiến khác nhau.',
    en: 'The council overlooks the round and decides what stays disputed.',
  },
  sections: [
    {
      title: { vi: 'Theo dõi kỳ đánh giá', en: 'Overlook the round' },
      text: {
        vi: [
          'Thành viên Hội đồng xem được tổng quan, bảng tiến độ, xếp hạng tạm tính và mọi bảng chấm điểm của kỳ, gồm số liệu, giải trình, tài liệu kiểm chứng và trao đổi chung.',
          'Xếp hạng của kỳ đang mở là tạm tính. Ở giai đoạn thẩm định, chỉ cơ quan đã thẩm định xong mới được xếp hạng.',
        ],
        en: [
          'Members see the overview, the progress board, the provisional ranking and all sheets of the round, with figures, explanations, evidence and what is shared.',
          'The ranking of a running round is provisional. At a stage of appraisal only bodies of which all is decided are ranked.',
        ],
      },
    },
    {
      title: { vi: 'Điều tra xã hội học', en: 'Survey means' },
      text: {
        vi: [
          'Kết quả điều tra xã hội học và mức độ hài lòng chưa công bố chỉ mở cho thành viên Hội đồng được cơ quan chủ trì chỉ định. Người khác xem được sau khi kết quả được công bố.',
        ],
        en: ['Survey means that are not released open to members whom the owner has named. All others see them once they are released.'],
      },
    },
    {
      title: { vi: 'Tài liệu và nhật ký', en: 'Documents and the trail' },
      text: {
        vi: [
          'Thành viên Hội đồng mở được tài liệu có dữ liệu cá nhân; mỗi lượt xem được ghi nhật ký. Tài liệu gửi theo đường văn thư mật được đối chiếu ngoài hệ thống, rồi ghi nhận là đã đối chiếu.',
        ],
        en: [
          'Members can open what holds personal data; each view is told to the trail. What came by the secret mail is compared outside the product and recorded as compared.',
        ],
      },
    },
  ],
});
