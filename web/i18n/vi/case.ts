/** What no diagram draws: actions on a dossier, what they ask, notices. */
export const casework = {
  case: {
    actions: 'Xử lý ngoài lưu đồ', actionsHint: 'Chỉ hiện những việc mà quy tắc và trạng thái hồ sơ cho phép.',
    action: {
      requestSupplement: 'Yêu cầu bổ sung', receiveSupplement: 'Nhận bổ sung', requirePayment: 'Yêu cầu nghĩa vụ tài chính', confirmPayment: 'Xác nhận đã nộp', stop: 'Dừng giải quyết', resume: 'Tiếp tục giải quyết',
      draftApology: 'Soạn văn bản xin lỗi', extend: 'Gia hạn', askOpinion: 'Lấy ý kiến', withdrawOpinion: 'Rút yêu cầu lấy ý kiến', handOver: 'Giao hồ sơ', receiveHandOver: 'Ký nhận hồ sơ', withdraw: 'Ghi nhận rút hồ sơ', refuse: 'Từ chối', recall: 'Mở lại do sai sót', cancelAutomatic: 'Hủy việc tự động',
    },
    hint: {
      requestSupplement: 'Nêu đủ giấy tờ còn thiếu trong một lần. Thời hạn tạm dừng đến khi nhận bổ sung.', receiveSupplement: 'Thời hạn tiếp tục tính từ lúc này.', requirePayment: 'Thời hạn tạm dừng đến khi xác nhận đã nộp.',
      confirmPayment: 'Thời hạn tiếp tục tính từ lúc này.', stop: 'Các bước và thời hạn tạm dừng đến khi tiếp tục giải quyết.', resume: 'Các bước và thời hạn tiếp tục từ lúc này.', draftApology: 'Người có thẩm quyền khác sẽ duyệt. Chọn một ngày làm việc.',
      extend: 'Công dân nhận văn bản xin lỗi với ngày hẹn mới. Chọn một ngày làm việc.', askOpinion: 'Hồ sơ vẫn do đơn vị đang xử lý giữ; đơn vị được hỏi có một việc riêng.', withdrawOpinion: 'Nơi được hỏi không phải trả lời nữa và được báo lý do.', handOver: 'Đơn vị nhận sẽ ký nhận.',
      receiveHandOver: 'Thời điểm và người ký nhận được ghi vào phiếu kiểm soát.', withdraw: 'Hồ sơ kết thúc theo yêu cầu của công dân.', refuse: 'Hồ sơ kết thúc. Công dân nhận phiếu từ chối có lý do và căn cứ.',
      recall: 'Mở một hồ sơ mới nối tiếp hồ sơ đã trả kết quả.', cancelAutomatic: 'Lý do được ghi vào quá trình xử lý.',
    },
    done: {
      requestSupplement: 'Đã yêu cầu bổ sung.', receiveSupplement: 'Đã nhận bổ sung.', requirePayment: 'Đã yêu cầu nghĩa vụ tài chính.', confirmPayment: 'Đã xác nhận nộp.', stop: 'Đã dừng giải quyết.', resume: 'Đã tiếp tục giải quyết.',
      draftApology: 'Đã soạn văn bản xin lỗi.', extend: 'Đã gia hạn.', askOpinion: 'Đã gửi lấy ý kiến.', withdrawOpinion: 'Đã rút yêu cầu lấy ý kiến.', handOver: 'Đã giao hồ sơ.', receiveHandOver: 'Đã ký nhận.', withdraw: 'Đã ghi nhận rút hồ sơ.', refuse: 'Đã từ chối.', recall: 'Đã mở hồ sơ nối tiếp.', cancelAutomatic: 'Đã hủy việc tự động.',
    },
    field: {
      parts: 'Giấy tờ phải bổ sung', otherParts: 'Giấy tờ khác', otherPartsHint: 'Mỗi dòng một giấy tờ.', reason: 'Lý do', ground: 'Căn cứ pháp lý', note: 'Ghi chú', newDate: 'Ngày hẹn mới', department: 'Đơn vị', handOver: 'Hồ sơ đang chuyển đến',
      automatic: 'Việc tự động', opinion: 'Ý kiến đang hỏi', question: 'Nội dung cần ý kiến', what: 'Những gì được giao',
    },
    dueNow: 'Ngày hẹn đang có: {{at}}.', latest: 'Muộn nhất: {{at}}.', until: 'Phải gửi trước {{at}}.', answerBy: 'Chờ đến hết {{at}}.', since: 'từ {{at}}',
    halt: { supplement: 'Đang chờ bổ sung', financialDuty: 'Đang chờ nghĩa vụ tài chính', stop: 'Đang dừng giải quyết' },
    extensions: 'Gia hạn', drafted: 'Dự thảo xin lỗi, hẹn lại {{at}}', extended: 'Từ {{from}} đến {{to}}', bySystem: 'hệ thống tự soạn', opinions: 'Ý kiến phối hợp', opinionOpen: 'Chưa có ý kiến.', opinionWithdrawn: '{{name}} đã rút lúc {{at}}: {{reason}}', opinionLabel: 'Ý kiến', sendOpinion: 'Gửi ý kiến',
    handOvers: 'Giao nhận', receivedBy: '{{name}} ký nhận lúc {{at}}.', onItsWay: 'Chưa ký nhận.', automaticTitle: 'Việc tự động', what: 'Việc', when: 'Thời điểm', status: 'Trạng thái',
    automatic: { reminder: 'Nhắc người đang xử lý', escalation_head: 'Báo trưởng đơn vị', escalation_leader: 'Báo lãnh đạo cơ quan', apology: 'Soạn dự thảo văn bản xin lỗi', closing: 'Đóng hồ sơ khi không bổ sung' },
    automaticState: { planned: 'sắp đến', done: 'đã thực hiện', cancelled: 'đã hủy' },
    follow: 'Hồ sơ liên quan', follows: 'Nối tiếp hồ sơ', followedBy: 'Được mở lại bằng hồ sơ', placesTitle: 'Nơi tiếp nhận và giải quyết', helpPlace: 'Nơi hướng dẫn', receptionPlace: 'Nơi tiếp nhận', competent: 'Cơ quan có thẩm quyền', portal: 'Trạng thái trên Cổng Dịch vụ công', sync: 'Đồng bộ lên Cổng', syncState: { pending: 'đang chờ gửi', sent: 'đã gửi', failed: 'không gửi được' }, finance: 'Nghĩa vụ tài chính',
    financeState: { due: 'chưa nộp', paid: 'đã nộp' },
  },
  problem: { code: {
    'supplement-used-up': 'Đã yêu cầu bổ sung đủ số lần quy định.',
    'extension-used-up': 'Đã gia hạn đủ số lần quy định.',
    'extension-too-late': 'Đã quá thời điểm phải gửi văn bản xin lỗi nên không gia hạn được.',
    'date-not-later': 'Ngày hẹn mới phải sau ngày hẹn đang có. Chọn ngày khác.',
    'date-too-far': 'Ngày hẹn mới vượt mức quy định. Chọn ngày sớm hơn.',
    'no-due-date': 'Hồ sơ chưa có ngày hẹn trả nên không gia hạn được.',
    'ground-needed': 'Cần ghi căn cứ pháp lý.',
    'parts-needed': 'Cần nêu đủ giấy tờ phải bổ sung trong một lần.',
    'unknown-opinion': 'Ý kiến này không còn được hỏi.',
    'nothing-planned': 'Không còn việc tự động nào như vậy.',
    'unknown-hand-over': 'Không có hồ sơ nào đang được chuyển đến.',
  } },
};
