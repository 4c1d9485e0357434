/** The part of a Lezer syntax node that we read; keeps the parser package's types out of the converter. */
export interface SyntaxNode {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly type: { readonly isError: boolean; readonly isSkipped: boolean };
  readonly firstChild: SyntaxNode | null;
  readonly nextSibling: SyntaxNode | null;
}

/** Children without comments. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (!child.type.isSkipped) found.push(child);
  }
  return found;
}

/** First node at which the text stopped being FEEL, in document order; undefined when the text is well formed. */
export function firstError(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type.isError) return node;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    const found = firstError(child);
    if (found) return found;
  }
  return undefined;
}

export function nestingOf(node: SyntaxNode): number {
  let deepest = 0;
  for (let child = node.firstChild; child; child = child.nextSibling) deepest = Math.max(deepest, nestingOf(child));
  return deepest + 1;
}
