/** From XML text to bpmn-moddle's tree, with everything wrong on the way collected. */
import { BpmnModdle, type ModdleWarning } from 'bpmn-moddle';
import type { Diagnostic } from '../graph/types.js';
import dossierflow from './df-moddle.json' with { type: 'json' };
import { identified, idOf, is, tagOf, walk, type El } from './element.js';
import { checkTags, checkText, linesOf, MODEL_NAMESPACE } from './limits.js';
import { prepare, restore } from './prepare.js';
import { scanXml, type Scan } from './scan.js';
import { vendorReader, type VendorReader } from './vendor.js';

export interface Source {
  /** Absent when the text cannot be read at all. */
  definitions?: El;
  byId: ReadonlyMap<string, El>;
  vendor: VendorReader;
  prefixes: ReadonlyMap<string, string>;
  diagnostics: Diagnostic[];
  lineOf(id: string | undefined): number | undefined;
}

const moddle = createModdle();

/** The schema has a global script task's script as an element (BPMN 2.0 section 10.3.7); bpmn-moddle's table has an attribute. */
function createModdle(): BpmnModdle {
  const created = new BpmnModdle({ df: dossierflow });
  const script = created.getType('bpmn:GlobalScriptTask').$descriptor.propertiesByName['bpmn:script'];
  if (script) script.isAttr = false;
  return created;
}

/** Never rejects: what is wrong with the text is in `diagnostics`. */
export async function readSource(xml: string): Promise<Source> {
  const early = checkText(xml);
  const scan: Scan = early.length ? { tags: [], problems: [], prefixes: new Map() } : scanXml(xml);
  const lines = linesOf(scan);
  const source: Source = {
    byId: new Map(), vendor: vendorReader(scan.prefixes), prefixes: scan.prefixes, lineOf: (id) => (id === undefined ? undefined : lines.get(id)),
    diagnostics: [...early, ...scan.problems.map((each): Diagnostic => ({ ...each, severity: 'error', message: `${sentence(each.message)} (line ${each.line}).` }))],
  };
  if (source.diagnostics.length) return source;
  source.diagnostics.push(...checkTags(scan), ...checkRoot(scan));
  if (source.diagnostics.some((each) => each.code.startsWith('LIMIT') || each.code === 'XML-ROOT')) return source;
  try {
    const prepared = prepare(xml, scan);
    const parsed = await moddle.fromXML(prepared.xml);
    source.definitions = parsed.rootElement;
    restore(parsed.rootElement, prepared);
    const byId = new Map(Object.entries(parsed.elementsById).map(([id, element]) => [prepared.original(id), element]));
    source.byId = byId;
    nameTheNameless(parsed.rootElement, byId);
    const warnings = parsed.warnings.map((each) => (each.value === undefined ? each : { ...each, value: prepared.original(each.value) }));
    source.diagnostics.push(...judge(warnings, source, byId));
  } catch (failure) {
    source.diagnostics.push({ code: 'XML-FORM', severity: 'error', message: unread(flat(failure instanceof Error ? failure.message : String(failure))) });
  }
  return source;
}

/**
 * An id may be left out when nothing refers to the element (BPMN 2.0 section 8.3.1), but an engine keeps nodes, flows
 * and data by id: such an element is called by its tag and a number.
 */
function nameTheNameless(definitions: El, byId: Map<string, El>): void {
  const counts = new Map<string, number>();
  walk(definitions, (element) => {
    if (idOf(element) || !['FlowElement', 'CallableElement', 'Lane', 'ItemAwareElement', 'Participant', 'MessageFlow'].some((type) => is(element, type))) return;
    const tag = tagOf(element);
    let id: string;
    do {
      counts.set(tag, (counts.get(tag) ?? 0) + 1);
      id = `${tag}_${counts.get(tag)}`;
    } while (byId.has(id));
    (element as Record<string, unknown>).id = id;
    byId.set(id, element);
  });
}

