/** A controlled document as a Word file: the same blocks, for agencies that keep or edit it there. */
import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, ImageRun, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, Table, TableCell, TableRow, TextRun, WidthType, type ISectionOptions, type IStylesOptions,
} from 'docx';
import { isAcross } from '../forms/blocks.js';
import { pngSize } from '../forms/measures.js';
import { pagesOf, type Block, type ControlledDocument, type Run } from './document.js';
import { pngOf } from './svg-png.js';

const FONT = 'Times New Roman';
/** Half points. */
const SIZE = 26;
/** Twentieths of a point: the text of an upright page, and of one on its side. */
export const WIDTH_DXA = 9_350;
const SIDEWAYS_PX = { width: 940, height: 520 };
export const PAGE = { size: { width: 11_906, height: 16_838 }, margin: { top: 1_134, bottom: 1_134, left: 1_701, right: 850 } } as const;
export const STYLES: IStylesOptions = { default: { document: { run: { font: FONT, size: SIZE }, paragraph: { spacing: { after: 80 } } }, heading1: { run: { font: FONT, size: SIZE + 2, bold: true, color: '000000' } }, heading2: { run: { font: FONT, size: SIZE, bold: true, color: '000000' } } } };
type Child = Paragraph | Table;

export async function documentDocx(document: ControlledDocument): Promise<Buffer> {
  const frame = { headers: { default: headerOf(document) }, footers: { default: footer() } };
  const sections: ISectionOptions[] = [{ properties: { page: PAGE }, children: cover(document) }, ...pagesOf(document.blocks).map(({ sideways, blocks }) => ({
    ...frame, properties: { page: sideways ? { ...PAGE, size: { ...PAGE.size, orientation: PageOrientation.LANDSCAPE } } : PAGE }, children: blocks.flatMap((block) => childrenOf(block)),
  }))];
  return Packer.toBuffer(new Document({
    title: `${document.code} ${document.title}`, creator: document.agency, sections, styles: STYLES,
  }));
}

export function childrenOf(block: Block, width = WIDTH_DXA): Child[] {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true, children: [new TextRun(block.text)] })];
    case 'paragraph': return [new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: [new TextRun(block.text)] })];
    case 'runs': return [new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: words(block.runs) })];
    case 'items': return list(block, 0);
    case 'list': return block.items.map((item) => new Paragraph({ bullet: { level: 0 }, children: [new TextRun(item)] }));
    case 'table': return [grid(block.columns.map(({ name, width: own }) => ({ name, width: own })), block.rows, width), new Paragraph('')];
    case 'drawing': return [picture(block)];
  }
}

const words = (runs: readonly Run[]): TextRun[] => runs.map(({ text, bold, italic }) => (text === '\n' ? new TextRun({ break: 1 }) : new TextRun({ text, bold, italics: italic })));
/** Twentieths of a point. */
const INDENT = 360;
/** Numbers are written out: each list begins where it says. */
function list({ from, items }: Extract<Block, { kind: 'items' }>, level: number): Paragraph[] {
  return items.flatMap(({ runs, below }, n) => [
    from === undefined ? new Paragraph({ bullet: { level }, children: words(runs) })
      : new Paragraph({ indent: { left: INDENT * (level + 1), hanging: INDENT }, tabStops: [{ type: TabStopType.LEFT, position: INDENT * (level + 1) }], children: [new TextRun(`${from + n}.\t`), ...words(runs)] }),
    ...below.flatMap((each) => list(each, level + 1)),
  ]);
}

function picture({ svg, title }: Extract<Block, { kind: 'drawing' }>): Paragraph {
  const png = pngOf(svg, SIDEWAYS_PX.width * 2);
  const { width, height } = pngSize(png);
  const scale = Math.min(SIDEWAYS_PX.width / width, SIDEWAYS_PX.height / height);
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data: png, transformation: { width: Math.round(width * scale), height: Math.round(height * scale) }, altText: { name: title, title, description: title } })] });
}

