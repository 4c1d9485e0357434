/**
 * A strict walk over the tags of an XML text: where each element stands, which ids and prefixes it declares,
 * and whether the text is well-formed. It does not build a tree and expands nothing.
 */
import { limits } from './limits.js';

export interface Attribute {
  name: string;
  /** As written: entities are not expanded. */
  value: string;
  /** Where the value begins in the text. */
  at: number;
}
export interface Tag {
  /** Name as written, prefix included. */
  name: string;
  /** Namespace of the element, empty when it has none. */
  uri: string;
  line: number;
  /** The outermost element has depth 1. */
  depth: number;
  attributes: readonly Attribute[];
}
/** Attributes of one element; far more than any vocabulary has. */
const MOST_ATTRIBUTES = 200;

export interface ScanProblem { code: string; line: number; message: string }
export interface Scan {
  tags: readonly Tag[];
  problems: readonly ScanProblem[];
  /** Every prefix declared anywhere; the default namespace is under the empty prefix. */
  prefixes: ReadonlyMap<string, string>;
}

interface Open { name: string; line: number; scope: ReadonlyMap<string, string> }

const attributePattern = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/** First entity that is neither one of XML's own five nor a character number; also a bare "&". */
function foreignEntity(text: string): string | undefined {
  if (!text.includes('&')) return undefined;
  return /&(?!(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)[^\s;&]*;?/.exec(text)?.[0];
}

/** The scan ends at the first thing that is not well-formed, which is then the last problem. */
export function scanXml(xml: string): Scan {
  return new Scanner(xml).run();
}

class Scanner {
  private at = 0;
  private line = 1;
  private lineAt = 0;
  private readonly open: Open[] = [];
  private readonly tags: Tag[] = [];
  private readonly problems: ScanProblem[] = [];
  private readonly prefixes = new Map<string, string>();
  private roots = 0;

  constructor(private readonly xml: string) {}

  run(): Scan {
    while (this.at < this.xml.length && this.next());
    const unclosed = this.open[this.open.length - 1];
    if (!this.problems.length && unclosed) this.fail(`<${unclosed.name}> of line ${unclosed.line} is not closed`);
    if (!this.problems.length && this.roots === 0) this.fail('the file holds no element');
    return { tags: this.tags, problems: this.problems, prefixes: this.prefixes };
  }

  /** Reads up to and including the next markup; false when nothing more can be read. */
  private next(): boolean {
    const start = this.xml.indexOf('<', this.at);
    const textEnd = start < 0 ? this.xml.length : start;
    if (!this.open.length && this.xml.slice(this.at, textEnd).replace(/^\uFEFF/, '').trim() !== '') {
      this.advance(this.at + this.xml.slice(this.at, textEnd).search(/\S/));
      return this.fail('text outside of the outermost element');
    }
    const entity = foreignEntity(this.xml.slice(this.at, textEnd));
    this.advance(textEnd);
    if (entity) return this.fail(`entity ${entity} is not accepted`, 'XML-ENTITY');
    if (start < 0) return false;
    if (this.xml.startsWith('<!--', start)) return this.skipTo('-->', 'comment');
    if (this.xml.startsWith('<![CDATA[', start)) return this.skipTo(']]>', 'CDATA section');
    if (this.xml.startsWith('<?', start)) return this.skipTo('?>', 'processing instruction');
    if (this.xml.startsWith('<!', start)) return this.fail('a DOCTYPE or entity declaration is not accepted', 'XML-DOCTYPE');
    return this.xml[start + 1] === '/' ? this.close(start) : this.element(start);
  }

  private element(start: number): boolean {
    const nameMatch = /[^\s/>="'<]+/y;
    nameMatch.lastIndex = start + 1;
    const name = nameMatch.exec(this.xml)?.[0];
    if (!name) return this.fail('"<" is not followed by a name');
    const line = this.line;
    const attributes: Attribute[] = [];
    let at = start + 1 + name.length;
    for (;;) {
      const space = /\s*/y;
      space.lastIndex = at;
      at += space.exec(this.xml)![0].length;
      if (this.xml[at] === '>' || this.xml.startsWith('/>', at)) break;
      attributePattern.lastIndex = at;
      const found = attributePattern.exec(this.xml);
      if (!found) return this.fail(`<${name}> has an attribute that cannot be read`);
      const value = found[2] ?? found[3] ?? '';
      if (value.includes('<')) return this.fail(`attribute "${found[1]}" of <${name}> holds "<"`);
      const entity = foreignEntity(value);
      if (entity) return this.fail(`entity ${entity} in attribute "${found[1]}" is not accepted`, 'XML-ENTITY');
      if (attributes.length >= MOST_ATTRIBUTES) return this.fail(`<${name}> has more than ${MOST_ATTRIBUTES} attributes`);
      if (attributes.some((each) => each.name === found[1])) return this.fail(`<${name}> has attribute "${found[1]}" twice`);
      attributes.push({ name: found[1]!, value, at: at + found[0].length - value.length - 1 });
      at += found[0].length;
    }
    const closed = this.xml[at] === '/';
    if (!this.enter(name, line, attributes, closed)) return false;
    this.advance(at + (closed ? 2 : 1));
    return true;
  }

  private enter(name: string, line: number, attributes: Attribute[], closed: boolean): boolean {
    if (!this.open.length && ++this.roots > 1) return this.fail(`<${name}> stands beside the outermost element`);
    if (this.open.length >= limits.nesting) return this.fail(`<${name}> is nested deeper than ${limits.nesting} elements`, 'LIMIT-DEPTH');
    if (this.tags.length >= limits.tags) return this.fail(`the file has more than ${limits.tags} XML elements`, 'LIMIT-ELEMENTS');
    const outer = this.open[this.open.length - 1]?.scope ?? new Map<string, string>([['xml', 'http://www.w3.org/XML/1998/namespace']]);
    const declared = attributes.filter((each) => each.name === 'xmlns' || each.name.startsWith('xmlns:'));
    let scope = outer;
    if (declared.length) {
      const own = new Map(outer);
      for (const each of declared) {
        const prefix = each.name.slice(6);
        own.set(prefix, each.value);
        if (!this.prefixes.has(prefix)) this.prefixes.set(prefix, each.value);
      }
      scope = own;
    }
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
    if (prefix && !scope.has(prefix)) return this.fail(`prefix "${prefix}" of <${name}> is not declared`);
    this.tags.push({ name, uri: scope.get(prefix) ?? '', line, depth: this.open.length + 1, attributes });
    if (!closed) this.open.push({ name, line, scope });
    return true;
  }

  private close(start: number): boolean {
    const end = this.xml.indexOf('>', start);
    const name = this.xml.slice(start + 2, end < 0 ? start + 40 : end).trim();
    const opened = this.open[this.open.length - 1];
    if (end < 0 || !opened) return this.fail(`</${name}> closes nothing`);
    if (opened.name !== name) return this.fail(`</${name}> does not close <${opened.name}> of line ${opened.line}`);
    this.open.pop();
    this.advance(end + 1);
    return true;
  }

  private skipTo(end: string, what: string): boolean {
    const found = this.xml.indexOf(end, this.at);
    if (found < 0) return this.fail(`a ${what} is not closed`);
    this.advance(found + end.length);
    return true;
  }

  private advance(to: number): void {
    for (let i = this.lineAt; i < to; i++) if (this.xml.charCodeAt(i) === 10) this.line++;
    this.lineAt = this.at = to;
  }

  private fail(message: string, code = 'XML-FORM'): false {
    this.problems.push({ code, line: this.line, message });
    return false;
  }
}
