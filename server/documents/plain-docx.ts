/** A record or report of the quality system as a Word file: the same blocks as its PDF. */
import { AlignmentType, Document, Header, Packer, PageOrientation, Paragraph, TextRun } from 'docx';
import { centred, childrenOf, footer, PAGE, STYLES, WIDTH_DXA } from './document-docx.js';
import { MADE, type PlainDocument } from './plain-pdf.js';

/** Twentieths of a point: the text of a page on its side. */
const SIDEWAYS_DXA = 14_280;

export function plainDocx({ agency, code, made = MADE, title, subtitle, date, sideways = false, blocks }: PlainDocument): Promise<Buffer> {
  const width = sideways ? SIDEWAYS_DXA : WIDTH_DXA;
  return Packer.toBuffer(new Document({
    title: `${code} ${title}`, creator: agency, styles: STYLES,
    sections: [{
      properties: { page: sideways ? { ...PAGE, size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE } } : PAGE },
      headers: { default: new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: `${agency} · ${code} – ${made} ${date}`, size: 18 })] })] }) }, footers: { default: footer() },
      children: [centred(title.toUpperCase(), { bold: true, size: 30 }), ...subtitle.split('\n').map((line) => centred(line)), ...blocks.flatMap((block) => childrenOf(block, width))],
    }],
  }));
}
