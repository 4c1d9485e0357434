/** Drawings compared and merged as files. */
import { BpmnModdle } from 'bpmn-moddle';
import { mergeParts, type Merged, type Resolutions } from '../../merge/three-way.js';
import { samePart, type Parts } from '../../merge/parts.js';
import dossierflow from '../df-moddle.json' with { type: 'json' };
import { compose } from './compose.js';
import { drawnIn, type Drawn } from './drawn.js';
import { flatten } from './flatten.js';
import { place } from './place.js';

export interface ReadParts { parts: Parts; drawn?: Drawn }

/** Rejects with an `Error` when the text is not BPMN. */
export async function readParts(xml: string): Promise<ReadParts> {
  const { rootElement, warnings } = await new BpmnModdle({ df: dossierflow }).fromXML(xml);
  const drawn = drawnIn(rootElement);
  return { parts: flatten(rootElement, warnings), ...(drawn && { drawn }) };
}

export interface MergedDrawing extends Merged { xml: string }

/** A side that changed nothing gives the other side's file as it is. Rejects with an `Error` when a text is not BPMN. */
export async function mergeDrawings(base: string, ours: string, theirs: string, resolutions: Resolutions = {}): Promise<MergedDrawing> {
  const [was, own, other] = await Promise.all([base, ours, theirs].map(readParts)) as [ReadParts, ReadParts, ReadParts];
  const merged = mergeParts(was.parts, own.parts, other.parts, resolutions);
  if (same(merged.parts, own.parts)) return { ...merged, xml: ours };
  if (same(was.parts, own.parts)) return { ...merged, xml: theirs };
  return { ...merged, xml: await compose(merged.parts, place(merged.parts, own.drawn, other.drawn)) };
}
function same(a: Parts, b: Parts): boolean {
  return a.size === b.size && [...a].every(([key, part]) => samePart(part, b.get(key)));
}
