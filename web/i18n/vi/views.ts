/** Columns, density and saved views of the work list: fetched with their panel. */
export const views = {
  views: {
    columns: 'Cột hiển thị', density: 'Mật độ dòng', densityOf: { compact: 'Dày', normal: 'Vừa', relaxed: 'Thưa' }, saved: 'Cách xem đã lưu', none: 'Chưa lưu cách xem nào.', name: 'Tên cách xem',
    nameHint: 'Giữ phạm vi, bộ lọc, thứ tự, cột và mật độ đang dùng.', save: 'Lưu cách xem này', savedDone: 'Đã lưu cách xem "{{name}}".', remove: 'Xóa', removeNamed: 'Xóa cách xem {{name}}', copy: 'Chép đường dẫn để chia sẻ', copied: 'Đã chép đường dẫn.', link: 'Đường dẫn của cách xem đang dùng',
  },
  problem: { code: {
    'too-many-views': 'Đã lưu đủ số cách xem. Xóa bớt một cách xem trước.',
  } },
};
