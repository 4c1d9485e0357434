import type { Finding, TellingFinding } from '../../engine/check.js';
import { check } from '../../engine/check.js';
import type { Model } from '../../engine/graph/types.js';
import { parseExpression } from '../../engine/expression/parse.js';
import type { Expression } from '../../engine/expression/ast.js';
import type { GraphBuilder } from '../support/build.js';

/** Findings of one check on one drawing. */
export async function findings(drawing: GraphBuilder | Model, id: string): Promise<TellingFinding[]> {
  return (await answers(drawing, id)).filter((each): each is TellingFinding => each.canTell);
}
export async function answers(drawing: GraphBuilder | Model, id: string): Promise<Finding[]> {
  return check(['xml' in drawing ? drawing : drawing.model()], { checks: [id] });
}
export async function missing(drawing: GraphBuilder, id: string): Promise<readonly string[] | undefined> {
  const unknown = (await answers(drawing, id)).find((each) => !each.canTell);
  return unknown && !unknown.canTell ? unknown.missing : undefined;
}
export function feel(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ast) throw new Error(`${text}: ${JSON.stringify(parsed.errors)}`);
  return { text, ast: parsed.ast };
}
