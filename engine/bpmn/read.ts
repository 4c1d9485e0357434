/** BPMN XML → model: the file's processes as graphs, with everything wrong collected. */
import type { Diagnostic, MessageFlow, Model, Participant } from '../graph/types.js';
import { acceptedFindings } from './compile/facts.js';
import { createCompile, type Compile } from './compile/context.js';
import { checkConditions } from './compile/names.js';
import { globalTaskGraph, processGraph } from './compile/process.js';
import { child, idOf, is, list, text, type El } from './element.js';
import { readSource, type Source } from './source.js';

/**
 * Reads a BPMN 2.0 file. `xml` is text (see `decodeXml` for bytes); `file` is a name for messages.
 * Never rejects: a text that cannot be read gives a model without processes and diagnostics of severity `error`.
 */
export async function readBpmn(xml: string, file?: string): Promise<Model> {
  const { model } = await readCompiled(xml, file);
  return model;
}

/** What a model was made from, for rules about the text of its file; as long as the model is there. */
const sources = new WeakMap<Model, Source>();
export function sourceKept(model: Model): Source | undefined { return sources.get(model); }

/** The model together with what it was made from, for validation and the import report. */
export async function readCompiled(xml: string, file?: string): Promise<{ model: Model; source: Source; compile: Compile }> {
  const source = await readSource(xml);
  const compile = createCompile(source);
  const roots = list(source.definitions, 'rootElements');
  const name = text(source.definitions, 'name');
  const processes = roots.flatMap((root) => {
    if (is(root, 'Process')) {
      const graph = processGraph(compile, root);
      checkConditions(compile, graph);
      return [graph];
    }
    return is(root, 'GlobalTask') ? [globalTaskGraph(compile, root)] : [];
  });
  const accepted = roots.filter((root) => is(root, 'Process')).flatMap(acceptedFindings);
  const model: Model = {
    ...(file !== undefined && { file }), id: idOf(source.definitions), ...(name && { name }), xml, processes,
    participants: roots.flatMap((root) => list(root, 'participants').map(participant)),
    messageFlows: roots.flatMap((root) => list(root, 'messageFlows').flatMap(messageFlow)),
    ...triggerNames(roots),
    ...(accepted.length > 0 && { accepted }), diagnostics: inOrder(source.diagnostics),
  };
  sources.set(model, source);
  return { model, source, compile };
}

function participant(element: El): Participant {
  const name = text(element, 'name');
  const process = idOf(child(element, 'processRef'));
  return { id: idOf(element), ...(name && { name }), ...(process && { process }) };
}

function messageFlow(element: El): MessageFlow[] {
  const source = idOf(child(element, 'sourceRef'));
  const target = idOf(child(element, 'targetRef'));
  if (!source || !target) return [];
  const name = text(element, 'name');
  const message = idOf(child(element, 'messageRef'));
  return [{ id: idOf(element), ...(name && { name }), source, target, ...(message && { message }) }];
}

function triggerNames(roots: readonly El[]): Pick<Model, 'triggerNames'> {
  const named = roots.filter((root) => (is(root, 'Message') || is(root, 'Signal')) && idOf(root) && text(root, 'name')?.trim());
  return named.length ? { triggerNames: Object.fromEntries(named.map((root) => [idOf(root), text(root, 'name')!.trim()])) } : {};
}

/** Errors first, then by line, so that the first one named is the one to repair first. */
export function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = (each: Diagnostic): number => (each.severity === 'error' ? 0 : 1);
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
}
