/** Names of BPMN element kinds in menus and in the head of the properties panel, by their English text. */
const events: Record<string, string> = {
  'Start event': 'Sự kiện bắt đầu', 'End event': 'Sự kiện kết thúc', 'Boundary event': 'Sự kiện biên', 'Intermediate throw event': 'Sự kiện trung gian phát', 'Intermediate catch event': 'Sự kiện trung gian chờ',
  'Cancel boundary event': 'Sự kiện biên hủy giao dịch', 'Cancel end event': 'Kết thúc hủy giao dịch', 'Terminate end event': 'Kết thúc toàn bộ',
};
const triggers: Record<string, string> = { Message: 'thông điệp', Timer: 'thời gian', Conditional: 'điều kiện', Signal: 'tín hiệu', Error: 'lỗi', Escalation: 'báo cấp trên', Compensation: 'bù trừ', Link: 'liên kết trang' };
const positions: Record<string, string> = {
  'start event': 'Bắt đầu theo {x}', 'end event': 'Kết thúc phát {x}', 'boundary event': 'Sự kiện biên {x}', 'intermediate catch event': 'Trung gian chờ {x}', 'intermediate throw event': 'Trung gian phát {x}',
};

/** "Timer boundary event (non-interrupting)" and its kin: every trigger at every position. */
function eventNames(): Record<string, string> {
  const names: Record<string, string> = { ...events };
  for (const [trigger, word] of Object.entries(triggers)) {
    for (const [position, pattern] of Object.entries(positions)) {
      const translated = pattern.replace('{x}', word);
      names[`${trigger} ${position}`] = translated;
      names[`${trigger} ${position} (non-interrupting)`] = `${translated} (không ngắt)`;
    }
  }
  return names;
}

export const elements: Record<string, string> = {
  ...eventNames(),
  'Task': 'Bước', 'User task': 'Bước do người làm', 'Manual task': 'Bước thủ công', 'Service task': 'Bước tự động', 'Script task': 'Bước tính toán', 'Send task': 'Bước gửi', 'Receive task': 'Bước nhận', 'Business rule task': 'Bước theo quy tắc',
  'Call activity': 'Gọi quy trình khác', 'Sub-process': 'Quy trình con', 'Sub-process (collapsed)': 'Quy trình con (thu gọn)', 'Sub-process (expanded)': 'Quy trình con (mở rộng)', 'Event sub-process': 'Quy trình con theo sự kiện', 'Transaction': 'Giao dịch',
  'Ad-hoc sub-process': 'Quy trình con tùy biến', 'Ad-hoc sub-process (collapsed)': 'Quy trình con tùy biến (thu gọn)', 'Ad-hoc sub-process (expanded)': 'Quy trình con tùy biến (mở rộng)',
  'Exclusive gateway': 'Cổng loại trừ', 'Parallel gateway': 'Cổng song song', 'Inclusive gateway': 'Cổng bao hàm', 'Complex gateway': 'Cổng phức hợp', 'Event-based gateway': 'Cổng theo sự kiện',
  'Event based instantiating Gateway': 'Cổng theo sự kiện, mở hồ sơ mới', 'Parallel Event based instantiating Gateway': 'Cổng theo sự kiện song song, mở hồ sơ mới',
  'Sequence flow': 'Luồng', 'Conditional flow': 'Luồng có điều kiện', 'Default flow': 'Luồng mặc định', 'Message flow': 'Luồng thông điệp',
  'Data object reference': 'Tham chiếu dữ liệu', 'Data store reference': 'Tham chiếu kho dữ liệu', 'Data object': 'Dữ liệu', 'Data store': 'Kho dữ liệu', 'Data input': 'Dữ liệu vào', 'Data output': 'Dữ liệu ra',
  'Data input association': 'Liên kết dữ liệu vào', 'Data output association': 'Liên kết dữ liệu ra',
  'Empty pool/participant': 'Bể trống', 'Expanded pool/participant': 'Bể có quy trình', 'Empty pool/participant (removes content)': 'Bể trống (bỏ nội dung)',
  'Participant': 'Bên tham gia', 'Lane': 'Làn', 'Process': 'Quy trình', 'Collaboration': 'Phối hợp', 'Group': 'Nhóm', 'Text annotation': 'Ghi chú', 'Association': 'Liên kết',
  'Ad-hoc sub process': 'Quy trình con tùy biến', 'Sub process': 'Quy trình con', 'Event sub process': 'Quy trình con theo sự kiện',
  'Expanded sub process': 'Quy trình con (mở rộng)', 'Collapsed sub process': 'Quy trình con (thu gọn)', 'Expanded pool': 'Bể', 'Empty pool': 'Bể trống', 'Boundary event (non-interrupting)': 'Sự kiện biên (không ngắt)', 'Start event (non-interrupting)': 'Sự kiện bắt đầu (không ngắt)',
  'Tasks': 'Bước', 'Gateways': 'Cổng', 'Sub-processes': 'Quy trình con', 'Events': 'Sự kiện', 'Data': 'Dữ liệu', 'Participants': 'Bên tham gia',
};