function checkRoot(scan: Scan): Diagnostic[] {
  const root = scan.tags[0]!;
  if (root.uri === MODEL_NAMESPACE && /(^|:)definitions$/.test(root.name)) return [];
  return [{ code: 'XML-ROOT', severity: 'error', line: root.line, message: `The outermost element is <${root.name}>, not <definitions> of BPMN 2.0 (${MODEL_NAMESPACE}).` }];
}

/** bpmn-moddle's warnings are losses: each becomes an error unless it can be repaired or loses nothing. */
function judge(warnings: readonly ModdleWarning[], source: Source, byId: ReadonlyMap<string, El>): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const warning of warnings) {
    const { message, element, property, value } = warning;
    if (message.startsWith('unsupported document encoding')) continue;
    // Named with their lines by checkIds already.
    if (/(duplicate|illegal) ID </.test(message)) continue;
    const elementId = identified(element);
    const at = { ...(elementId && { elementId }), ...(source.lineOf(elementId) !== undefined && { line: source.lineOf(elementId)! }) };
    if (message.startsWith('unresolved reference') && element && property) {
      const local = property.slice(property.indexOf(':') + 1);
      if (value === undefined || value.trim() === '') {
        found.push({ ...at, code: 'REF-EMPTY', severity: 'warning', message: `${local}${elementId ? ` of ${elementId}` : ''} names nothing.` });
        continue;
      }
      if (repair(element, property, value, byId)) continue;
      found.push({ ...at, code: 'REF-UNRESOLVED', severity: outside(local, value, source) ? 'warning' : 'error', message: `"${value.trim()}", named as ${local}${elementId ? ` by ${elementId}` : ''}, is not in the file.` });
    } else if (message.startsWith('unknown attribute')) {
      found.push({ ...at, code: 'XML-ATTRIBUTE', severity: 'warning', message: `Attribute "${property ?? ''}"${elementId ? ` of ${elementId}` : ''} is not one of its vocabulary.` });
    } else {
      const line = /line: (\d+)/.exec(message)?.[1];
      found.push({ ...at, ...(line && { line: Number(line) + 1 }), code: 'XML-ELEMENT', severity: 'error', message: unread(flat(message)) });
    }
  }
  return found;
}

/** References are QNames or ids with blanks around them; bpmn-moddle looks them up as written. */
function repair(element: El, property: string, value: string, byId: ReadonlyMap<string, El>): boolean {
  const written = value.trim();
  const target = byId.get(written) ?? byId.get(written.slice(written.indexOf(':') + 1));
  if (!target) return false;
  const local = property.slice(property.indexOf(':') + 1);
  const now = element[local];
  if (Array.isArray(now)) now.push(target);
  else (element as Record<string, unknown>)[local] = target;
  return true;
}

/** May the reference stay open: a QName of an imported vocabulary, a tool's reference to a type, a leftover of the drawing? */
function outside(property: string, value: string, source: Source): boolean {
  if (['itemSubjectRef', 'structureRef', 'evaluatesToTypeRef', 'type', 'import', 'definition', 'extensionDefinitions'].includes(property)) return true;
  // A shape without its element is a picture of nothing: it hides nothing that would run.
  if (property === 'bpmnElement') return true;
  const prefix = value.trim().includes(':') ? value.trim().split(':')[0]! : undefined;
  const uri = prefix === undefined ? undefined : source.prefixes.get(prefix);
  return uri !== undefined && uri !== source.definitions?.targetNamespace;
}

/** The parser's message with its place, which the diagnostic has apart, left out. */
const unread = (message: string): string =>
  `${sentence(message.replace(/^unparsable content (.*?) ?detected line: \d+ column: \d+ nested error: (.*)$/, (_all, what: string, why: string) => `${what || 'a text'} cannot be read: ${why}`))}.`;
const flat = (message: string): string => message.split(/\s*\n\s*/).join(' ').trim();
const sentence = (message: string): string => message.charAt(0).toUpperCase() + message.slice(1);
