/** The text of a document, to be read. Its headings stand below those of the page. */
import { createElement, Fragment, type ReactNode } from 'react';
import type { RichNode } from '../../../server/contract.js';
import './documents.css';

const TAGS: Readonly<Record<string, string>> = { paragraph: 'p', bulletList: 'ul', orderedList: 'ol', listItem: 'li', tableRow: 'tr', tableHeader: 'th', tableCell: 'td' };
const MARKS: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em' };

export function RichShown({ text }: { text: RichNode }) {
  return <div className="df-document">{inside(text)}</div>;
}

const inside = ({ content = [] }: RichNode): ReactNode[] => content.map((node, n) => <Fragment key={n}>{shown(node)}</Fragment>);
function shown(node: RichNode): ReactNode {
  switch (node.type) {
    case 'text': return (node.marks ?? []).reduce<ReactNode>((inner, { type }) => (MARKS[type] ? createElement(MARKS[type], null, inner) : inner), node.text);
    case 'hardBreak': return <br />;
    case 'heading': return createElement(`h${Math.min(6, Number(node.attrs?.level ?? 1) + 2)}`, null, ...inside(node));
    case 'orderedList': return <ol start={Number(node.attrs?.start ?? 1)}>{inside(node)}</ol>;
    case 'table': return <div className="df-table-wrap"><table className="df-table"><tbody>{inside(node)}</tbody></table></div>;
    case 'tableHeader': case 'tableCell': return createElement(TAGS[node.type]!, { colSpan: node.attrs?.colspan ?? 1, rowSpan: node.attrs?.rowspan ?? 1, ...(node.type === 'tableHeader' ? { scope: 'col' } : {}) }, ...inside(node));
    default: return TAGS[node.type] ? createElement(TAGS[node.type]!, null, ...inside(node)) : null;
  }
}
