/** A controlled document as PDF: cover with approval and amendments, then its sections, its code and issue on every page. */
import type { Content, ContentOrderedList, ContentSection, ContentText, ContentUnorderedList, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { paragraph, printable, table } from '../forms/blocks.js';
import { pdfOf } from '../forms/pdf.js';
import { pagesOf, type Block, type ControlledDocument, type Item, type Run } from './document.js';

/** Points. */
const A3 = { width: 841.89, height: 1190.55 };
const [ACROSS, DOWN] = [1_080, 690];

export function documentPdf(document: ControlledDocument): Promise<Buffer> {
  return pdfOf(definitionOf(document));
}

function definitionOf(document: ControlledDocument): TDocumentDefinitions {
  const { code, title, issue, date, agency, mark } = document;
  return {
    pageSize: 'A4', pageMargins: [62, 60, 48, 54], info: { title: `${code} ${title}`, author: agency }, defaultStyle: { font: 'Roboto', fontSize: 11, lineHeight: 1.3 },
    header: (page: number) => (page === 1 ? { text: '' } : { columns: [{ text: agency, fontSize: 9 }, { text: `${code} – lần ban hành ${issue}, ngày ${date}`, alignment: 'right', fontSize: 9 }], margin: [62, 28, 48, 0] }),
    footer: (page: number, all: number) => ({ text: `${page}/${all}`, alignment: 'center', fontSize: 9, margin: [0, 18, 0, 0] }),
    ...(mark ? { watermark: { text: mark, color: '#b0001e', opacity: 0.14, bold: true } } : {}),
    content: [{ section: cover(document) }, ...sections(document.blocks)],
    pageBreakBefore: headingGoesOn,
  };
}

function cover({ agency, superior, crest, code, type, title, issue, date, decision, approval, amendments, seal }: ControlledDocument): Content[] {
  const centred = (text: string, more: object = {}): Content => ({ text, alignment: 'center', ...more });
  return [
    ...(crest ? [{ image: `data:image/png;base64,${crest.toString('base64')}`, fit: [90, 68] as [number, number], alignment: 'center' as const, margin: [0, 0, 0, 6] as [number, number, number, number] }] : []),
    ...(superior ? [centred(superior.toUpperCase())] : []), centred(agency.toUpperCase(), { bold: true, fontSize: 13 }),
    centred(type.toUpperCase(), { bold: true, fontSize: 20, margin: [0, 70, 0, 6] }), centred(title.toUpperCase(), { bold: true, fontSize: 15, margin: [20, 0, 20, 24] }),
    { table: { widths: ['*', '*', '*'], body: [[cell('Mã số', code), cell('Lần ban hành', `${issue}`), cell('Ngày ban hành', date)]] }, layout: 'noBorders', margin: [0, 0, 0, decision ? 8 : 30] },
    ...(decision ? [centred(decision, { italics: true, margin: [0, 0, 0, 24] })] : []),
    {
      table: {
        widths: [70, '*', '*', '*'],
        body: [
          ['', ...approval.map(({ task }) => ({ text: task, bold: true, alignment: 'center' as const }))], ['Chữ ký', ...approval.map(() => ({ text: '\n\n\n' }))],
          ['Họ và tên', ...approval.map(({ name }) => ({ text: name, alignment: 'center' as const }))], ['Chức vụ', ...approval.map(({ position }) => ({ text: position, alignment: 'center' as const }))],
        ],
      },
      layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 }, margin: [0, 0, 0, 30],
    },
    ...(seal ? [{ columns: [{ width: 'auto', qr: seal.link, fit: 88 }, { width: '*', stack: [...seal.lines], fontSize: 9.5, margin: [12, 4, 0, 0] }], margin: [0, 0, 0, 22], unbreakable: true } as Content] : []),
    { text: 'Theo dõi sửa đổi', bold: true, alignment: 'center', margin: [0, 0, 0, 2] },
    table([{ name: 'Lần ban hành', width: 78 }, { name: 'Ngày ban hành', width: 84 }, { name: 'Nội dung sửa đổi', width: '*' }], amendments.map((each) => [`${each.issue}`, each.date, each.content])),
  ];
}

const cell = (label: string, value: string): Content => ({ stack: [{ text: label, alignment: 'center', fontSize: 9 }, { text: value, alignment: 'center', bold: true }] });

/** Of the height of a page: below it there is no room for a heading and the first row of a table. */
const LOW = 0.87;
/** A heading goes with what follows it. */
export const headingGoesOn: NonNullable<TDocumentDefinitions['pageBreakBefore']> = ({ headlineLevel, startPosition }, nodes) =>
  headlineLevel !== undefined && (startPosition.verticalRatio > LOW || !nodes.getFollowingNodesOnPage().some(({ text }) => text !== undefined));

/** Only a section can be turned, and larger than the rest. */
export function sections(blocks: readonly Block[]): ContentSection[] {
  return pagesOf(blocks).map((page) => ({ section: page.blocks.map(contentOf), ...(page.sideways ? { pageSize: A3, pageOrientation: 'landscape' } : { pageOrientation: 'portrait' }) }));
}

function contentOf(block: Block): Content {
  switch (block.kind) {
    case 'heading': return { text: block.text, bold: true, fontSize: block.level === 1 ? 12.5 : 11, margin: [0, block.level === 1 ? 10 : 6, 0, 3], headlineLevel: block.level };
    case 'paragraph': return paragraph(block.text);
    case 'runs': return { ...words(block.runs), margin: [0, 4, 0, 4], alignment: 'justify' };
    case 'items': return { ...list(block), margin: [6, 0, 0, 4] };
    case 'list': return { ul: [...block.items], margin: [6, 0, 0, 4] };
    case 'table': return table(block.columns, block.rows);
    // The printer of PDF paints an edge over its letters, where a screen paints it behind them.
    case 'drawing': return { svg: block.svg.replace(/font-family="[^"]*"/, 'font-family="Roboto"').replace(/ stroke="#fff" stroke-width="3" paint-order="stroke"/g, ' stroke="none"'), fit: [ACROSS, DOWN] };
  }
}

const words = (runs: readonly Run[]): ContentText => ({ text: runs.map(({ text, bold, italic }) => ({ text: printable(text), bold, italics: italic })) });
function list({ from, items }: Extract<Block, { kind: 'items' }>): ContentOrderedList | ContentUnorderedList {
  const entries = items.map(({ runs, below }: Item): Content => (below.length > 0 ? { stack: [words(runs), ...below.map(list)] } : words(runs)));
  return from === undefined ? { ul: entries } : { ol: entries, start: from };
}
