/** Form 01: receipt and appointment (Giấy tiếp nhận hồ sơ và hẹn trả kết quả), as a document definition of pdfmake. Pure. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';

export interface ReceiptFacts {
  agencyName: string; departmentName: string; dossierNo: string; applicant: string; address?: string; phone?: string; email?: string;
  procedureName: string; parts: { name: string; form: string; copies: number; received: boolean }[]; limit?: string; fee?: string;
  receivedAt: string; dueAt?: string; receiver: string; /** Where the state of the dossier is shown. */ link: string; place: string;
}

const FORMS: Readonly<Record<string, string>> = { original: 'Bản chính', certified: 'Bản sao chứng thực', copy: 'Bản chụp', electronic: 'Bản điện tử', data: 'Dữ liệu' };

export function receiptDefinition(facts: ReceiptFacts): TDocumentDefinitions {
  return {
    pageSize: 'A4', pageMargins: [56, 42, 42, 42], info: { title: `Giấy tiếp nhận hồ sơ ${facts.dossierNo}` },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.25 },
    content: [heading(facts), title(facts), ...particulars(facts), partsTable(facts), ...terms(facts), signatures(facts)],
  };
}

function heading({ agencyName, departmentName }: ReceiptFacts): Content {
  return {
    columns: [
      { width: '45%', stack: [{ text: agencyName.toUpperCase(), alignment: 'center' }, { text: departmentName.toUpperCase(), alignment: 'center', bold: true }] },
      { width: '55%', stack: [{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', alignment: 'center', bold: true }, { text: 'Độc lập - Tự do - Hạnh phúc', alignment: 'center', bold: true }] },
    ],
    fontSize: 10, margin: [0, 0, 0, 12],
  };
}

function title({ dossierNo, link }: ReceiptFacts): Content {
  return {
    columns: [
      { width: '*', stack: [
        { text: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', bold: true, fontSize: 14, margin: [0, 6, 0, 2] }, { text: `Mã hồ sơ: ${dossierNo}`, bold: true },
      ] },
      { width: 'auto', qr: link, fit: 84 },
    ],
    margin: [0, 0, 0, 8],
  };
}

function particulars(facts: ReceiptFacts): Content[] {
  const rows: [string, string | undefined][] = [
    ['Tiếp nhận hồ sơ của', facts.applicant], ['Địa chỉ', facts.address], ['Số điện thoại', facts.phone], ['Email', facts.email],
    ['Nội dung yêu cầu giải quyết', facts.procedureName],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ text: [`${label}: `, { text: value, bold: true }] }] : []));
}

function partsTable({ parts }: ReceiptFacts): Content {
  if (parts.length === 0) return { text: 'Thành phần hồ sơ: không yêu cầu giấy tờ.', margin: [0, 6, 0, 6] };
  const rows = parts.map(({ name, form, copies, received }, index) => [`${index + 1}`, name, FORMS[form] ?? form, { text: `${copies}`, alignment: 'right' as const }, received ? 'Đã nhận' : 'Chưa nhận']);
  const head = ['TT', 'Thành phần hồ sơ', 'Loại', 'Số bản', 'Tình trạng'].map((text) => ({ text, bold: true }));
  return {
    margin: [0, 8, 0, 8],
    table: { headerRows: 1, widths: [24, '*', 90, 48, 60], body: [head, ...rows] },
    layout: 'lightHorizontalLines',
  };
}

function terms(facts: ReceiptFacts): Content[] {
  const rows: [string, string | undefined][] = [
    ['Thời gian giải quyết hồ sơ theo quy định', facts.limit], ['Thời gian nhận hồ sơ', facts.receivedAt], ['Thời gian trả kết quả giải quyết hồ sơ', facts.dueAt ?? 'sẽ được thông báo'],
    ['Nhận kết quả tại', facts.place], ['Phí, lệ phí', facts.fee],
  ];
  return [
    ...rows.flatMap(([label, value]) => (value ? [{ text: [`${label}: `, { text: value, bold: true }] }] : [])),
    { text: `Tra cứu tình trạng hồ sơ: quét mã QR hoặc mở ${facts.link}`, italics: true, margin: [0, 4, 0, 0] },
  ];
}

function signatures({ applicant, receiver }: ReceiptFacts): Content {
  const column = (who: string, name: string): Content => ({
    stack: [{ text: who, bold: true, alignment: 'center' }, { text: '(Ký và ghi rõ họ tên)', italics: true, alignment: 'center', fontSize: 9 }, { text: name, alignment: 'center', margin: [0, 46, 0, 0] }],
  });
  return { columns: [column('NGƯỜI NỘP HỒ SƠ', applicant), column('NGƯỜI TIẾP NHẬN HỒ SƠ', receiver)], margin: [0, 18, 0, 0], unbreakable: true };
}
