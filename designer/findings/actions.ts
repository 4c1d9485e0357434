/** What can be done about a finding on the canvas: play its run, make a remedy, accept it. */
import type { Frame } from '../../engine/analysis/witness.js';
import type { TellingFinding } from '../../engine/check.js';
import type { Edit } from '../../engine/remedies/edits.js';
import { APPLY, dataShape, missingFor } from '../remedies/apply.js';
import type { Services } from '../remedies/space.js';
import { acceptFinding, type Acceptance } from './accept.js';
import { createPlayer } from './player.js';

export interface FindingActions {
  showFrame(frame: Frame | undefined): void;
  /** Makes the changes as one step that can be taken back; throws, naming it, when they need an element that is not drawn. */
  applyEdits(edits: readonly Edit[]): void;
  /** Without `acceptance` it is withdrawn. */
  accept(finding: TellingFinding, acceptance: Acceptance | undefined): void;
  nameOf(element: string): string;
  flowEnds(flow: string): { source: string; target: string } | undefined;
}
interface Element { source?: { id: string }; target?: { id: string }; businessObject?: { name?: string } }
interface Registry { get(id: string): Element | undefined }
interface Stack { execute(command: string, context: object): void }

export function findingActions(modeler: Services): FindingActions {
  const registry = modeler.get<Registry>('elementRegistry');
  return {
    showFrame: createPlayer(modeler),
    applyEdits: (edits) => {
      const missing = missingFor(modeler, edits);
      if (missing !== undefined) throw new Error(missing);
      modeler.get<Stack>('commandStack').execute(APPLY, { edits });
    },
    accept: (finding, acceptance) => acceptFinding(modeler, finding, acceptance),
    nameOf: (id) => (registry.get(id)?.businessObject?.name ?? (dataShape(modeler.get('elementRegistry'), id)?.businessObject.name as string | undefined)) ?? id,
    flowEnds: (id) => {
      const { source, target } = registry.get(id) ?? {};
      return source && target ? { source: source.id, target: target.id } : undefined;
    },
  };
}
