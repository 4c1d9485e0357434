/** Findings and their severities. */
export const findings = {
  findings: {
    title: 'Phát hiện', clean: 'Không có phát hiện', checking: 'Đang kiểm tra…', count: { error: '{{n}} lỗi', warning: '{{n}} cảnh báo', advice: '{{n}} gợi ý' }, severity: { error: 'Lỗi', warning: 'Cảnh báo', advice: 'Gợi ý' },
    cannotTell: 'Chưa đủ thông tin cho {{n}} phép kiểm tra', missing: 'thiếu {{names}}',
  },
};
