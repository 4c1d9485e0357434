/** What became of a diagram from another engine: each of its execution attributes, taken over, translated or not supported. */
import type { ReportEntry, Treatment } from './compile/context.js';
import { extensions, identified, is, walk, type El } from './element.js';
import { isJuel, translateJuel } from './juel.js';
import { readCompiled } from './read.js';
import { vendorText, type Vendor } from './vendor.js';

export type { ReportEntry, Treatment } from './compile/context.js';

const performer = 'who performs a step is said by its lane and df:step role';
const always = 'every step is stored before the next begins';
/** Attributes and elements of the vocabularies: taken over, or the reason why not. */
const known: Readonly<Record<Vendor, Readonly<Record<string, true | string>>>> = {
  camunda: {
    collection: true, elementVariable: true, formKey: true, formRef: true, topic: true, class: true, delegateExpression: true, expression: true,
    decisionRef: true, resultVariable: true, in: true, out: true, inputOutput: true, inputParameter: true, outputParameter: true, value: true,
    type: 'the task is handed to whatever its topic names', asyncBefore: always, asyncAfter: always, exclusive: always,
    assignee: performer, candidateUsers: performer, candidateGroups: performer, candidateStarterGroups: performer, candidateStarterUsers: performer,
    dueDate: 'due dates come from df:step limit', followUpDate: 'due dates come from df:step limit', priority: 'work is ordered by due date', jobPriority: 'work is ordered by due date',
    formData: 'forms are drawn in the forms of the procedure', executionListener: 'code of another engine', taskListener: 'code of another engine',
    connector: 'code of another engine', field: 'code of another engine', script: 'code of another engine',
    failedJobRetryTimeCycle: 'retries are set for all services', initiator: 'the starter is kept with the dossier',
    calledElementBinding: 'calls are bound when the procedure is published', calledElementVersion: 'calls are bound when the procedure is published',
    versionTag: 'versions are counted at publish', historyTimeToLive: 'retention is set for the agency', isStartableInTasklist: 'start is a right of roles',
  },
  zeebe: {
    ioMapping: true, input: true, output: true, taskDefinition: true, loopCharacteristics: true, calledElement: true, calledDecision: true, script: true,
    subscription: true, formDefinition: true, userTask: true,
    assignmentDefinition: performer, taskSchedule: 'due dates come from df:step limit', priorityDefinition: 'work is ordered by due date',
    taskHeaders: 'settings for another engine\'s workers', executionListeners: 'code of another engine', taskListeners: 'code of another engine',
    versionTag: 'versions are counted at publish', modelerTemplate: 'a drawing aid of another tool', modelerTemplateIcon: 'a drawing aid of another tool',
    modelerTemplateVersion: 'a drawing aid of another tool',
  },
};
const unknown = 'not known here; it stays in the file';

/**
 * One entry for each vendor attribute, element and translated expression, in the order of the file.
 * A text that cannot be read gives an empty report; `readBpmn` says why.
 */
export async function importReport(xml: string): Promise<ReportEntry[]> {
  const { source, compile } = await readCompiled(xml);
  const entries: ReportEntry[] = [];
  if (!source.definitions) return entries;
  walk(source.definitions, (element) => {
    const elementId = identified(element) ?? element.$type;
    for (const [name, value] of Object.entries(element.$attrs)) {
      const found = source.vendor.vendorOf(name);
      if (found) entries.push({ elementId, name, value, ...(misplaced(element, found.name) ?? treat(found.vendor, found.name, value)) });
    }
    for (const extension of extensions(element)) addElement(elementId, extension);
  });
  const seen = new Set(entries.map((each) => `${each.elementId} ${each.value}`));
  return [...entries, ...compile.report.filter((each) => !seen.has(`${each.elementId} ${each.value}`))];

  function addElement(elementId: string, element: El): void {
    const found = source.vendor.vendorOf(element);
    if (!found) return;
    const value = vendorText(element, 'source') ?? vendorText(element, 'sourceExpression') ?? element.$body?.trim();
    const nested = element.$children ?? [];
    const built = /^(input|output)Parameter$/.test(found.name) && nested.length > 0;
    entries.push({
      elementId, name: element.$type, ...(value !== undefined && value !== '' && { value }),
      ...(built ? { treatment: 'not supported' as const, note: 'a value built of lists, maps or scripts' } : treat(found.vendor, found.name, value)),
    });
    if (['ioMapping', 'inputOutput'].includes(found.name)) for (const each of nested) addElement(elementId, each);
  }
}

/** What the graph keeps for some kinds of element only. */
function misplaced(element: El, name: string): { treatment: Treatment; note: string } | undefined {
  const note = /^form/.test(name) && !is(element, 'Activity') ? 'only steps have forms'
    : name === 'resultVariable' && !is(element, 'ScriptTask') && !is(element, 'BusinessRuleTask') ? 'results are taken over under their own names' : undefined;
  return note === undefined ? undefined : { treatment: 'not supported', note };
}

/** Their value names who is called; nothing in it is evaluated. */
const callees = ['topic', 'class', 'delegateExpression', 'expression'];

function treat(vendor: Vendor, name: string, value: string | undefined): { treatment: Treatment; note?: string } {
  const support = known[vendor][name] ?? unknown;
  if (support !== true) return { treatment: 'not supported', note: support };
  if (value === undefined || !isJuel(value) || callees.includes(name)) return { treatment: 'taken over' };
  const translated = translateJuel(value);
  return translated === undefined ? { treatment: 'not supported', note: 'only comparisons, and, or, not and names of JUEL are translated' } : { treatment: 'translated', note: translated };
}
