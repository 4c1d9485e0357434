/** A record or report of the quality system as PDF: no cover, its code on every page. */
import { printable } from '../forms/blocks.js';
import { pdfOf } from '../forms/pdf.js';
import type { Block } from './document.js';
import { headingGoesOn, sections } from './document-pdf.js';

/** `date`: dd/MM/yyyy on which it was made; `made` says so, in Vietnamese unless given; `sideways`: for wide tables. */
export interface PlainDocument { agency: string; code: string; made?: string; title: string; subtitle: string; date: string; sideways?: boolean; blocks: readonly Block[] }
export const MADE = 'lập ngày';

export function plainPdf({ agency, code, made = MADE, title, subtitle, date, sideways = false, blocks }: PlainDocument): Promise<Buffer> {
  return pdfOf({
    pageSize: 'A4', pageOrientation: sideways ? 'landscape' : 'portrait', pageMargins: [62, 60, 48, 54], info: { title: `${code} ${title}`, author: agency }, defaultStyle: { font: 'Roboto', fontSize: 10.5, lineHeight: 1.25 },
    header: () => ({ columns: [{ text: agency, fontSize: 9 }, { text: `${code} – ${made} ${date}`, alignment: 'right', fontSize: 9 }], margin: [62, 28, 48, 0] }),
    footer: (page: number, all: number) => ({ text: `${page}/${all}`, alignment: 'center', fontSize: 9, margin: [0, 18, 0, 0] }),
    content: [{ section: [{ text: title.toUpperCase(), bold: true, fontSize: 15, alignment: 'center', margin: [0, 0, 0, 2] }, { text: printable(subtitle), alignment: 'center', margin: [0, 0, 0, 10] }, ...sections(blocks).flatMap(({ section }) => section)] }],
    pageBreakBefore: headingGoesOn,
  });
}
