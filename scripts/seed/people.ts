/** Applicants of the sample data: made-up names, numbers that belong to nobody. */
import type { Applicant } from '../../models/schemas/dossier.js';
import type { Random } from './random.js';

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý'];
const MIDDLE = ['Văn', 'Thị', 'Minh', 'Ngọc', 'Quốc', 'Thanh', 'Thu', 'Hữu', 'Đức', 'Kim', 'Xuân', 'Hồng'];
const GIVEN = ['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Hải', 'Hạnh', 'Hòa', 'Hùng', 'Khánh', 'Lan', 'Linh', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Phương', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Thủy', 'Trang', 'Tú', 'Uyên', 'Vinh', 'Yến'];
const STREETS = ['Hòa Bình', 'Nguyễn Trãi', 'Lê Lợi', 'Trần Hưng Đạo', 'Hai Bà Trưng', 'Phan Chu Trinh', 'Lý Thường Kiệt', 'Quang Trung'];

export function applicant(random: Random): Applicant {
  const name = `${random.pick(FAMILY)} ${random.pick(MIDDLE)} ${random.pick(GIVEN)}`;
  const digits = (count: number): string => Array.from({ length: count }, () => Math.floor(random.next() * 10)).join('');
  return {
    kind: 'person', name, idNumber: `000${digits(9)}`, phone: `09${digits(8)}`,
    address: `Số ${1 + Math.floor(random.next() * 200)}, đường ${random.pick(STREETS)}, phường Bình An`,
  };
}

/** Fields of the sample forms that hold the applicant's own name. */
export const NAME_FIELDS = ['hoTenCha', 'nguoiSuDungDat', 'chuDauTu', 'chuHo', 'hoTenNguoiDeNghi'] as const;
