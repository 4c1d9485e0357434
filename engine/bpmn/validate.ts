/** Everything that is wrong with a file: as text, as BPMN, and as something to run. */
import type { Diagnostic, Model } from '../graph/types.js';
import { identified, is, walk, type El } from './element.js';
import { inOrder, readCompiled } from './read.js';
import { drawnFile, processOf, type DrawnFile, type Rule } from './rules/rule.js';
import { rules } from './rules/index.js';
import type { Source } from './source.js';

export interface Problem { code: string; elementId?: string; line?: number; message: string }
/** With an error the file is refused at publish; a file that keeps to the standard has none. */
export interface Validation { errors: Problem[]; warnings: Problem[] }

/** Never rejects. Problems are in the order of the file. */
export async function validateBpmn(xml: string): Promise<Validation> {
  const { errors, warnings } = await readValidated(xml);
  return { errors, warnings };
}

/** The model together with what is wrong with its file, from one reading. */
export async function readValidated(xml: string, file?: string): Promise<Validation & { model: Model }> {
  const { model, source } = await readCompiled(xml, file);
  const found = inOrder([...source.diagnostics, ...ruleFindings(source)]);
  const problems = (severity: Diagnostic['severity']): Problem[] =>
    found.filter((each) => each.severity === severity).map(({ severity: _severity, ...problem }) => problem);
  return { model, errors: problems('error'), warnings: problems('warning') };
}

/** What the rules of the standard find in a file that could be read. */
export function ruleFindings(source: Source): Diagnostic[] {
  if (!source.definitions) return [];
  const elements: El[] = [];
  walk(source.definitions, (element) => elements.push(element));
  const file = drawnFile(source.definitions, elements, source.vendor, source.byId);
  const applicable = new Map<string, Rule[]>();
  return elements.flatMap((element) => {
    let mine = applicable.get(element.$type);
    if (!mine) applicable.set(element.$type, mine = rules.filter((rule) => rule.on.some((type) => is(element, type))));
    return mine.flatMap((rule) => finding(rule, element, file, source) ?? []);
  });
}

function finding(rule: Rule, element: El, file: DrawnFile, source: Source): Diagnostic | undefined {
  const broken = rule.broken(element, file);
  if (!broken) return undefined;
  const elementId = identified(element);
  const line = source.lineOf(elementId);
  const severity = rule.severity === 'executable' ? (processOf(element)?.isExecutable === true ? 'error' : 'warning') : rule.severity;
  const more = typeof broken === 'string' ? ` (${broken})` : '';
  return { code: rule.id, severity, message: `${elementId ?? element.$type}: ${rule.says}${more}.`, ...(elementId && { elementId }), ...(line !== undefined && { line }) };
}
