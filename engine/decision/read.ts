/** DMN XML → decisions: versions 1.1 to 1.5, whose model is the same for what is read here. */
import { DmnModdle, type DmnElement } from 'dmn-moddle';
import { checkText } from '../bpmn/limits.js';
import { scanXml } from '../bpmn/scan.js';
import type { Diagnostic, Id, Model } from '../graph/types.js';
import type { Decision, Decisions } from './types.js';
import { LogicReader, target } from './read-logic.js';

/** Namespaces of the model; the newest that the reader knows stands for them all. */
const MODEL = /https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn\.xsd|(?:20180521|20191111|20211108|20230324)\/MODEL\/)/g;
const READ_AS = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

const moddle = new DmnModdle();

/** Whether the text is a decision model rather than a diagram. */
export function isDmn(xml: string): boolean {
  const root = /<(?:([\w.-]+):)?definitions\b([^>]*)>/.exec(xml);
  return root !== null && new RegExp(MODEL.source).test(root[2] ?? '');
}

/** A model without processes. What is wrong is in `diagnostics`; decisions with an error in them are left out. Never rejects. */
export async function readDmn(xml: string, file?: string): Promise<Model> {
  const diagnostics = [...checkText(xml)];
  if (diagnostics.length === 0) diagnostics.push(...scanXml(xml).problems.map((each): Diagnostic => ({ ...each, severity: 'error' })));
  const model: Model = { ...(file !== undefined && { file }), id: '', xml, processes: [], participants: [], messageFlows: [], diagnostics };
  if (diagnostics.length > 0) return model;
  try {
    const { rootElement, warnings } = await parseDmn(xml);
    for (const { message } of warnings) diagnostics.push({ code: 'DMN-XML', severity: 'warning', message: message.split('\n')[0] ?? message });
    return { ...model, id: rootElement.id ?? '', ...(rootElement.name !== undefined && { name: rootElement.name }), decisions: readDecisions(rootElement, diagnostics) };
  } catch (failure) {
    diagnostics.push({ code: 'DMN-XML', severity: 'error', message: `The file cannot be read: ${failure instanceof Error ? failure.message.split('\n')[0] : String(failure)}` });
    return model;
  }
}

/** The elements as written, by the newest version of the model; rejects what is not XML. */
export function parseDmn(xml: string): ReturnType<typeof moddle.fromXML> { return moddle.fromXML(xml.replace(MODEL, READ_AS)); }

function readDecisions(root: DmnElement, diagnostics: Diagnostic[]): Decisions {
  const elements = root.drgElement ?? [];
  const reader = new LogicReader(root, elements, (severity, code, elementId, message) => diagnostics.push({ severity, code, message, ...(elementId !== undefined && { elementId }) }));
  const found: Record<Id, Decision> = {};
  for (const element of elements) {
    if (element.$type !== 'dmn:Decision' || element.id === undefined) continue;
    const logic = reader.decisionLogic(element);
    if (!logic) continue;
    const requires = (element.informationRequirement ?? []).flatMap(({ requiredDecision }) => target(requiredDecision?.href) ?? []);
    found[element.id] = { id: element.id, name: element.variable?.name ?? element.name ?? element.id, requires, logic };
  }
  for (const decision of Object.values(found)) checkRequirements(found, decision, diagnostics);
  return found;
}

function checkRequirements(found: Decisions, decision: Decision, diagnostics: Diagnostic[]): void {
  const circle = pathBack(found, decision.id, decision.id, new Set());
  if (circle) diagnostics.push({ code: 'DMN-CYCLE', severity: 'error', elementId: decision.id, message: `Decision "${decision.id}" requires itself through ${circle.join(', ')}.` });
}
function pathBack(found: Decisions, from: Id, to: Id, seen: Set<Id>): Id[] | undefined {
  seen.add(from);
  for (const id of found[from]?.requires ?? []) {
    if (id === to) return [from];
    const further = seen.has(id) ? undefined : pathBack(found, id, to, seen);
    if (further) return [from, ...further];
  }
  return undefined;
}
