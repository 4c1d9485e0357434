/** Rules of the one-stop mechanism. */
export const rules = {
  rules: {
    title: 'Quy tắc một cửa', note: 'Hồ sơ giữ phiên bản quy tắc có hiệu lực khi tiếp nhận.', version: 'Phiên bản {{version}}, hiệu lực từ {{from}}', until: 'đến {{to}}', allAgencies: 'mọi cơ quan', rule: 'Quy tắc', value: 'Giá trị', basis: 'Căn cứ', unconfirmed: 'cần đối chiếu',
    yes: 'Có', no: 'Không', units: { workingHours: 'giờ làm việc', workingDays: 'ngày làm việc', days: 'ngày' },
  },
};
