/** A procedure file as commands read it: bytes by their declared encoding, then the model; what is wrong is in its diagnostics. */
import { decodeXml } from '../engine/bpmn/charset.js';
import { readBpmn } from '../engine/bpmn/read.js';
import type { Model } from '../engine/graph/types.js';
import { readModel as readEither } from '../engine/session/read-model.js';
import { readBytes } from './io.js';

type Read = (xml: string, file: string) => Promise<Model>;

/** Fails with `BadInput` only when there is no such file. */
export function readModel(file: string): Promise<Model> { return readBy(readBpmn, file); }
/** The same for commands that also take a decision model. */
export function readModelOrDecisions(file: string): Promise<Model> { return readBy(readEither, file); }

async function readBy(read: Read, file: string): Promise<Model> {
  const { xml, diagnostics } = decodeXml(readBytes(file));
  if (xml !== undefined) return read(xml, file);
  return { file, id: '', xml: '', processes: [], participants: [], messageFlows: [], diagnostics };
}
