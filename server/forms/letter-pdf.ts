/** A letter as pdfmake content. Pure. */
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { heading, lines, ownerLines, page, paragraph, signatures, table, titleWithCode } from './blocks.js';
import type { Letter, LetterBlock } from './letter.js';

export function letterPdf(letter: Letter): TDocumentDefinitions {
  return page(letter.title, [
    heading(letter.head), titleWithCode(letter.name, letter.dossierNo, letter.link), ...ownerLines(letter.owner, letter.ownerLabel), ...letter.blocks.flatMap(content), signatures(undefined, letter.signer),
  ]);
}

function content(block: LetterBlock): Content[] {
  switch (block.kind) {
    case 'lines': return lines(block.rows);
    case 'paragraph': return [paragraph(block.text)];
    case 'table': return [table(block.columns, block.rows)];
  }
}
