/** The map of procedures. */
export const library = {
  library: {
    title: 'Bản đồ thủ tục', note: 'Các thủ tục đang áp dụng: thủ tục nào gần trùng nhau, dùng chung bước nào, hỏi giấy tờ nào.', search: 'Tìm theo mã, tên thủ tục, bước hoặc giấy tờ',
    tab: { alike: 'Gần trùng nhau', findings: 'Phát hiện', clones: 'Đoạn lặp lại', steps: 'Bước dùng chung', documents: 'Giấy tờ dùng chung' }, tabs: 'Cách xem bản đồ', empty: 'Không có gì khớp.',
    picture: 'Hình bản đồ: {{procedures}} thủ tục, {{links}} quan hệ. Bảng bên dưới nói đủ các quan hệ này.', legendAlike: 'nét liền: gần trùng nhau, càng đậm càng giống', legendNeeds: 'nét đứt có mũi tên: kết quả của thủ tục này được thủ tục kia hỏi lại', left: 'còn {{n}} quan hệ yếu hơn không vẽ', show: 'Xem quan hệ của {{name}}',
    similarity: 'Giống nhau', one: 'Thủ tục', two: 'Thủ tục', compare: 'Đặt cạnh nhau', compareOf: 'Đặt cạnh nhau: {{a}}, {{b}}', step: 'Bước', count: 'Số thủ tục', procedures: 'Thủ tục', document: 'Giấy tờ', asked: 'Hỏi người nộp ở', given: 'Là kết quả của', more: 'và {{n}} thủ tục nữa', alikeCaption: '{{n}} cặp thủ tục giống nhau từ một nửa trở lên', findingsCaption: '{{n}} phát hiện khi đặt các thủ tục cạnh nhau', finding: 'Phát hiện', hours: 'Giờ mất mỗi năm', clonesCaption: '{{n}} đoạn từ bốn bước trở lên lặp lại nguyên vẹn ở nhiều thủ tục', cloned: 'Đoạn bước', stepsCaption: '{{n}} bước có ở nhiều thủ tục', documentsCaption: '{{n}} giấy tờ nhiều thủ tục hỏi hoặc đã là kết quả của thủ tục khác',
    side: { here: '{{code}}: bản đang vẽ', besideOf: 'Đặt cạnh nhau: {{name}}', title: 'Hai thủ tục cạnh nhau', similar: 'Giống nhau {{share}}', caption: 'Các bước của hai thủ tục', likeness: 'Tên giống nhau', none: 'không có', legend: 'Cùng một số là cùng một việc; phần tử không có số chỉ có ở một bên.', back: 'Về bản đồ', near: 'Thủ tục gần giống', nearNone: 'Không có thủ tục nào giống từ một nửa trở lên.' },
  },
};
