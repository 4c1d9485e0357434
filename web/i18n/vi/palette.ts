/** The command palette: fetched when it is opened. */
export const palette = {
  palette: {
    search: 'Tìm hồ sơ, thủ tục, trang hoặc lệnh', none: 'Không có gì khớp.', dossiers: 'Hồ sơ', procedures: 'Thủ tục', pages: 'Trang', actions: 'Lệnh',
    receive: 'Tiếp nhận: {{name}}', mine: 'Việc của tôi', overdue: 'Việc quá hạn của phòng', keys: 'Xem phím tắt', found: '{{n}} mục', hint: 'Mũi tên để chọn, Enter để mở, Esc để đóng',
  },
};
