/** The elements of a file as they were written, read once for all rules about its text. */
import type { FileSubject } from '../analysis/subject.js';
import { sourceKept } from '../bpmn/read.js';
import { readSource, type Source } from '../bpmn/source.js';

const known = new WeakMap<FileSubject, Promise<Source>>();

/** Undefined for a decision model, and for a model that was never a file. */
export async function sourceOf(file: FileSubject): Promise<Source | undefined> {
  const { xml, decisions } = file.model;
  if (xml === '' || decisions !== undefined) return undefined;
  const kept = sourceKept(file.model);
  if (kept) return kept;
  const read = known.get(file) ?? readSource(xml);
  known.set(file, read);
  return read;
}
