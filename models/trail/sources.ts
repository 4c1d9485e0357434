/** What is sealed, and how a sealed document is found again. */
import type { SealedItem, Source } from '../schemas/trail.js';
import type { Store } from '../store.js';
import { hashOf } from './hash.js';

interface Kind { collection: string; /** When it was written. */ time: string; /** Filled in later by the program itself. */ open?: readonly string[] }
export const KINDS: Readonly<Record<Source, Kind>> = {
  log: { collection: 'eventLog', time: 'at' }, trail: { collection: 'trail', time: 'at' }, organisationChanges: { collection: 'organisationChanges', time: 'at' },
  ruleChanges: { collection: 'ruleChanges', time: 'at' }, calendarVersions: { collection: 'calendarVersions', time: 'savedAt', open: ['appliedAt', 'moved'] },
  calendarAssignments: { collection: 'calendarAssignments', time: 'at' }, procedureVersions: { collection: 'procedureVersions', time: 'publishedAt' }, improvementSteps: { collection: 'improvementSteps', time: 'at' }, qualityLinks: { collection: 'qualityLinks', time: 'at' }, declarations: { collection: 'conformityDeclarations', time: 'at' }, revisionSteps: { collection: 'revisionSteps', time: 'at' }, signedDocuments: { collection: 'signedDocuments', time: 'at' },
  documentSteps: { collection: 'documentSteps', time: 'at' }, documentReads: { collection: 'documentReads', time: 'at' }, erasures: { collection: 'erasures', time: 'at', open: ['doneAt'] },
};

export interface Kept { _id: string | number }

export function sealedItem(source: Source, doc: Kept): SealedItem {
  const sealed = Object.fromEntries(Object.entries(doc).filter(([name]) => !KINDS[source].open?.includes(name)));
  return { source, id: String(doc._id), hash: hashOf(sealed) };
}
export const collectionOf = (store: Store, source: Source) => store.connection.collection<Kept>(KINDS[source].collection);
