/** Parts that several forms have in common, as pdfmake content. Pure. */
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Letterhead, Owner, Signer } from './facts.js';

export function page(title: string, content: Content[], landscape = false): TDocumentDefinitions {
  return {
    pageSize: 'A4', pageOrientation: landscape ? 'landscape' : 'portrait', pageMargins: [56, 42, 42, 48], info: { title },
    defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.3 }, content,
    footer: (current: number, all: number) => (all > 1 ? { text: `${current}/${all}`, alignment: 'center', fontSize: 9, margin: [0, 14, 0, 0] } : { text: '' }),
  };
}

/** Agency on the left, the national heading on the right, number and date below. */
export function heading({ agencyName, departmentName, number, date, superior, place, crest }: Letterhead): Content {
  const [day, month, year] = date.split('/');
  return {
    columns: [
      { width: '45%', stack: [
        ...(crest ? [{ image: `data:image/png;base64,${crest.toString('base64')}`, fit: [56, 42] as [number, number], alignment: 'center' as const, margin: [0, 0, 0, 3] as [number, number, number, number] }] : []),
        ...(superior ? [{ text: superior.toUpperCase(), alignment: 'center' as const }] : []),
        { text: agencyName.toUpperCase(), alignment: 'center' }, { text: departmentName.toUpperCase(), alignment: 'center', bold: true },
        { text: `Số: ${number}`, alignment: 'center', margin: [0, 4, 0, 0] },
      ] },
      { width: '55%', stack: [
        { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', alignment: 'center', bold: true }, { text: 'Độc lập - Tự do - Hạnh phúc', alignment: 'center', bold: true },
        { text: `${place ? `${place}, ngày` : 'Ngày'} ${day} tháng ${month} năm ${year}`, alignment: 'center', italics: true, margin: [0, 4, 0, 0] },
      ] },
    ],
    fontSize: 10, margin: [0, 0, 0, 14],
  };
}

/** The name of the form, the number of the dossier and the code that leads to its state. */
export function titleWithCode(name: string, dossierNo: string, link: string): Content {
  return {
    columns: [
      { width: '*', stack: [{ text: name, bold: true, fontSize: 14, margin: [0, 6, 0, 2] }, { text: `Mã hồ sơ: ${dossierNo}`, bold: true }] },
      { width: 'auto', qr: link, fit: 84 },
    ],
    margin: [0, 0, 0, 8],
  };
}

/** `label: value`, the value in bold; what is not known is left out. */
export function lines(rows: readonly (readonly [label: string, value: string | undefined])[]): Content[] {
  return rows.flatMap(([label, value]) => (value ? [{ text: [`${label}: `, { text: value, bold: true }], margin: [0, 0, 0, 2] as [number, number, number, number] }] : []));
}

export const ownerRows = ({ name, address, phone, email }: Owner, label = 'Chủ hồ sơ'): (readonly [string, string | undefined])[] => [[label, name], ['Địa chỉ', address], ['Số điện thoại', phone], ['Email', email]];
export function ownerLines(owner: Owner, label?: string): Content[] {
  return lines(ownerRows(owner, label));
}

/** The fonts have no arrow. */
export const printable = (text: string): string => text.replaceAll('→', '›');
export function paragraph(text: string): Content {
  return { text: printable(text), margin: [0, 4, 0, 4], alignment: 'justify' };
}

export const isAcross = (row: readonly string[], columns: readonly unknown[]): boolean => row.length === 1 && columns.length > 1;
export interface Column { name: string; width: number | '*'; right?: boolean }
/** A row of one cell goes across all columns, as the name of those below it. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): Content {
  const across = ([name]: readonly string[]): TableCell[] => [{ text: printable(name ?? ''), bold: true, colSpan: columns.length }, ...columns.slice(1).map(() => ({}))];
  return {
    margin: [0, 6, 0, 8],
    table: {
      headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths: columns.map(({ width }) => width),
      body: [
        columns.map(({ name }) => ({ text: name, bold: true, alignment: 'center' as const })),
        ...rows.map((row) => (isAcross(row, columns) ? across(row) : row.map((text, index) => ({ text: printable(text), alignment: columns[index]?.right ? ('right' as const) : ('left' as const) })))),
      ],
    },
    layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5, paddingTop: () => 3, paddingBottom: () => 3 },
  };
}

export function signatures(...signers: readonly (Signer | undefined)[]): Content {
  const column = (signer: Signer | undefined): Content => (signer ? {
    stack: [
      ...(signer.onBehalf ? [{ text: signer.onBehalf.toUpperCase(), bold: true, alignment: 'center' as const }] : []),
      { text: signer.as.toUpperCase(), bold: true, alignment: 'center' }, { text: '(Ký và ghi rõ họ tên)', italics: true, alignment: 'center', fontSize: 9 },
      { text: signer.name, alignment: 'center', margin: [0, 46, 0, 0] },
    ],
  } : { text: '' });
  return { columns: signers.map(column), margin: [0, 18, 0, 0], unbreakable: true };
}

export const PART_FORMS: Readonly<Record<string, string>> = { original: 'Bản chính', certified: 'Bản sao chứng thực', copy: 'Bản chụp', electronic: 'Bản điện tử', data: 'Dữ liệu' };
