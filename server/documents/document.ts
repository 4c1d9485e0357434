/** What a document of the quality system consists of, whatever file it becomes. */
import type { Column } from '../forms/blocks.js';

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  /** On a page of its own, on its side: a drawing is wider than high. */
  | { kind: 'drawing'; title: string; svg: string };

/** `issue`: which issue of the document this is, counted from 1; `date`: dd/MM/yyyy from which it holds. */
export interface ControlledDocument {
  agency: string; superior?: string; crest?: Buffer; code: string; title: string; issue: number; date: string; standard: string;
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
