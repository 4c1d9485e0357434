/** A letter as pdfmake content. Pure. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { heading, lines, ownerLines, page, paragraph, signatures, table, titleWithCode } from './blocks.js';
import type { Letter, LetterBlock } from './letter.js';

export function letterPdf(letter: Letter): TDocumentDefinitions {
  return page(letter.title, [
    heading(letter.head), ...titled(letter), ...letter.blocks.flatMap(content), signatures(undefined, letter.signer), ...annexed(letter),
  ]);
}

function titled({ name, about }: Letter): Content[] {
  return about ? [titleWithCode(name, about.dossierNo, about.link), ...ownerLines(about.owner, about.ownerLabel)] : [centred(name, { fontSize: 14, margin: [0, 6, 0, 10] })];
}
function annexed({ annex }: Letter): Content[] {
  return annex ? [centred(annex.title, { fontSize: 13, pageBreak: 'before' }), { text: annex.note, alignment: 'center', italics: true, margin: [0, 2, 0, 8] }, ...annex.blocks.flatMap(content)] : [];
}
const centred = (text: string, more: object): Content => ({ text, bold: true, alignment: 'center', ...more });

function content(block: LetterBlock): Content[] {
  switch (block.kind) {
    case 'lines': return lines(block.rows);
    case 'paragraph': return [paragraph(block.text)];
    case 'table': return [table(block.columns, block.rows)];
  }
}
