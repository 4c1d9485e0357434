/** What a file may be at most, and what it may not hold; looked at before anything is built from it. */
import type { Diagnostic } from '../graph/types.js';
import type { Scan, Tag } from './scan.js';

export const limits = {
  /** Size of the file in bytes of UTF-8. */
  bytes: 2 * 1024 * 1024,
  /** Elements of the BPMN model namespace; the drawing's shapes and vendors' elements are not counted. */
  elements: 2000,
  /** XML elements of all kinds. */
  tags: 60_000,
  /** Sub-processes inside each other. */
  depth: 20,
  /** XML elements inside each other. */
  nesting: 100,
  /** Characters of a name. */
  name: 500,
} as const;

export const MODEL_NAMESPACE = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
export const DI_NAMESPACES = ['http://www.omg.org/spec/BPMN/20100524/DI', 'http://www.omg.org/spec/DD/20100524/DI', 'http://www.omg.org/spec/DD/20100524/DC'];

/** XML 1.0 production [2]; a lone surrogate is not a character either. */
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
const forbiddenReference = /&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));/i;

export const byteLength = (text: string): number => {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  return bytes;
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const error = (code: string, message: string, line?: number, elementId?: string): Diagnostic =>
  ({ code, severity: 'error', message, ...(line !== undefined && { line }), ...(elementId && { elementId }) });

/** Checks of the bare text; with a problem here the text is not looked at further. */
export function checkText(xml: string): Diagnostic[] {
  if (xml.trim() === '') return [error('XML-EMPTY', 'The file is empty.')];
  const bytes = byteLength(xml);
  if (bytes > limits.bytes) return [error('LIMIT-SIZE', `The file has ${bytes} bytes; at most ${limits.bytes} are accepted.`)];
  const control = forbidden.exec(xml) ?? forbiddenReference.exec(xml);
  if (!control) return [];
  const code = control[0].startsWith('&') ? control[0] : `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return [error('XML-CONTROL', `The file holds the character ${code}, which XML does not allow.`, lineAt(xml, control.index))];
}

/** Checks of sizes and ids over the scanned tags. */
export function checkTags(scan: Scan): Diagnostic[] {
  const model = scan.tags.filter((tag) => tag.uri === MODEL_NAMESPACE);
  const found: Diagnostic[] = [];
  const counted = model.filter((tag) => !/(^|:)(incoming|outgoing|flowNodeRef|sourceRef|targetRef|extensionElements|documentation)$/.test(tag.name));
  if (counted.length > limits.elements) {
    found.push(error('LIMIT-ELEMENTS', `The file has ${counted.length} elements; at most ${limits.elements} are accepted.`, counted[limits.elements]!.line));
  }
  found.push(...checkDepth(scan));
  for (const tag of model) {
    const name = attribute(tag, 'name');
    if (name !== undefined && name.length > limits.name) {
      found.push(error('LIMIT-NAME', `The name of <${tag.name}> has ${name.length} characters; at most ${limits.name} are accepted.`, tag.line, attribute(tag, 'id')));
    }
  }
  return [...found, ...checkIds(scan)];
}

const container = /(^|:)(subProcess|transaction|adHocSubProcess|subChoreography)$/;

function checkDepth(scan: Scan): Diagnostic[] {
  const outer: Tag[] = [];
  for (const tag of scan.tags) {
    while (outer.length && outer[outer.length - 1]!.depth >= tag.depth) outer.pop();
    if (tag.uri === MODEL_NAMESPACE && container.test(tag.name)) outer.push(tag);
    if (outer.length > limits.depth) {
      return [error('LIMIT-DEPTH', `Sub-processes are nested deeper than ${limits.depth} levels.`, tag.line, attribute(tag, 'id'))];
    }
  }
  return [];
}

/** NCName of XML Namespaces 1.0: what an xsd:ID may be. */
const ncName = /^[\p{L}_][\p{L}\p{N}\p{M}._\-\u00B7]*$/u;

/** bpmn-moddle drops the second element of an id, and an element with an id it does not like; here they are named. */
function checkIds(scan: Scan): Diagnostic[] {
  const found: Diagnostic[] = [];
  const first = new Map<string, Tag>();
  for (const tag of scan.tags) {
    if (tag.uri !== MODEL_NAMESPACE && !DI_NAMESPACES.includes(tag.uri)) continue;
    const id = attribute(tag, 'id');
    if (id === undefined) continue;
    const before = first.get(id);
    if (before) found.push(error('ID-DUPLICATE', `Id "${id}" of <${tag.name}> is taken by <${before.name}> of line ${before.line}.`, tag.line, id));
    else first.set(id, tag);
    if (!ncName.test(id)) found.push(error('ID-ILLEGAL', `"${id}" of <${tag.name}> is not a legal id: a letter or "_" first, then letters, digits, ".", "-" and "_".`, tag.line, id));
  }
  return found;
}

export const attribute = (tag: Tag, name: string): string | undefined => tag.attributes.find((each) => each.name === name)?.value;

/** Line of the first element with each id. */
export function linesOf(scan: Scan): Map<string, number> {
  const lines = new Map<string, number>();
  for (const tag of scan.tags) {
    const id = attribute(tag, 'id');
    if (id !== undefined && !lines.has(id)) lines.set(id, tag.line);
  }
  return lines;
}
