/** Words of the service index, for pages, files and reports alike. */
import type { IndexAbsence, IndexGroup, IndicatorId, IndicatorUnit, SheetPart } from './indicators.js';

interface Words { groups: Record<IndexGroup, string>; indicators: Record<IndicatorId, string>; absent: Record<IndexAbsence, string>; of: Record<IndicatorUnit, string>; parts: Record<SheetPart, string> }
export const INDEX_WORDS: Readonly<Record<'vi' | 'en', Words>> = {
  vi: {
    groups: { openness: 'Công khai, minh bạch', progress: 'Tiến độ, kết quả giải quyết', online: 'Dịch vụ công và thanh toán trực tuyến', digital: 'Số hóa hồ sơ', satisfaction: 'Mức độ hài lòng' },
    indicators: {
      publishedInTime: 'Thủ tục công bố không muộn hơn ngày có hiệu lực', fullContent: 'Thủ tục công khai đủ nội dung', toldPortal: 'Trạng thái hồ sơ đã đồng bộ lên Cổng Dịch vụ công quốc gia',
      onTime: 'Hồ sơ giải quyết trước hạn và đúng hạn', timeWithinLimit: 'Thời gian giải quyết nằm trong thời hạn', wholeOnline: 'Thủ tục cung cấp trực tuyến toàn trình', receivedOnline: 'Hồ sơ tiếp nhận trực tuyến', paidOnline: 'Hồ sơ thanh toán trực tuyến',
      electronicResult: 'Kết quả giải quyết cấp bản điện tử', digitised: 'Hồ sơ có đủ giấy tờ dạng điện tử hoặc đã số hóa', dataReused: 'Hồ sơ tái sử dụng dữ liệu đã số hóa', dataShared: 'Hồ sơ khai thác dữ liệu chia sẻ',
      complaintsInTime: 'Phản ánh, khiếu nại xử lý đúng hạn', complaintsSatisfied: 'Hài lòng với việc xử lý phản ánh, khiếu nại', satisfied: 'Hài lòng với việc tiếp nhận, giải quyết hồ sơ (4 hoặc 5 trên 5)',
    },
    absent: { noCases: 'trong kỳ không phát sinh', notKept: 'phần mềm chưa ghi nhận dữ liệu này', notConnected: 'chưa kết nối Cổng Dịch vụ công quốc gia', notByDepartment: 'không tính riêng cho một đơn vị' },
    of: { dossiers: 'hồ sơ', procedures: 'thủ tục', records: 'phản ánh, khiếu nại', messages: 'lần đồng bộ', minutes: 'phút làm việc', steps: 'bước' },
    parts: { code: 'mã thủ tục', field: 'lĩnh vực', channels: 'cách thức thực hiện', documents: 'thành phần hồ sơ', sets: 'số bộ hồ sơ', limit: 'thời hạn giải quyết', subjects: 'đối tượng thực hiện', fee: 'phí, lệ phí', result: 'kết quả', legalBasis: 'căn cứ pháp lý' },
  },
  en: {
    groups: { openness: 'Openness', progress: 'Progress and results', online: 'Online service and payment', digital: 'Digital dossiers', satisfaction: 'Satisfaction' },
    indicators: {
      publishedInTime: 'Procedures announced no later than the day they came into force', fullContent: 'Procedures published with all that has to be told', toldPortal: 'Changes of state sent to the National Portal',
      onTime: 'Dossiers resolved early or on time', timeWithinLimit: 'Processing time within the limit', wholeOnline: 'Procedures that are online from end to end', receivedOnline: 'Dossiers received online', paidOnline: 'Dossiers paid online',
      electronicResult: 'Results issued electronically', digitised: 'Dossiers with all papers electronic or digitised', dataReused: 'Dossiers that re-use digitised data', dataShared: 'Dossiers that use shared data',
      complaintsInTime: 'Complaints handled on time', complaintsSatisfied: 'Satisfied with the handling of complaints', satisfied: 'Satisfied with reception and processing (4 or 5 of 5)',
    },
    absent: { noCases: 'none in the period', notKept: 'the product does not record this yet', notConnected: 'the National Portal is not connected', notByDepartment: 'not counted for one department' },
    of: { dossiers: 'dossiers', procedures: 'procedures', records: 'complaints', messages: 'messages', minutes: 'working minutes', steps: 'steps' },
    parts: { code: 'code', field: 'field', channels: 'ways of handing in', documents: 'papers', sets: 'number of sets', limit: 'time limit', subjects: 'who may ask', fee: 'fee', result: 'result', legalBasis: 'legal basis' },
  },
};
