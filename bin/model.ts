/** A procedure file as commands read it: bytes by their declared encoding, then the model; what is wrong is in its diagnostics. */
import { decodeXml } from '../engine/bpmn/charset.js';
import { readBpmn } from '../engine/bpmn/read.js';
import type { Model } from '../engine/graph/types.js';
import { readBytes } from './io.js';

/** Fails with `BadInput` only when there is no such file. */
export async function readModel(file: string): Promise<Model> {
  const { xml, diagnostics } = decodeXml(readBytes(file));
  if (xml !== undefined) return readBpmn(xml, file);
  return { file, id: '', xml: '', processes: [], participants: [], messageFlows: [], diagnostics };
}
