/** The text of a document as it may be sent: ProseMirror's JSON, of few kinds of nodes, each where it may stand. */
import type { RichNode } from '../models/schemas/quality-document.js';
import { z } from './http/validate.js';

const BLOCKS = ['heading', 'paragraph', 'bulletList', 'orderedList', 'table'] as const;
const INLINE = ['text', 'hardBreak'] as const;
const CELL = ['heading', 'paragraph', 'bulletList', 'orderedList'] as const;
const DEEPEST = 24;
const MOST_NODES = 20_000;
/** What cannot be seen, and comes with what is pasted from elsewhere. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

const none = z.strictObject({}).optional();
const span = z.number().int().min(1).max(50).optional();
const cell = z.strictObject({ colspan: span, rowspan: span, colwidth: z.array(z.number().int().min(1).max(5_000)).max(50).nullish(), align: z.literal(['left', 'center', 'right']).nullish() }).optional();
const items = z.strictObject({ start: z.number().int().min(0).max(10_000).optional(), type: z.literal(['1', 'a', 'A', 'i', 'I']).nullish() }).optional();
/** What may stand in a node, and what it says of itself. `filled`: not without a child. */
const NODES: Readonly<Record<string, { children: readonly string[]; attrs: z.ZodType; filled?: boolean }>> = {
  doc: { children: BLOCKS, attrs: none, filled: true }, paragraph: { children: INLINE, attrs: none }, heading: { children: INLINE, attrs: z.strictObject({ level: z.literal([1, 2, 3]) }) },
  bulletList: { children: ['listItem'], attrs: none, filled: true }, orderedList: { children: ['listItem'], attrs: items, filled: true }, listItem: { children: ['paragraph', 'bulletList', 'orderedList'], attrs: none, filled: true },
  table: { children: ['tableRow'], attrs: none, filled: true }, tableRow: { children: ['tableHeader', 'tableCell'], attrs: none, filled: true }, tableHeader: { children: CELL, attrs: cell, filled: true }, tableCell: { children: CELL, attrs: cell, filled: true },
  hardBreak: { children: [], attrs: none },
};
const shape = z.strictObject({ type: z.string().max(40), attrs: z.record(z.string(), z.unknown()).optional(), content: z.array(z.unknown()).optional(), /** Of a line break: nothing that is seen. */ marks: z.array(z.unknown()).max(10).optional() });
const words = z.strictObject({ type: z.literal('text'), text: z.string().max(50_000), marks: z.array(z.strictObject({ type: z.literal(['bold', 'italic']) })).max(2).optional() });

/** What is not of the schema is named by where it stands; what is, comes out cleaned. */
export const richText = z.looseObject({ type: z.literal('doc') }).transform((given, context): RichNode => {
  const reading = { left: MOST_NODES, wrong: (path: readonly (string | number)[], message: string): void => { context.addIssue({ code: 'custom', path: [...path], message }); } };
  return readNode(given, ['doc'], [], reading) ?? z.NEVER;
});
interface Reading { left: number; wrong(path: readonly (string | number)[], message: string): void }

/** Nothing when it is refused, or says nothing. */
function readNode(given: unknown, allowed: readonly string[], path: readonly (string | number)[], reading: Reading): RichNode | undefined {
  const type = typeof given === 'object' && given !== null && 'type' in given ? given.type : undefined;
  reading.left -= 1;
  if (reading.left < 0 || path.length > 2 * DEEPEST) return refuse(reading, path, 'is too much, or nested too deep');
  if (typeof type !== 'string' || !allowed.includes(type)) return refuse(reading, [...path, 'type'], `must be one of ${allowed.join(', ')}`);
  if (type === 'text') return readWords(given, path, reading);
  const known = NODES[type]!;
  const parsed = shape.safeParse(given);
  const attrs = parsed.success ? known.attrs.safeParse(parsed.data.attrs) : parsed;
  if (!parsed.success || !attrs.success) return refuse(reading, path, 'is not as this kind of node is');
  const { content = [] } = parsed.data;
  if (known.filled && content.length === 0) return refuse(reading, path, 'must not be empty');
  const children = content.flatMap((each, n) => readNode(each, known.children, [...path, 'content', n], reading) ?? []);
  return { type, ...(parsed.data.attrs ? { attrs: attrs.data as RichNode['attrs'] & object } : {}), ...(children.length > 0 ? { content: children } : {}) };
}

function readWords(given: unknown, path: readonly (string | number)[], reading: Reading): RichNode | undefined {
  const parsed = words.safeParse(given);
  if (!parsed.success) return refuse(reading, path, 'is no text with bold or italic');
  const text = parsed.data.text.normalize('NFC').replace(UNSEEN, '');
  return text === '' ? undefined : { type: 'text', text, ...(parsed.data.marks?.length ? { marks: parsed.data.marks } : {}) };
}

function refuse({ wrong }: Reading, path: readonly (string | number)[], message: string): undefined {
  wrong(path, message);
  return undefined;
}
