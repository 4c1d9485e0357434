/** What a document of the quality system consists of, whatever file it becomes. */
import type { Decision } from '../../models/schemas/revision.js';
import type { Column } from '../forms/blocks.js';

/** Words of one kind; a line break is one of them. */
export interface Run { text: string; bold: boolean; italic: boolean }
export interface Item { runs: readonly Run[]; below: readonly Extract<Block, { kind: 'items' }>[] }

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'runs'; runs: readonly Run[] }
  /** Numbered from `from`, or with dots. */
  | { kind: 'items'; from?: number; items: readonly Item[] }
  /** A row of one cell goes across all columns. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  /** On a page of its own, on its side: a drawing is wider than high. */
  | { kind: 'drawing'; title: string; svg: string };

/** `type`: what it is, above its title; `issue`: which issue of the document this is, counted from 1; `date`: dd/MM/yyyy from which it holds. */
export interface ControlledDocument {
  agency: string; superior?: string; crest?: Buffer; code: string; type: string; title: string; issue: number; date: string; standard: string;
  /** By which it was announced, as the cover says it. */
  decision?: string;
  approval: readonly { task: string; name: string; position: string }[];
  amendments: readonly { issue: number; date: string; content: string }[];
  blocks: readonly Block[];
  /** On the cover: where its state and signature are told, and by whom it is signed. */
  seal?: { link: string; lines: readonly string[] };
  /** Across every page of what must not be taken for the document in force. */
  mark?: string;
}

/** As the cover says by which decision it was announced. */
export const decisionWords = ({ number, date, position }: Decision, agency: string): string => `Ban hành kèm theo Quyết định số ${number} ngày ${date.split('-').reverse().join('/')} của ${position ?? agency}`;

/** Blocks that stand on pages of one kind. A drawing and its heading have pages of their own, on their side. */
export function pagesOf(blocks: readonly Block[]): { sideways: boolean; blocks: Block[] }[] {
  const pages: { sideways: boolean; blocks: Block[] }[] = [];
  blocks.forEach((block, at) => {
    const sideways = block.kind === 'drawing' || blocks[at + 1]?.kind === 'drawing';
    const last = pages.at(-1);
    if (last?.sideways === sideways) last.blocks.push(block);
    else pages.push({ sideways, blocks: [block] });
  });
  return pages;
}
