/** Notices in the frame of every page. */
export const notices = {
  notice: {
    bell: 'Thông báo, {{count}} chưa đọc', title: 'Thông báo', none: 'Chưa có thông báo nào.', readAll: 'Đánh dấu tất cả đã đọc', due: 'hẹn {{at}}',
    kind: {
      reminder: 'Sắp đến hạn', escalationHead: 'Hồ sơ của đơn vị sắp quá hạn', escalationLeader: 'Hồ sơ đến hạn chưa có kết quả', apologyDrafted: 'Văn bản xin lỗi chờ duyệt', unanswered: 'Hồ sơ đóng do không bổ sung',
      opinionAsked: 'Được lấy ý kiến', opinionAnswered: 'Đã có ý kiến', opinionWithdrawn: 'Ý kiến không cần nữa', handedOver: 'Hồ sơ chuyển đến', workAssigned: 'Được giao việc', monthlyReport: 'Báo cáo tháng', versionWaits: 'Quy trình chờ phê duyệt, lần {{version}}', documentWaits: 'Tài liệu chờ phê duyệt, lần {{version}}',
    },
  },
};
