/** Work that changes hands, and one act on several rows. */
export const together = {
  together: {
    selected: 'Đã chọn {{n}} việc', bar: 'Thao tác với các việc đã chọn', clear: 'Bỏ chọn', claim: 'Nhận {{n}} việc', release: 'Trả lại {{n}} việc', handOn: 'Giao, chuyển việc', complete: 'Hoàn thành cùng lúc',
    claimed: 'Đã nhận {{n}} việc.', released: 'Đã trả lại {{n}} việc.', assigned: 'Đã chuyển {{n}} việc.', completed: 'Đã hoàn thành {{n}} việc.',
    failed: '{{n}} việc chưa thực hiện được', dismiss: 'Đã đọc', retry: 'Thử lại các việc này',
    handOnTitle: 'Giao việc cho người khác', handOnText: 'Người nhận được báo ngay, kèm lý do.', to: 'Giao cho', load: '{{position}} · đang giữ {{n}} việc', noColleague: 'Không có ai khác làm được bước này.', reason: 'Lý do', submitHandOn: 'Giao việc',
    completeTitle: 'Hoàn thành bước "{{step}}" cho {{n}} hồ sơ', completeText: 'Ghi chú được lưu vào quá trình xử lý của từng hồ sơ.', note: 'Ghi chú', noteNeeded: 'Nêu lý do khi trả lại hoặc từ chối.',
  },
};
