/** Form 01: receipt and appointment (Giấy tiếp nhận hồ sơ và hẹn trả kết quả). Pure. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { heading, lines, ownerLines, page, PART_FORMS, signatures, table, titleWithCode } from './blocks.js';
import type { ReceiptFacts } from './facts.js';

export function receiptForm(facts: ReceiptFacts): TDocumentDefinitions {
  return page(`Giấy tiếp nhận hồ sơ ${facts.dossierNo}`, [
    heading(facts.head), titleWithCode('GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', facts.dossierNo, facts.link),
    ...ownerLines(facts.owner, 'Tiếp nhận hồ sơ của'), ...lines([['Nội dung yêu cầu giải quyết', facts.procedureName]]), parts(facts), ...terms(facts),
    signatures(facts.submitter, facts.receiver),
  ]);
}

function parts({ parts: all }: ReceiptFacts): Content {
  if (all.length === 0) return { text: 'Thành phần hồ sơ: không yêu cầu giấy tờ.', margin: [0, 6, 0, 6] };
  return table(
    [{ name: 'TT', width: 24 }, { name: 'Thành phần hồ sơ', width: '*' }, { name: 'Loại', width: 96 }, { name: 'Số bản', width: 44, right: true }, { name: 'Tình trạng', width: 60 }],
    all.map(({ name, form, copies, received }, index) => [`${index + 1}`, name, PART_FORMS[form] ?? form, `${copies}`, received ? 'Đã nhận' : 'Chưa nhận']),
  );
}

function terms(facts: ReceiptFacts): Content[] {
  return [
    ...lines([
      ['Số lượng hồ sơ', '01 bộ'], ['Thời gian giải quyết hồ sơ theo quy định', facts.limit], ['Thời gian nhận hồ sơ', facts.receivedAt],
      ['Thời gian trả kết quả giải quyết hồ sơ', facts.dueAt ?? 'sẽ được thông báo'], ['Nhận kết quả tại', facts.place], ['Phí, lệ phí', facts.fee],
      ['Vào Sổ theo dõi hồ sơ', facts.registerEntry],
    ]),
    { text: `Tra cứu tình trạng hồ sơ: quét mã QR, hoặc mở ${facts.link}`, italics: true, margin: [0, 4, 0, 0] },
  ];
}
