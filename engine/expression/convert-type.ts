import type { AstType } from './ast.js';
import { children, type SyntaxNode } from './tree.js';

interface Named { name(node: SyntaxNode): string }

/** `Type` node to a type (DMN 1.5, 10.3.1.2). */
export function convertType(node: SyntaxNode, source: Named): AstType {
  const inner = children(node)[0]!;
  const nested = (parent: SyntaxNode): AstType[] =>
    children(parent).filter((child) => child.name === 'Type').map((child) => convertType(child, source));
  switch (inner.name) {
    case 'ListType': return { name: 'list', of: nested(inner)[0]! };
    case 'RangeType': return { name: 'range', of: nested(inner)[0]! };
    case 'ContextType': return { name: 'context', entries: entriesOf(inner, source) };
    case 'FunctionType': return {
      name: 'function', result: nested(inner)[0]!,
      parameters: descendants(inner, 'ArgumentType').flatMap((argument) => nested(argument)),
    };
    default: return { name: source.name(inner) };
  }
}

function entriesOf(node: SyntaxNode, source: Named): { name: string; type: AstType }[] {
  return descendants(node, 'ContextEntryType').map((entry) => {
    const [name, type] = children(entry);
    return { name: source.name(name!), type: convertType(type!, source) };
  });
}

/** Entries one list node below, so that entries of nested types are not taken. */
function descendants(node: SyntaxNode, name: string): SyntaxNode[] {
  return children(node).flatMap((child) => children(child)).filter((child) => child.name === name);
}
