export const conformity = {
  conformity: {
    title: 'Công bố phù hợp', note: 'Hệ thống quản lý chất lượng phù hợp tiêu chuẩn, với phạm vi là các quy trình đang có hiệu lực; mọi lần công bố được giữ lại.', none: 'Cơ quan chưa công bố lần nào.', latest: 'Lần công bố hiện tại',
    standard: 'Tiêu chuẩn', decision: 'Quyết định', decisionOf: 'số {{number}} ngày {{date}}', signatory: 'Người ký', scope: 'Phạm vi', scopeOf: '{{n}} quy trình', declaredAt: 'Ghi lúc', by: '{{at}}, {{name}}', pdf: 'Bản công bố (PDF)', docx: 'Bản công bố (Word)',
    differs: 'Phạm vi đã thay đổi, cần công bố lại', same: 'Các quy trình đang có hiệu lực đúng như đã công bố.', added: 'Có hiệu lực, chưa công bố: {{n}}', ended: 'Đã công bố, hết hiệu lực: {{n}}', changed: 'Có bản mới hơn bản công bố: {{n}}', version: 'lần ban hành {{n}}', versions: 'công bố lần {{from}}, nay là lần {{to}}', more: 'và {{n}} quy trình khác',
    declare: 'Công bố', again: 'Công bố lại', number: 'Số quyết định', date: 'Ngày quyết định', position: 'Chức vụ người ký', choose: 'Quy trình thuộc phạm vi', search: 'Tìm quy trình', inScope: 'Thuộc phạm vi: {{name}}', chosen: 'Chọn {{n}} trên {{all}} quy trình đang có hiệu lực', done: 'Đã công bố', caption: '{{total}} quy trình đang có hiệu lực', last: 'Lần trước', notLast: 'không có',
    column: { choose: 'Chọn', procedure: 'Quy trình', version: 'Lần ban hành', last: 'Lần công bố trước' },
    history: 'Các lần công bố', historyCaption: '{{total}} lần công bố', nth: 'Lần {{n}}', files: 'Tệp',
    evidence: 'Gói bằng chứng', evidenceNote: 'Một tệp ZIP đã ký cho phạm vi đã công bố: lịch sử phiên bản với ý kiến và phê duyệt, tài liệu đã ban hành, hồ sơ mẫu kèm phiếu kiểm soát, phiếu cải tiến. Thông tin cá nhân theo quyền đọc của người lập.', samples: 'Hồ sơ mẫu mỗi quy trình', seed: 'Mầm chọn mẫu', seedNote: 'Cùng mầm thì chọn ra cùng hồ sơ.', make: 'Lập gói bằng chứng', makePart: 'Lập phần {{n}}/{{all}}',
    check: 'Kiểm tra gói bằng chứng', checkFile: 'Tệp ZIP', whole: 'Gói còn nguyên như khi ký: {{n}} tệp.', broken: 'Gói không còn như khi ký', own: 'Do hệ thống này ký.', foreign: 'Do hệ thống khác ký; so khóa với khóa mà cơ quan lập gói cho biết.', key: 'Khóa {{key}}', made: '{{agency}}, lần công bố {{declaration}}, lập {{at}}, phần {{part}}/{{parts}}', commandLine: 'Tệp lớn hơn 60 MB: dùng lệnh dossierflow verify-pack.',
    problem: { unreadable: 'Không đọc được', unsigned: 'Không có chữ ký', wrongSignature: 'Chữ ký không khớp danh sách tệp', wrongKey: 'Ký bằng khóa khác', changed: 'Đã bị sửa', missing: 'Bị thiếu', added: 'Bị thêm vào' },
  },
};
