/** What a decision table says its inputs may be; the model that runs does not need it. */
import { parseDmn } from '../../decision/read.js';
import type { Json } from '../../expression/evaluate.js';
import { parseUnaryTests } from '../../expression/parse.js';
import type { Id } from '../../graph/types.js';
import { listedValues } from './domain.js';

interface Tree { [key: string]: unknown }

/** By decision, for each input of its table: the values listed, or true and false. */
export async function allowedValues(xml: string): Promise<Map<Id, (Json[] | undefined)[]>> {
  const { rootElement } = await parseDmn(xml);
  const found = new Map<Id, (Json[] | undefined)[]>();
  for (const element of (rootElement as unknown as { drgElement?: Tree[] }).drgElement ?? []) {
    const inputs = (element['decisionLogic'] as { input?: Tree[] } | undefined)?.input;
    if (typeof element['id'] === 'string' && inputs) found.set(element['id'], inputs.map(valuesOf));
  }
  return found;
}
function valuesOf(input: Tree): Json[] | undefined {
  const text = (input['inputValues'] as { text?: string } | undefined)?.text?.trim();
  const type = (input['inputExpression'] as { typeRef?: string } | undefined)?.typeRef;
  const parsed = text ? parseUnaryTests(text) : undefined;
  const listed = parsed?.ast ? listedValues(parsed.ast) : undefined;
  return listed && listed.length > 0 ? listed : type === 'boolean' ? [true, false] : undefined;
}
