/** The procedures of the library, read by bpmn-moddle alone: independent of the project's own reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle';
import descriptor from '../../engine/bpmn/df-moddle.json' with { type: 'json' };

export type Element = ModdleElement & { id: string; name?: string };
export const folder = join(process.cwd(), 'procedures');
export const branches = join(process.cwd(), 'test', 'procedures', 'branches');
export const files = readdirSync(folder).filter((name) => name.endsWith('.bpmn')).sort();
export const nameOf = (file: string): string => file.replace(/\.bpmn$/, '');

export interface File {
  warnings: string[];
  definitions: Element;
  process: Element;
  /** Everything with an id, by id. */
  byId: Readonly<Record<string, Element>>;
}

export async function readFile(file: string): Promise<File> {
  const { rootElement, elementsById, warnings } = await new BpmnModdle({ df: descriptor }).fromXML(readFileSync(join(folder, file), 'utf8'));
  const definitions = rootElement as Element;
  const process = list(definitions, 'rootElements').find((root) => root.$type === 'bpmn:Process')!;
  return { warnings: warnings.map((warning) => warning.message), definitions, process, byId: elementsById as Record<string, Element> };
}

export const list = (element: Element, property: string): Element[] => (element[property] as Element[] | undefined) ?? [];
export const one = (element: Element, property: string): Element | undefined => element[property] as Element | undefined;

/** The `df:` fact of a kind, such as `Step`. */
export function fact(element: Element, kind: string): Element | undefined {
  const extension = one(element, 'extensionElements');
  return extension && list(extension, 'values').find((value) => value.$type === `df:${kind}`);
}

/** Flow elements of the process and of its sub-processes. */
export function flowElements(scope: Element): Element[] {
  return list(scope, 'flowElements').flatMap((element) => [element, ...flowElements(element)]);
}

export const isA = (element: Element, type: string): boolean => element.$instanceOf?.(`bpmn:${type}`) === true;
