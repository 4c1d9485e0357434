/** An event log in XES (IEEE 1849), version 1 or 2, read in one pass. */
import sax from 'sax';
import { LogBuilder } from '../log/builder.js';
import { type Attribute, type AttributeType, type EventLog, type ExtraAttributes, LogError, type Micros } from '../log/types.js';
import type { ReadOptions } from './csv.js';
import { TimeReader } from './times.js';

const TYPES: ReadonlySet<string> = new Set(['string', 'date', 'int', 'float', 'boolean', 'id', 'list', 'container']);
type Owner = 'log' | 'trace' | 'event' | 'global';
interface Open { key: string; type: AttributeType; value: string; children: Attribute[] }
type Tag = sax.Tag;

/** Takes the text in pieces; `end` gives the log. Both throw `LogError` with the line. */
export class XesReader {
  private readonly parser = sax.parser(true, { position: true });
  private readonly builder: LogBuilder;
  private readonly times: TimeReader;
  private readonly owners: Owner[] = [];
  /** Attributes that are open, outermost first. */
  private readonly open: Open[] = [];
  /** Attributes of the log, the trace, the event or the global scope that is open. */
  private own: Record<Owner, Attribute[]> = { log: [], trace: [], event: [], global: [] };
  private scope = '';
  private sawLog = false;
  private traces = 0;
  private caseId = '';
  private readonly ids = new Set<string>();
  private readonly count = { repeated: 0, unnamed: 0, empty: 0 };
  private events = 0;
  private readonly head: { classifiers: ExtraAttributes['classifiers'][number][]; extensions: ExtraAttributes['extensions'][number][]; globals: ExtraAttributes['globals'][number][] } = { classifiers: [], extensions: [], globals: [] };
  private keys: readonly string[] | undefined;

  constructor(private readonly options: ReadOptions = {}) {
    this.builder = new LogBuilder(options.keepAttributes);
    this.times = new TimeReader(options.zone);
    this.parser.onerror = (error) => { throw new LogError(`not well-formed XML: ${error.message.split('\n')[0]}`, this.line); };
    this.parser.onopentag = (tag) => { this.enter(tag); };
    this.parser.onclosetag = (name) => { this.leave(localName(name)); };
  }

  push(text: string): void {
    this.parser.write(text);
  }

  end(): EventLog {
    this.parser.close();
    if (!this.sawLog) throw new LogError('no <log> element: the file is not XES');
    const note = (kind: string, cases: number, message: string): void => {
      if (cases > 0) this.builder.note({ kind, cases, message });
    };
    note('repeatedCase', this.count.repeated, 'traces with a name that another trace has were put together with it');
    note('unnamedCase', this.count.unnamed, 'traces without concept:name were named by their place in the file');
    note('emptyCase', this.count.empty, 'traces without events were left out');
    return this.builder.finish({ log: this.own.log, ...this.head });
  }

  private get line(): number {
    return this.parser.line + 1;
  }

  private enter({ name, attributes }: Tag): void {
    const element = localName(name);
    if (!this.sawLog) {
      if (element !== 'log') throw new LogError(`<${name}> where <log> was expected: the file is not XES`, this.line);
      this.sawLog = true;
      this.owners.push('log');
      return;
    }
    if (TYPES.has(element)) this.open.push({ key: attributes['key'] ?? '', type: element as AttributeType, value: attributes['value'] ?? '', children: [] });
    else if (element === 'trace') this.beginTrace();
    else if (element === 'event') this.begin('event');
    else if (element === 'global') {
      this.begin('global');
      this.scope = attributes['scope'] ?? 'event';
    } else if (element === 'classifier') this.classifier(attributes);
    else if (element === 'extension') this.head.extensions.push({ name: attributes['name'] ?? '', prefix: attributes['prefix'] ?? '', uri: attributes['uri'] ?? '' });
  }

