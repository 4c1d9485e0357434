/** Stand-ins: the page. */
export const standIns = {
  standIn: {
    title: 'Làm thay', text: 'Người làm thay thấy và xử lý việc của người vắng; mọi chỗ đều ghi "thay". Bước cần hai người khác nhau vẫn cần hai người: không ai làm thay cho chính người đã làm bước trước.',
    new: 'Phân công làm thay', absent: 'Người vắng', standIn: 'Người làm thay', choose: 'Chọn người', from: 'Từ ngày', to: 'Đến hết ngày', procedures: 'Thủ tục', all: 'Mọi thủ tục', some: 'Chỉ các thủ tục chọn', reason: 'Lý do', submit: 'Phân công', done: 'Đã phân công {{name}} làm thay.',
    caption: 'Các phân công làm thay: {{total}}', none: 'Chưa có phân công làm thay nào.', period: 'Thời gian', state: 'Tình trạng', actions: 'Thao tác', end: 'Kết thúc', endOf: 'Kết thúc phân công {{standIn}} làm thay {{absent}}', ended: 'Đã kết thúc phân công.',
    stateOf: { planned: 'Sắp tới', inForce: 'Đang làm thay', ended: 'Đã hết' }, setBy: '{{name}} phân công', endedBy: '{{name}} kết thúc', count: '{{n}} thủ tục',
  },
  problem: { code: {
    'unknown-stand-in': 'Không có phân công làm thay này.',
  } },
};