/** Widths in points; `*` takes what is left. */
function grid(columns: readonly { name: string; width: number | '*' }[], rows: readonly (readonly string[])[], whole = WIDTH_DXA): Table {
  const fixed = columns.reduce((sum, { width }) => sum + (width === '*' ? 0 : width * 20), 0);
  const open = columns.filter(({ width }) => width === '*').length;
  const widths = columns.map(({ width }) => (width === '*' ? Math.floor((whole - fixed) / open) : width * 20));
  const cell = (text: string, at: number, head: boolean): TableCell => new TableCell({ width: { size: widths[at]!, type: WidthType.DXA }, margins: { left: 80, right: 80 }, children: [new Paragraph({ alignment: head ? AlignmentType.CENTER : AlignmentType.LEFT, children: [new TextRun({ text, bold: head, size: SIZE - 2 })] })] });
  const across = (text: string): TableCell => new TableCell({ columnSpan: columns.length, margins: { left: 80, right: 80 }, children: [new Paragraph({ keepNext: true, children: [new TextRun({ text, bold: true, size: SIZE - 2 })] })] });
  return new Table({
    columnWidths: widths, width: { size: whole, type: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, children: columns.map(({ name }, at) => cell(name, at, true)) }), ...rows.map((row) => new TableRow({ cantSplit: true, children: isAcross(row, columns) ? [across(row[0]!)] : row.map((text, at) => cell(text, at, false)) }))],
  });
}

export const centred = (text: string, more: { bold?: boolean; size?: number } = {}, before = 0): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after: 80 }, children: [new TextRun({ text, ...more })] });

function cover({ agency, superior, crest, code, type, title, issue, date, decision, approval, amendments, mark }: ControlledDocument): Child[] {
  const crestHeight = 80;
  const shield = crest && pngSize(crest);
  const blank = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const plain = { top: blank, bottom: blank, left: blank, right: blank };
  const fact = (label: string, value: string): TableCell => new TableCell({ borders: plain, width: { size: 3_116, type: WidthType.DXA }, children: [centred(label, { size: 20 }), centred(value, { bold: true })] });
  return [
    ...(crest && shield ? [new Paragraph({ alignment: AlignmentType.CENTER, children: [new ImageRun({ type: 'png', data: crest, transformation: { width: Math.round((shield.width / shield.height) * crestHeight), height: crestHeight } })] })] : []),
    ...(superior ? [centred(superior.toUpperCase())] : []), centred(agency.toUpperCase(), { bold: true }), ...(mark ? [centred(mark, { bold: true, size: 32 }, 600)] : []), centred(type.toUpperCase(), { bold: true, size: 44 }, mark ? 800 : 1_400), centred(title.toUpperCase(), { bold: true, size: 32 }),
    new Table({ width: { size: WIDTH_DXA, type: WidthType.DXA }, columnWidths: [3_116, 3_117, 3_117], rows: [new TableRow({ children: [fact('Mã số', code), fact('Lần ban hành', `${issue}`), fact('Ngày ban hành', date)] })] }), centred(decision ?? '', {}, 300),
    grid([{ name: '', width: 72 }, ...approval.map(({ task }) => ({ name: task, width: '*' as const }))], [['Chữ ký', ...approval.map(() => '\n')], ['Họ và tên', ...approval.map(({ name }) => name)], ['Chức vụ', ...approval.map(({ position }) => position)]]),
    centred('Theo dõi sửa đổi', { bold: true }, 300), grid([{ name: 'Lần ban hành', width: 90 }, { name: 'Ngày ban hành', width: 100 }, { name: 'Nội dung sửa đổi', width: '*' }], amendments.map((each) => [`${each.issue}`, each.date, each.content])),
  ];
}

function headerOf({ agency, code, issue, date, mark }: ControlledDocument): Header {
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ text: `${mark ? `${mark} · ` : ''}${agency} · ${code} – lần ban hành ${issue}, ngày ${date}`, size: 18 })] })] });
}

export function footer(): Footer {
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 18 })] })] });
}
