/** A diagram or a decision model, told apart by its outermost element. */
import { readBpmn } from '../bpmn/read.js';
import { isDmn, readDmn } from '../decision/read.js';
import type { Model } from '../graph/types.js';

/** `file` is a name for messages. Never rejects: what is wrong is in the model's diagnostics. */
export function readModel(xml: string, file?: string): Promise<Model> {
  return isDmn(xml) ? readDmn(xml, file) : readBpmn(xml, file);
}
