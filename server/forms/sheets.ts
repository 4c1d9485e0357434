/** Forms 06 and 07, which are tables: the control slip from the history of a dossier, and the register of an agency. Pure. */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { heading, lines, page, table, titleWithCode } from './blocks.js';
import type { ControlSlipFacts, HandOverRow, RegisterFacts } from './facts.js';

export const RESULTS: Readonly<Record<NonNullable<HandOverRow['result']>, string>> = { early: 'Trước hạn', onTime: 'Đúng hạn', late: 'Quá hạn' };

export function controlSlipForm(facts: ControlSlipFacts): TDocumentDefinitions {
  return page(`Phiếu kiểm soát ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', facts.dossierNo, facts.link),
    ...lines([['Chủ hồ sơ', facts.owner.name], ['Số điện thoại', facts.owner.phone], ['Nội dung yêu cầu giải quyết', facts.procedureName]]),
    { text: 'Bên giao và bên nhận được hệ thống ghi nhận bằng tài khoản của người thực hiện.', italics: true, fontSize: 9, margin: [0, 4, 0, 0] },
    { fontSize: 9, stack: [table(
      [{ name: 'Bên giao', width: 90 }, { name: 'Bên nhận', width: 90 }, { name: 'Bước xử lý', width: '*' }, { name: 'Giao, nhận lúc', width: 58 }, { name: 'Xong lúc', width: 58 }, { name: 'Kết quả', width: 50 }],
      facts.rows.map((row) => [
        row.giver, row.by ? `${row.receiver}\n${row.by}` : row.receiver, row.note ? `${row.step}\n${row.note}` : row.step, row.at, row.doneAt ?? '', row.result ? RESULTS[row.result] : '',
      ]),
    )] },
  ]);
}

export function registerForm({ agencyName, departmentName, from, to, rows, total }: RegisterFacts): TDocumentDefinitions {
  return page(`Sổ theo dõi hồ sơ ${from} - ${to}`, [
    { columns: [{ text: `${agencyName.toUpperCase()}\n${departmentName.toUpperCase()}`, width: '50%', bold: true }, { text: `Từ ngày ${from} đến ngày ${to}\n${total} hồ sơ${rows.length < total ? `, in ${rows.length} hồ sơ đầu` : ''}`, alignment: 'right' }], fontSize: 10 },
    { text: 'SỔ THEO DÕI HỒ SƠ', bold: true, fontSize: 14, alignment: 'center', margin: [0, 8, 0, 4] },
    { fontSize: 8, stack: [table(
      [
        { name: 'TT', width: 18 }, { name: 'Mã hồ sơ', width: 98 }, { name: 'Thủ tục', width: '*' }, { name: 'Số bộ', width: 18, right: true }, { name: 'Chủ hồ sơ', width: 62 }, { name: 'Địa chỉ, điện thoại', width: 84 },
        { name: 'Đơn vị giải quyết', width: 60 }, { name: 'Nhận', width: 46 }, { name: 'Hẹn trả', width: 46 }, { name: 'Trả', width: 46 }, { name: 'Cách nộp', width: 40 }, { name: 'Ký nhận, ghi chú', width: 46 },
      ],
      rows.map((row, index) => [`${index + 1}`, row.dossierNo, row.procedureName, `${row.sets}`, row.owner, row.contact, row.unit, row.receivedAt, row.dueAt, row.returnedAt, row.channel, row.note]),
    )] },
  ], true);
}
