/** The columns of each table that leaves as Excel, under the words of the law and of the pages. Pure. */
import type { TellingFinding } from '../../engine/analysis/finding.js';
import type { DossierDoc } from '../../models/schemas/dossier.js';
import type { DossierRow, WorkRow } from '../contract.js';
import type { Names } from '../forms/compose.js';
import { CHANNELS, registerRow } from '../forms/register.js';
import { STATES } from '../i18n.js';
import { tableOf, type AnyTable, type Column } from './workbook.js';

const at = (iso: string | undefined): Date | undefined => (iso === undefined ? undefined : new Date(iso));
const DUE: Readonly<Record<DossierRow['dueState'], string>> = { onTime: 'Trong hạn', dueSoon: 'Sắp đến hạn', overdue: 'Quá hạn', paused: 'Tạm dừng', none: '', early: 'Trước hạn', late: 'Trễ hạn' };
const HOURS = 60;
const hours = (minutes: number | undefined): number | undefined => (minutes === undefined ? undefined : Math.round((minutes / HOURS) * 100) / 100);

const WORK: Column<WorkRow>[] = [
  { header: 'Mã hồ sơ', width: 24, value: (row) => row.dossierNo }, { header: 'Người nộp', width: 28, value: (row) => row.applicant }, { header: 'Mã thủ tục', width: 12, value: (row) => row.procedureCode },
  { header: 'Thủ tục', width: 40, value: (row) => row.procedureName }, { header: 'Bước', width: 34, value: (row) => row.step }, { header: 'Đơn vị', width: 30, value: (row) => row.departmentName },
  { header: 'Người xử lý', width: 24, value: (row) => row.assigneeName }, { header: 'Đến từ', width: 17, value: (row) => at(row.since) }, { header: 'Hạn của bước', width: 17, value: (row) => at(row.stepDueAt) },
  { header: 'Hẹn trả', width: 17, value: (row) => at(row.dueAt) }, { header: 'Thời hạn', width: 14, value: (row) => DUE[row.dueState] }, { header: 'Quá hạn (giờ làm việc)', width: 14, value: (row) => hours(row.overdueMinutes) },
];
export const workTable = (rows: readonly WorkRow[], total: number): AnyTable => tableOf({ name: 'Công việc', columns: WORK, rows, total });

const DOSSIERS: Column<DossierRow>[] = [
  { header: 'Mã hồ sơ', width: 24, value: (row) => row.dossierNo }, { header: 'Người nộp', width: 28, value: (row) => row.applicant }, { header: 'Mã thủ tục', width: 12, value: (row) => row.procedureCode },
  { header: 'Thủ tục', width: 40, value: (row) => row.procedureName }, { header: 'Cách nộp', width: 18, value: (row) => CHANNELS[row.channel] }, { header: 'Tình trạng', width: 24, value: (row) => STATES[row.state].vi },
  { header: 'Đang ở bước', width: 34, value: (row) => row.steps.map((step) => step.name).join('; ') }, { header: 'Đơn vị', width: 30, value: (row) => [...new Set(row.steps.map((step) => step.departmentName))].join('; ') },
  { header: 'Tiếp nhận', width: 17, value: (row) => at(row.receivedAt) }, { header: 'Hẹn trả', width: 17, value: (row) => at(row.dueAt) }, { header: 'Kết thúc', width: 17, value: (row) => at(row.endedAt) },
  { header: 'Thời hạn', width: 14, value: (row) => (row.endedAt && row.dueState === 'onTime' ? 'Đúng hạn' : DUE[row.dueState]) }, { header: 'Quá hạn (giờ làm việc)', width: 14, value: (row) => hours(row.overdueMinutes) },
];
export const dossierTable = (rows: readonly DossierRow[], total: number): AnyTable => tableOf({ name: 'Hồ sơ', columns: DOSSIERS, rows, total });

/** Form 07, with the columns of the printed register. */
export function registerTable(docs: readonly DossierDoc[], total: number, names: Names): AnyTable {
  const rows = docs.map((doc, index) => ({ doc, n: index + 1, line: registerRow(doc, names) }));
  const columns: Column<(typeof rows)[number]>[] = [
    { header: 'TT', width: 6, value: ({ n }) => n }, { header: 'Mã hồ sơ', width: 24, value: ({ line }) => line.dossierNo }, { header: 'Thủ tục', width: 40, value: ({ line }) => line.procedureName }, { header: 'Số bộ', width: 8, value: ({ line }) => line.sets },
    { header: 'Chủ hồ sơ', width: 28, value: ({ line }) => line.owner }, { header: 'Địa chỉ, điện thoại', width: 40, value: ({ line }) => line.contact }, { header: 'Đơn vị giải quyết', width: 30, value: ({ line }) => line.unit },
    { header: 'Nhận', width: 17, value: ({ doc }) => doc.facts.receivedAt }, { header: 'Hẹn trả', width: 17, value: ({ doc }) => doc.dueAt }, { header: 'Trả', width: 17, value: ({ doc }) => (doc.state === 'delivered' ? doc.endedAt : undefined) },
    { header: 'Cách nộp', width: 18, value: ({ line }) => line.channel }, { header: 'Ghi chú', width: 24, value: ({ line }) => line.note },
  ];
  return tableOf({ name: 'Sổ theo dõi hồ sơ', columns, rows, total });
}

const SEVERITIES: Readonly<Record<string, string>> = { error: 'Lỗi', warning: 'Cảnh báo', advice: 'Gợi ý' };
export const findingTable = (rows: readonly TellingFinding[]): AnyTable => tableOf<TellingFinding>({
  name: 'Phát hiện', rows, total: rows.length, columns: [
    { header: 'Mã kiểm tra', width: 12, value: (row) => row.check }, { header: 'Mức độ', width: 12, value: (row) => SEVERITIES[row.severity] ?? row.severity }, { header: 'Nội dung', width: 70, value: (row) => row.message },
    { header: 'Đề xuất', width: 60, value: (row) => row.suggestion }, { header: 'Phần tử', width: 40, value: (row) => row.elements.join(', ') },
    { header: 'Lý do chấp nhận', width: 50, value: (row) => row.accepted?.reason }, { header: 'Người chấp nhận', width: 24, value: (row) => row.accepted?.by }, { header: 'Xem lại ngày', width: 14, value: (row) => row.accepted?.lookAgain },
  ],
});
