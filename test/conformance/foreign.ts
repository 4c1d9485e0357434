/**
 * Drawings written the way other tools write them: prefixes of their own, no picture, references with a prefix, elements
 * without `incoming` and `outgoing`, definitions before or behind the process, nothing of ours.
 */

/** How a tool writes: its prefix for BPMN (none for the default namespace), and whether it says that a process is executable. */
interface Style { prefix: string; executable: string; targetPrefix: string }
const STYLES: readonly Style[] = [
  { prefix: 'bpmn2', executable: ' isExecutable="true"', targetPrefix: '' },
  { prefix: 'semantic', executable: '', targetPrefix: 'tns' },
  { prefix: '', executable: ' isExecutable="true"', targetPrefix: 'tns' },
  { prefix: 'bpmn', executable: '', targetPrefix: '' },
];
const REFERENCES = /\b(messageRef|signalRef|errorRef|escalationRef|operationRef|calledElement|itemSubjectRef|itemRef|structureRef|activityRef|oneBehaviorEventRef|noneBehaviorEventRef)="([\w.-]+)"/g;

/** `body`: root elements in the standard's names without a prefix; `<process …>` gets what the style says. */
export function foreign(body: string, style = 0): string {
  const { prefix, executable, targetPrefix } = STYLES[style % STYLES.length]!;
  const mark = prefix === '' ? '' : `${prefix}:`;
  const target = targetPrefix === '' ? '' : `${targetPrefix}:`;
  const text = body
    .replace(/<(\/?)([a-zA-Z]\w*)(?=[\s/>])/g, (_all, slash: string, name: string) => `<${slash}${mark}${name}`)
    .replace(/xsi:type="t/g, `xsi:type="${mark}t`)
    .replace(REFERENCES, (_all, name: string, id: string) => `${name}="${target}${id}"`)
    .replace(/(<(?:\w+:)?eventDefinitionRef>)([\w.-]+)/g, (_all, tag: string, id: string) => `${tag}${target}${id}`)
    .replace(/(<(?:\w+:)?process\b)(?![^>]*isExecutable)/g, `$1${executable}`);
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!-- made elsewhere -->
<${mark}definitions xmlns${prefix === '' ? '' : `:${prefix}`}="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:tns="http://example.org/foreign" xmlns:vendor="http://example.org/vendor" id="Definitions_1"
  targetNamespace="http://example.org/foreign" exporter="Elsewhere" exporterVersion="7.1" typeLanguage="http://www.w3.org/2001/XMLSchema">
${text}
</${mark}definitions>`;
}

/** Sequence flows `a>b>c`, `a>b if x &gt; 1`, numbered as tools do; `p` keeps the ids of several pieces apart. */
export function flows(list: string, p = 'Flow'): string {
  return list.split(/,(?=[\w ]+>\w)/).flatMap((chain, index) => {
    const [path = '', condition] = chain.split(' if ');
    const nodes = path.trim().split('>');
    return nodes.slice(1).map((target, at) => {
      const id = condition === undefined ? `${p}_${index}_${at}` : `${nodes[at]}_${target}`;
      const inner = condition === undefined ? '/>' : `><conditionExpression xsi:type="tFormalExpression"><![CDATA[${condition}]]></conditionExpression></sequenceFlow>`;
      return `<sequenceFlow id="${id}" sourceRef="${nodes[at]}" targetRef="${target}"${inner}`;
    });
  }).join('');
}
