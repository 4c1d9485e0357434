/** One's own sign-in. */
export const account = {
  account: {
    passwordTitle: 'Đổi mật khẩu', mustChange: 'Mật khẩu bạn vừa dùng là mật khẩu tạm. Chọn mật khẩu của riêng bạn để tiếp tục.', current: 'Mật khẩu đang dùng', password: 'Mật khẩu mới', again: 'Nhập lại mật khẩu mới',
    rule: 'Ít nhất 12 ký tự; một câu ngắn dễ nhớ là tốt. Không dùng tên, tên tài khoản hay mật khẩu thường gặp.', differs: 'Hai lần nhập chưa giống nhau.', change: 'Đổi mật khẩu', changed: 'Đã đổi mật khẩu. Các nơi khác đã được đăng xuất.',
    fault: { 'too-short': 'Cần ít nhất 12 ký tự.', 'too-long': 'Không quá 200 ký tự.', 'too-simple': 'Quá ít ký tự khác nhau.', common: 'Mật khẩu này có trong danh sách thường bị đoán.', name: 'Không dùng tên người, tên tài khoản hoặc tên cơ quan.', same: 'Trùng với mật khẩu đang dùng.', wrong: 'Mật khẩu đang dùng chưa đúng.' },
    sessions: 'Nơi đang đăng nhập', endOthers: 'Đăng xuất mọi nơi khác', ended: 'Đã đăng xuất.', browser: 'Trình duyệt', since: 'Đăng nhập lúc', seen: 'Dùng lần cuối', address: 'Địa chỉ mạng', actions: 'Thao tác', here: 'trình duyệt này', endOf: 'Đăng xuất phiên mở lúc {{at}}',
  },
};
