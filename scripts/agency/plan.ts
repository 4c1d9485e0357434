/** Troubles to plant, one in each of some procedures, and what has to find them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBpmn } from '../../engine/bpmn/read.js';
import type { Model } from '../../engine/graph/types.js';
import type { Trouble } from '../../engine/simulation/agency/types.js';

export interface Planted {
  procedure: string;
  trouble: Trouble;
  /** The check that has to find it, and what it has to name. */
  check: string;
  names: (found: { elements: readonly string[]; evidence: Readonly<Record<string, unknown>> }) => boolean;
  /** What else is true of an agency with this trouble. */
  follows: readonly string[];
}
const marks = (element: string) => ({ elements }: { elements: readonly string[] }): boolean => elements.includes(element);

export const PLANTED: readonly Planted[] = [
  { procedure: 'P01', trouble: { kind: 'batching', step: 'kyGiay' }, check: 'L16', names: marks('kyGiay'), follows: ['L1', 'L3', 'L6', 'L7', 'L8', 'T15'] },
  { procedure: 'P07', trouble: { kind: 'pingPong', step: 'thamDinh', unit: 'boPhanTaiChinhKeToan', share: 0.35 }, check: 'L5', names: marks('thamDinh'), follows: ['L4', 'L12', 'L14'] },
  { procedure: 'P03', trouble: { kind: 'lateSupplement', step: 'kyGiay', share: 0.25 }, check: 'L10', names: () => true, follows: ['L1', 'L3', 'L9', 'L8', 'L14'] },
  { procedure: 'P11', trouble: { kind: 'slowUnit', unit: 'tuPhapHoTich' }, check: 'L8', names: ({ evidence }) => JSON.stringify(evidence['byUnits']).startsWith('[{"unit":"tuPhapHoTich"'), follows: ['L1', 'L3', 'L6', 'L7', 'L19'] },
  { procedure: 'P06', trouble: { kind: 'neverRefuses', step: 'duyetDuThao' }, check: 'T11', names: marks('duyetDuThao'), follows: ['T2'] },
  { procedure: 'P08', trouble: { kind: 'version', factor: 0.6 }, check: 'L21', names: ({ evidence }) => evidence['verdict'] === 'helped', follows: ['T2'] },
  { procedure: 'P04', trouble: { kind: 'version', factor: 1 }, check: 'L21', names: ({ evidence }) => evidence['verdict'] === 'same', follows: [] },
];

/** Drawings in which nothing of what the checks look for is drawn: no opinions side by side, no returns that are meant to be. */
export const CLEAN: readonly string[] = ['P01', 'P03', 'P04', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P14', 'P17', 'P18', 'P19', 'P20'];

/** `folder`: where the drawings are. */
export function procedure(folder: string, code: string): Promise<Model> {
  const file = readdirSync(folder).find((each) => each.startsWith(`${code}-`) && each.endsWith('.bpmn') && !each.includes('published'))!;
  return readBpmn(readFileSync(join(folder, file), 'utf8'), file);
}
/** Monday 06/01/2025 07:30 in Viet Nam. */
export const START = Date.UTC(2025, 0, 6, 0, 30);