  private leave(element: string): void {
    if (TYPES.has(element)) this.closeAttribute();
    else if (element === 'event') this.endEvent();
    else if (element === 'trace') this.endTrace();
    else if (element === 'global') this.head.globals.push({ scope: this.scope, attributes: this.own.global });
    if (element === 'event' || element === 'trace' || element === 'global') this.owners.pop();
  }

  private begin(owner: Owner): void {
    this.owners.push(owner);
    this.own[owner] = [];
  }

  private closeAttribute(): void {
    const { children, ...rest } = this.open.pop()!;
    const attribute: Attribute = children.length > 0 ? { ...rest, children } : rest;
    const parent = this.open[this.open.length - 1];
    (parent ? parent.children : this.own[this.owners[this.owners.length - 1]!]).push(attribute);
  }

  private beginTrace(): void {
    this.begin('trace');
    this.traces += 1;
    this.events = 0;
    this.caseId = '';
  }

  /** Asked for at the first event: attributes of a trace come before its events (XES schema). */
  private nameCase(): string {
    if (this.caseId !== '') return this.caseId;
    const name = valueOf(this.own.trace, 'concept:name');
    if (name === undefined) this.count.unnamed += 1;
    this.caseId = name ?? `trace ${this.traces}`;
    if (this.ids.has(this.caseId)) this.count.repeated += 1;
    this.ids.add(this.caseId);
    return this.caseId;
  }

  private endTrace(): void {
    const id = this.nameCase();
    if (this.events === 0) this.count.empty += 1;
    else this.builder.addCaseAttributes(id, this.own.trace.filter(({ key }) => key !== 'concept:name'));
  }

  private endEvent(): void {
    const { event } = this.own;
    this.events += 1;
    const extra = this.options.keepAttributes ? event.filter(({ key }) => !COLUMNS.has(key)) : undefined;
    this.builder.add({
      case: this.nameCase(), activity: this.activity(event), time: this.time(valueOf(event, 'time:timestamp')),
      resource: valueOf(event, 'org:resource'), group: valueOf(event, 'org:group'),
      transition: valueOf(event, 'lifecycle:transition')?.toLowerCase(), extra,
    });
  }

  private activity(event: readonly Attribute[]): string | undefined {
    if (this.options.classifier === undefined) return valueOf(event, 'concept:name');
    const values = this.classifierKeys(this.options.classifier).map((key) => valueOf(event, key) ?? '');
    return values.every((value) => value === '') ? undefined : values.join('+');
  }

  private classifierKeys(name: string): readonly string[] {
    this.keys ??= this.head.classifiers.find((each) => each.name === name)?.keys;
    if (!this.keys) throw new LogError(`no classifier "${name}"; there are ${this.head.classifiers.map((each) => each.name).join(', ') || 'none'}`);
    return this.keys;
  }

  private time(text: string | undefined): Micros | undefined {
    if (text === undefined) return undefined;
    try {
      return this.times.read(text.trim(), this.builder.size);
    } catch (error) {
      throw error instanceof LogError ? new LogError(`time:timestamp ${error.message}`, this.line) : error;
    }
  }

  private classifier(attributes: Tag['attributes']): void {
    const { name = '', keys = '', scope } = attributes as { name?: string; keys?: string; scope?: string };
    // A key with blanks in it stands in single quotes (XES 1.0 definition, section 2.5).
    const list = (keys.match(/'[^']*'|\S+/g) ?? []).map((key) => key.replace(/^'|'$/g, ''));
    this.head.classifiers.push({ name, keys: list, ...(scope === undefined ? {} : { scope }) });
  }
}

const COLUMNS: ReadonlySet<string> = new Set(['concept:name', 'time:timestamp', 'org:resource', 'org:group', 'lifecycle:transition']);

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An empty value is none. */
function valueOf(attributes: readonly Attribute[], key: string): string | undefined {
  for (const attribute of attributes) if (attribute.key === key) return attribute.value === '' ? undefined : attribute.value;
  return undefined;
}
