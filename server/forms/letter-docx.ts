/** A letter as a Word file, to be edited before it goes out: the same words, in the lay-out of official letters. */
import { AlignmentType, BorderStyle, Document, ImageRun, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type IRunOptions, type ITableCellOptions } from 'docx';
import QRCode from 'qrcode';
import { PART_COLUMN_DXA, pngSize } from './measures.js';
import { ownerRows } from './blocks.js';
import type { Letterhead, Signer } from './facts.js';
import type { Letter, LetterBlock } from './letter.js';

const FONT = 'Times New Roman';
/** Half points. */
const SIZE = 26;
const HEAD_SIZE = 22;
/** The width of the text, in twentieths of a point, parted for the head and the signature. */
const [LEFT_DXA, RIGHT_DXA] = [4_350, 5_000];
const LEAST_COLUMN_DXA = 640;
const MARGIN_DXA = { top: 1_134, bottom: 1_134, left: 1_701, right: 850 };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
type Child = Paragraph | Table;

export async function letterDocx(letter: Letter): Promise<Buffer> {
  const children: Child[] = [
    heading(letter.head), spaced(), ...await titled(letter), ...letter.blocks.flatMap(contentOf), spaced(), signature(letter.signer), ...annexed(letter),
  ];
  const document = new Document({
    title: letter.title, creator: letter.head.agencyName, styles: { default: { document: { run: { font: FONT, size: SIZE }, paragraph: { spacing: { after: 60 } } } } },
    sections: [{ properties: { page: { size: { width: 11_906, height: 16_838 }, margin: MARGIN_DXA } }, children }],
  });
  return Packer.toBuffer(document);
}

const run = (text: string, more: Partial<IRunOptions> = {}): TextRun => new TextRun({ text, font: FONT, ...more });
const small = (text: string, more: Partial<IRunOptions> = {}): TextRun => run(text, { size: HEAD_SIZE, ...more });
const spaced = (): Paragraph => new Paragraph({ children: [] });
const centred = (...children: (TextRun | ImageRun)[]): Paragraph => new Paragraph({ alignment: AlignmentType.CENTER, children });
const line = ([label, value]: readonly [string, string | undefined]): Paragraph[] => (value ? [new Paragraph({ children: [run(`${label}: `), run(value, { bold: true })] })] : []);

function twoColumns(left: Paragraph[], right: Paragraph[], widths: readonly [number, number] = [LEFT_DXA, RIGHT_DXA]): Table {
  const cell = (children: Paragraph[], width: number): TableCell => new TableCell({ children, width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP } satisfies ITableCellOptions);
  return new Table({ width: { size: LEFT_DXA + RIGHT_DXA, type: WidthType.DXA }, columnWidths: [...widths], borders: NO_BORDERS, rows: [new TableRow({ cantSplit: true, children: [cell(left, widths[0]), cell(right, widths[1])] })] });
}

function heading({ superior, agencyName, departmentName, number, date, place, crest }: Letterhead): Table {
  const [day, month, year] = date.split('/');
  const left = [
    ...(crest ? [centred(image(crest, 56))] : []), ...(superior ? [centred(small(superior.toUpperCase()))] : []), centred(small(agencyName.toUpperCase())), centred(small(departmentName.toUpperCase(), { bold: true })), centred(small(`Số: ${number}`)),
  ];
  const right = [
    centred(small('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true })), centred(small('Độc lập - Tự do - Hạnh phúc', { bold: true, underline: {} })),
    centred(small(`${place ? `${place}, ngày` : 'Ngày'} ${day} tháng ${month} năm ${year}`, { italics: true })),
  ];
  return twoColumns(left, right);
}

async function titled({ name, about }: Letter): Promise<Child[]> {
  const title = centred(run(name, { bold: true, size: SIZE + 2 }));
  if (!about) return [title, spaced()];
  const code = await QRCode.toBuffer(about.link, { type: 'png', margin: 1, width: 180 });
  return [twoColumns([title, centred(run(`Mã hồ sơ: ${about.dossierNo}`, { bold: true }))], [centred(image(code, 80))], [LEFT_DXA + RIGHT_DXA - 1_800, 1_800]), ...ownerRows(about.owner, about.ownerLabel).flatMap(line)];
}
function annexed({ annex }: Letter): Child[] {
  if (!annex) return [];
  return [new Paragraph({ alignment: AlignmentType.CENTER, pageBreakBefore: true, children: [run(annex.title, { bold: true })] }), centred(run(annex.note, { italics: true })), spaced(), ...annex.blocks.flatMap(contentOf)];
}

/** `height` in points at 96 to the inch, the width in proportion. */
function image(png: Buffer, height: number): ImageRun {
  const { width, height: own } = pngSize(png);
  return new ImageRun({ type: 'png', data: png, transformation: { width: Math.round((width / own) * height), height } });
}

function contentOf(block: LetterBlock): Child[] {
  switch (block.kind) {
    case 'lines': return block.rows.flatMap(line);
    case 'paragraph': return [new Paragraph({ alignment: AlignmentType.JUSTIFIED, children: [run(block.text)] })];
    case 'table': return [gridOf(block), spaced()];
  }
}

function gridOf({ columns, rows }: Extract<LetterBlock, { kind: 'table' }>): Table {
  const widths = columns.map(({ width }) => (width === '*' ? PART_COLUMN_DXA : Math.max(LEAST_COLUMN_DXA, width * 20)));
  const cell = (text: string, index: number, head: boolean): TableCell => new TableCell({
    width: { size: widths[index]!, type: WidthType.DXA }, margins: { left: 80, right: 80 },
    children: [new Paragraph({ alignment: head ? AlignmentType.CENTER : columns[index]?.right ? AlignmentType.RIGHT : AlignmentType.LEFT, children: [run(text, { bold: head })] })],
  });
  return new Table({
    columnWidths: widths, width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, children: columns.map(({ name }, index) => cell(name, index, true)) }), ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }))],
  });
}

function signature({ as, onBehalf, name }: Signer): Table {
  return twoColumns([spaced()], [
    ...(onBehalf ? [centred(run(onBehalf.toUpperCase(), { bold: true }))] : []), centred(run(as.toUpperCase(), { bold: true })), centred(run('(Ký và ghi rõ họ tên)', { italics: true })), spaced(), spaced(), spaced(), centred(run(name, { bold: true })),
  ]);
}
