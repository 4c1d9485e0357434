/** Groups, labels and hints of the standard part of the properties panel, by their English text. */
export const panel: Record<string, string> = {
  'General': 'Chung', 'Name': 'Tên', 'ID': 'Mã phần tử', 'Id': 'Mã phần tử', 'Executable': 'Chạy được', 'Participant Name': 'Tên bên tham gia', 'Participant ID': 'Mã bên tham gia', 'Process ID': 'Mã quy trình', 'Process name': 'Tên quy trình',
  'Documentation': 'Mô tả', 'Element documentation': 'Mô tả phần tử', 'Process documentation': 'Mô tả quy trình',
  'Multi-instance': 'Nhiều lượt', 'Loop cardinality': 'Số lượt', 'Completion condition': 'Điều kiện hoàn thành', 'Completion': 'Hoàn thành', 'Cancel remaining instances': 'Hủy các lượt còn lại',
  'Timer': 'Thời gian', 'Type': 'Loại', 'Value': 'Giá trị', 'Date': 'Thời điểm', 'Duration': 'Khoảng thời gian', 'Cycle': 'Chu kỳ', '<none>': '<không có>', '<empty>': '<trống>',
  'A specific point in time defined as ISO 8601 combined date and time representation.': 'Một thời điểm, viết theo ISO 8601.',
  'A time duration defined as ISO 8601 durations format.': 'Một khoảng thời gian, viết theo ISO 8601.',
  'A cycle defined as ISO 8601 repeating intervals format.': 'Một chu kỳ, viết theo ISO 8601.',
  '1 hour and 30 minutes': '1 giờ 30 phút', '14 days': '14 ngày', '15 seconds': '15 giây', 'UTC plus 2 hours zone offset': 'múi giờ UTC+2', 'UTC time': 'giờ UTC',
  'every 10 seconds, up to 5 times': 'mỗi 10 giây, nhiều nhất 5 lần', 'every day, infinitely': 'mỗi ngày, không giới hạn', 'Documentation: Timer events': 'Tài liệu: sự kiện thời gian',
  'Message': 'Thông điệp', 'Global message reference': 'Thông điệp dùng chung', 'Signal': 'Tín hiệu', 'Global signal reference': 'Tín hiệu dùng chung', 'Error': 'Lỗi', 'Global error reference': 'Lỗi dùng chung',
  'Escalation': 'Báo cấp trên', 'Global escalation reference': 'Mã báo cấp trên dùng chung', 'Code': 'Mã', 'Link': 'Liên kết trang', 'Compensation': 'Bù trừ', 'Activity reference': 'Hoạt động được bù trừ', 'Wait for completion': 'Chờ hoàn thành',
  'Create new ...': 'Tạo mới…', 'Create': 'Tạo', 'Create new list item': 'Thêm mục', 'Delete item': 'Xóa mục', 'Toggle list item': 'Mở hoặc thu mục', 'Toggle section': 'Mở hoặc thu phần này',
  'Section contains an error': 'Phần này có lỗi', 'Section contains edits': 'Phần này đã có nội dung', 'Open documentation': 'Mở tài liệu', 'Open pop-up editor': 'Mở cửa sổ soạn', 'Opened in editor': 'Đang mở trong cửa sổ soạn', 'Return to properties panel': 'Về bảng thuộc tính', 'Close': 'Đóng',
  'ID must be a valid QName.': 'Mã phần tử chỉ gồm chữ, số, gạch dưới, gạch nối và chấm, bắt đầu bằng chữ.', 'ID must be unique.': 'Mã phần tử đã được dùng.', 'ID must not be empty.': 'Mã phần tử không được để trống.', 'ID must not contain prefix.': 'Mã phần tử không được có dấu hai chấm.', 'ID must not contain spaces.': 'Mã phần tử không được có dấu cách.',
  'Select an element to edit its properties.': 'Chọn một phần tử để sửa thuộc tính.', 'Multiple elements are selected. Select a single element to edit its properties.': 'Đang chọn nhiều phần tử. Chọn một phần tử để sửa thuộc tính.',
};
