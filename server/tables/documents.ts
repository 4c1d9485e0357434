/** The list of internal documents as Excel. Pure. */
import { deskMidnight } from '../../models/desk.js';
import type { DocumentKind, DocumentRow, VersionState } from '../contract.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

export const DOCUMENT_KINDS: Readonly<Record<DocumentKind, string>> = {
  policy: 'Chính sách chất lượng', objectives: 'Mục tiêu chất lượng', manual: 'Sổ tay chất lượng', systemProcedure: 'Quy trình hệ thống', instruction: 'Hướng dẫn công việc', form: 'Biểu mẫu', other: 'Tài liệu khác',
};
const STATES: Readonly<Record<VersionState, string>> = {
  inReview: 'Đang góp ý, phê duyệt', returned: 'Trả lại để sửa', approved: 'Đã phê duyệt, chờ công bố', announced: 'Đã công bố, chưa đến ngày hiệu lực', inForce: 'Đang có hiệu lực', replaced: 'Đã thay thế', withdrawn: 'Đã thu hồi',
};
const COLUMNS: Column<DocumentRow>[] = [
  { header: 'Mã số', width: 16, value: (row) => row.code }, { header: 'Tên tài liệu', width: 60, value: (row) => row.title }, { header: 'Loại', width: 26, value: (row) => DOCUMENT_KINDS[row.kind] }, { header: 'Lần ban hành', width: 12, value: (row) => row.version },
  { header: 'Tình trạng', width: 32, value: (row) => (row.state ? STATES[row.state] : 'Đang soạn') }, { header: 'Hiệu lực từ', width: 14, isDay: true, value: (row) => (row.inForceFrom ? deskMidnight(row.inForceFrom) : undefined) },
  { header: 'Bản đang chuẩn bị', width: 32, value: (row) => (row.inPreparation ? `Lần ${row.inPreparation.version}: ${STATES[row.inPreparation.state]}` : undefined) },
];

export const documentTable = (rows: readonly DocumentRow[], total: number): AnyTable => tableOf({ name: 'Danh mục tài liệu nội bộ', columns: COLUMNS, rows, total });
