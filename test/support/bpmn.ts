/** Small BPMN files for tests: node elements as XML, flows as `a>b`, `a>b if x > 3`. */

export interface Drawing {
  /** Elements of the process, without sequence flows. */
  nodes: string;
  /** `source>target`, optionally ` if CONDITION`; chains `a>b>c` are allowed without a condition. The flow's id is `source_target`. */
  flows?: readonly string[];
  /** Root elements: messages, signals, errors, item definitions, global tasks, collaborations, further processes. */
  roots?: string;
  id?: string;
}

export function bpmn({ nodes, flows = [], roots = '', id = 'P' }: Drawing): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:df="https://dossierflow.org/schema/bpmn/1.0" id="D_${id}" targetNamespace="urn:test">
${roots}
<process id="${id}" isExecutable="true">
${nodes}
${sequenceFlows(flows)}
</process>
</definitions>`;
}

/** Flows for use inside a sub-process. */
export function sequenceFlows(flows: readonly string[]): string {
  return flows.flatMap((text) => {
    const [path = '', condition] = text.split(' if ');
    const nodes = path.split('>');
    return nodes.slice(1).map((target, index) => flow(nodes[index] ?? '', target, condition));
  }).join('\n');
}
function flow(source: string, target: string, condition?: string): string {
  const inner = condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">${escapeXml(condition)}</conditionExpression>`;
  return `<sequenceFlow id="${source}_${target}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
}
function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export const start = (id = 's', inner = ''): string => `<startEvent id="${id}">${inner}</startEvent>`;
export const end = (id = 'e', inner = ''): string => `<endEvent id="${id}">${inner}</endEvent>`;
export const user = (id: string, inner = '', attributes = ''): string => `<userTask id="${id}" ${attributes}>${inner}</userTask>`;
export const task = (id: string, inner = '', attributes = ''): string => `<task id="${id}" ${attributes}>${inner}</task>`;
export const script = (id: string, feel: string, inner = '', attributes = ''): string =>
  `<scriptTask id="${id}" scriptFormat="feel" ${attributes}>${inner}<script>${escapeXml(feel)}</script></scriptTask>`;
export const xor = (id: string, attributes = ''): string => `<exclusiveGateway id="${id}" ${attributes}/>`;
export const and = (id: string): string => `<parallelGateway id="${id}"/>`;
export const or = (id: string, attributes = ''): string => `<inclusiveGateway id="${id}" ${attributes}/>`;
export const boundary = (id: string, attachedTo: string, definition: string, cancel = true): string =>
  `<boundaryEvent id="${id}" attachedToRef="${attachedTo}" cancelActivity="${cancel}">${definition}</boundaryEvent>`;
export const timer = (duration: string): string => `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${duration}</timeDuration></timerEventDefinition>`;
export const message = (ref: string): string => `<messageEventDefinition messageRef="${ref}"/>`;
export const signal = (ref: string): string => `<signalEventDefinition signalRef="${ref}"/>`;
