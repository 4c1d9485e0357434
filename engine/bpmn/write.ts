/** Model → BPMN XML. */
import type { Model } from '../graph/types.js';
import { readSource } from './source.js';

/**
 * The file of a model, as text; `encodeXml` gives its bytes in the encoding it declares.
 *
 * A model is read from its text and never changed apart from it, so the text is what is written: vendors' attributes,
 * unknown elements, diagrams, comments and stated defaults stay, which writing the parsed tree again would lose.
 * Rejects with an Error when the text is not BPMN, so that nothing unreadable is handed on.
 */
export async function exportXml(model: Model): Promise<string> {
  const { definitions, diagnostics } = await readSource(model.xml);
  if (!definitions) throw new Error(`The model cannot be written: ${diagnostics.map((each) => each.message).join(' ')}`);
  return model.xml.replace(/^\uFEFF/, '');
}
