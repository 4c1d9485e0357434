/** Rules of the one-stop mechanism. */
export const rules = {
  rules: {
    title: 'Quy tắc một cửa', note: 'Hồ sơ giữ quy tắc có hiệu lực khi tiếp nhận.', version: 'Phiên bản {{version}}, hiệu lực từ {{from}}', scope: 'Áp dụng cho', allAgencies: 'Mọi cơ quan', rule: 'Quy tắc', value: 'Giá trị', basis: 'Căn cứ', unconfirmed: 'cần đối chiếu',
    yes: 'Có', no: 'Không', units: { workingHours: 'giờ làm việc', workingDays: 'ngày làm việc', days: 'ngày' },
    setForAgency: 'Riêng của cơ quan từ {{from}}', setForAll: 'Đặt cho mọi cơ quan từ {{from}}', planned: 'Từ {{from}}: {{value}}', plannedNone: 'Từ {{from}}: bỏ giá trị đã đặt',
    change: 'Sửa', changeRule: 'Sửa: {{rule}}', unit: 'Đơn vị', from: 'Hiệu lực từ', newBasis: 'Căn cứ của giá trị mới', confirmed: 'Đã đối chiếu với văn bản đang có hiệu lực', reason: 'Lý do', rolesHint: 'Chọn ít nhất một vai trò.',
    takeBack: 'Bỏ giá trị đã đặt', saved: 'Đã lưu: {{rule}}', periodValue: { ever: 'không bắt đầu lại', year: 'bắt đầu lại hằng năm' }, patternHint: 'Dùng được {agency}, {date}, {number:7}.',
    wrong: { count: 'Cần một số nguyên từ 0 đến 1.000.', roles: 'Chọn ít nhất một vai trò.', stretch: 'Cần một số lớn hơn 0, không quá 1.000.', lead: 'Cần một số từ -1.000 đến 1.000.', yesNo: 'Chọn có hoặc không.', states: 'Mỗi trạng thái là một số từ 1 đến 10.', pattern: 'Cần có {number}, không quá 100 ký tự.', period: 'Chọn một trong hai cách.' }, fromPast: 'Không được trước hôm nay: hồ sơ đã tiếp nhận giữ quy tắc cũ.',
    changes: 'Các lần sửa', changedAt: 'Lúc', changedBy: 'Người sửa', none: 'Chưa có lần sửa nào.', removed: 'bỏ giá trị đã đặt',
  },
  problem: { code: {
    'stale-rules': 'Quy tắc này vừa được người khác sửa. Tải lại trang rồi sửa lại.',
  } },
};
