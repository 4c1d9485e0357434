/** The text of a document of the quality system as blocks of a printed one. */
import type { RichNode } from '../contract.js';
import type { Block, Item, Run } from './document.js';

export const blocksOf = (text: RichNode): Block[] => (text.content ?? []).flatMap(blockOf);

function blockOf(node: RichNode): Block[] {
  switch (node.type) {
    case 'heading': return [{ kind: 'heading', level: Number(node.attrs?.level) === 1 ? 1 : 2, text: wordsOf(node) }];
    case 'paragraph': return [{ kind: 'runs', runs: runsOf(node) }];
    case 'bulletList': case 'orderedList': return [listOf(node)];
    case 'table': return [tableOf(node)];
    default: return [];
  }
}

function runsOf({ content = [] }: RichNode): Run[] {
  return content.map(({ type, text = '', marks = [] }) => ({ text: type === 'hardBreak' ? '\n' : text, bold: marks.some((mark) => mark.type === 'bold'), italic: marks.some((mark) => mark.type === 'italic') }));
}
const wordsOf = (node: RichNode): string => runsOf(node).map(({ text }) => text).join('');

function listOf({ type, attrs, content = [] }: RichNode): Extract<Block, { kind: 'items' }> {
  return { kind: 'items', ...(type === 'orderedList' ? { from: Number(attrs?.start ?? 1) } : {}), items: content.map(itemOf) };
}
/** Paragraphs of one item follow one another on new lines; lists in it stand below. */
function itemOf({ content = [] }: RichNode): Item {
  const [paragraphs, lists] = [content.filter(({ type }) => type === 'paragraph'), content.filter(({ type }) => type !== 'paragraph')];
  return { runs: paragraphs.flatMap((each, n) => [...(n > 0 ? [{ text: '\n', bold: false, italic: false }] : []), ...runsOf(each)]), below: lists.map(listOf) };
}

/** The first row names the columns. What is joined is written once, at its first cell. */
function tableOf({ content: rows = [] }: RichNode): Block {
  const grid: string[][] = rows.map(() => []);
  rows.forEach(({ content: cells = [] }, y) => {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]![x] !== undefined) x += 1;
      for (let down = 0; down < Number(cell.attrs?.rowspan ?? 1); down += 1) for (let across = 0; across < Number(cell.attrs?.colspan ?? 1); across += 1) if (grid[y + down]) grid[y + down]![x + across] = down + across === 0 ? textOf(cell) : '';
    }
  });
  const width = Math.max(...grid.map((row) => row.length));
  const [head = [], ...body] = grid.map((row) => Array.from({ length: width }, (_each, x) => row[x] ?? ''));
  return { kind: 'table', columns: head.map((name) => ({ name, width: '*' })), rows: body };
}

/** Everything in a cell, a line for each paragraph or item. */
function textOf(node: RichNode): string {
  if (node.type === 'paragraph' || node.type === 'heading') return wordsOf(node);
  return (node.content ?? []).map((each) => (each.type === 'listItem' ? `– ${textOf(each)}` : textOf(each))).join('\n');
}
