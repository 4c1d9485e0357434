/** The page of the service index. */
import { INDEX_WORDS } from '../../../engine/service-index/words.js';

export const serviceIndex = {
  serviceIndex: {
    ...INDEX_WORDS.vi,
    title: 'Bộ chỉ số phục vụ người dân, doanh nghiệp', basis: 'Quyết định 766/QĐ-TTg ngày 23/06/2022. Từ {{from}} đến {{to}}, số liệu lúc {{asOf}}.', choose: 'Phạm vi', kind: 'Kỳ', kinds: { month: 'Tháng', quarter: 'Quý', year: 'Năm' }, which: 'Kỳ báo cáo', quarterOf: 'Quý {{n}}/{{year}}', yearOf: 'Năm {{year}}',
    agency: 'Cơ quan tiếp nhận', department: 'Đơn vị', procedure: 'Thủ tục', all: 'Tất cả', score: 'Quy về thang 100', points: 'Điểm đạt', measured: 'Tối đa của phần đo được', weight: 'Điểm tối đa', none: 'chưa có',
    how: 'Chỉ tiêu không phát sinh trong kỳ hoặc chưa có dữ liệu thì không có điểm và không tính vào điểm tối đa; điểm của phần đo được quy về thang 100.', sum: 'Tổng điểm tối đa đang đặt là {{n}}, không phải 100.', steps: 'Của một đơn vị, tiến độ tính theo các bước đơn vị đó làm.', settings: 'Đặt điểm tối đa',
    groupsTitle: 'Nhóm chỉ số', group: 'Nhóm', share: 'Tỷ lệ', indicatorsTitle: 'Chỉ tiêu', indicator: 'Chỉ tiêu', counted: 'Đạt trên tổng', behind: 'Xem', met: 'đạt', missed: 'chưa đạt', metNamed: 'Xem phần đạt: {{name}}', missedNamed: 'Xem phần chưa đạt: {{name}}', agenciesTitle: 'Theo cơ quan',
    seriesTitle: 'Theo thời gian, quy về thang 100', chart: 'Biểu đồ cột của bộ chỉ số từ {{first}} đến {{last}}; cao nhất {{most}} vào {{when}}. Bảng bên cạnh ghi cùng số liệu.', chartOfNone: 'Biểu đồ cột của bộ chỉ số từ {{first}} đến {{last}}, chưa có số liệu',
    casesMet: 'Đạt – {{name}}', casesMissed: 'Chưa đạt – {{name}}', noCases: 'Không có.', number: 'Mã', what: 'Thủ tục, nội dung', at: 'Lúc', due: 'Hạn', given: 'Mức đánh giá', missing: 'Thiếu', close: 'Đóng danh sách', casesExcel: 'Excel: danh sách này',
  },
};
