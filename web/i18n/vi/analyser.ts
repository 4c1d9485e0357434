/** Findings in the designer: groups, evidence, runs, remedies, acceptance. */
export const analyser = {
  analyser: {
    filter: 'Lọc phát hiện', all: 'Tất cả', open: 'Chưa chấp nhận', accepted: 'Đã chấp nhận', none: 'Không có phát hiện nào khớp bộ lọc.', search: 'Tìm trong phát hiện', took: 'Đã kiểm tra trong {{ms}} ms',
    kind: { file: 'Tệp và bản vẽ', flow: 'Luồng chạy', data: 'Dữ liệu và điều kiện', model: 'Chất lượng bản vẽ', overlap: 'Chồng chéo', library: 'So với thủ tục khác', order: 'Trình tự và thời gian' },
    perYear: '{{hours}} giờ làm việc mỗi năm', sure: 'Độ tin cậy {{share}}', source: 'Nguồn của quy tắc', elements: 'Phần tử', evidence: 'Căn cứ', why: 'Cách sửa gợi ý',
    facts: {
      sumHours: 'Tổng (giờ làm việc)', limitHours: 'Thời hạn (giờ làm việc)', overHours: 'Vượt (giờ làm việc)', savedHours: 'Bớt được (giờ làm việc)', handoffs: 'Số lần chuyển tay', count: 'Số lần', document: 'Giấy tờ', requirement: 'Điều kiện', trips: 'Số lần đi lại',
      perApplicant: 'Mỗi người nộp (đồng)', perYear: 'Mỗi năm (đồng)', savedMinutes: 'Bớt được (phút)', example: 'Giá trị ví dụ', flow: 'Luồng', end: 'Kết thúc', similarity: 'Độ giống nhau', from: 'Từ thủ tục', fields: 'Trường', media: 'Nơi ghi', cycle: 'Vòng', stuckAt: 'Kẹt tại', steps: 'Các bước', line: 'Dòng',
    },
    run: { title: 'Chạy minh họa', step: 'Bước {{at}}/{{of}}: {{name}}', stuck: 'Kẹt tại {{name}}: không thể đi tiếp', first: 'Về đầu', back: 'Lùi một bước', next: 'Tiến một bước', play: 'Chạy', pause: 'Dừng', keys: 'Phím mũi tên trái, phải đi từng bước; Home về đầu, End tới cuối.', tokens: { one: '{{n}} thẻ đang chờ', other: '{{n}} thẻ đang chờ' } },
    remedy: {
      title: 'Sửa bằng một lần bấm', working: 'Đang thử cách sửa…', none: 'Không có cách sửa tự động cho phát hiện này.', apply: 'Áp dụng', changes: 'Thay đổi', gone: 'Không còn', come: 'Xuất hiện thêm', saved: 'Bớt {{hours}} giờ làm việc mỗi hồ sơ', savedYear: 'Bớt {{hours}} giờ làm việc mỗi hồ sơ, {{year}} giờ mỗi năm', noHours: 'Thời gian xử lý không đổi', failed: 'Không áp dụng được trên bản vẽ này: {{reason}}',
      applied: 'Đã áp dụng và kiểm tra lại: {{before}} phát hiện còn {{after}}. Hoàn tác trả lại như cũ.', undo: 'Hoàn tác',
      kind: { correctJoin: 'Đổi loại cổng', parallel: 'Cho chạy song song', mergeSteps: 'Gộp bước', moveForward: 'Chuyển kiểm tra lên trước', dropRequest: 'Bỏ yêu cầu lặp', reallotLimits: 'Phân bổ lại thời hạn', removeStep: 'Bỏ bước' },
      edit: {
        retype: 'Đổi {{node}} thành {{type}}', addGateway: 'Thêm {{type}}', removeNode: 'Bỏ {{node}}', addFlow: 'Nối {{source}} tới {{target}}', removeFlow: 'Bỏ nối {{source}} tới {{target}}', redirectTarget: 'Dẫn luồng từ {{source}} sang {{target}}', redirectSource: 'Luồng tới {{target}} nay đi từ {{source}}',
        limit: '{{node}}: thời hạn {{value}}', checks: '{{node}}: kiểm tra {{value}}', noChecks: '{{node}}: không kiểm tra lại', applicantContact: '{{node}}: không yêu cầu người nộp nữa', data: '{{node}}: nhận thêm tài liệu {{value}}', other: '{{node}}: {{name}} {{value}}',
      },
      type: { exclusiveGateway: 'cổng loại trừ', parallelGateway: 'cổng song song', inclusiveGateway: 'cổng bao hàm' },
    },
    beside: { failed: 'Chưa so được với các thủ tục khác; thay đổi tiếp theo sẽ hỏi lại.' },
    accept: {
      title: 'Chấp nhận phát hiện này', reason: 'Lý do', lookAgain: 'Ngày xem lại', save: 'Chấp nhận', withdraw: 'Bỏ chấp nhận', kept: 'Ghi vào bản vẽ, đi cùng phiên bản. Tới ngày xem lại, phát hiện hiện trở lại.', by: '{{name}} chấp nhận ngày {{on}}; xem lại ngày {{again}}', byNobody: 'Xem lại ngày {{again}}', needReason: 'Cần ghi lý do.', needDate: 'Cần một ngày sau hôm nay.',
    },
  },
};
