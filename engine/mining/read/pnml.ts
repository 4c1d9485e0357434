/** A Petri net from PNML (ISO/IEC 15909-2), with the final marking and the silent transitions that process tools write. */
import sax from 'sax';
import type { Arcs, PetriNet } from '../conform/net.js';
import { LogError } from '../log/types.js';

interface Arc { source: string; target: string; tokens: number; line: number }
interface Open { element: string; id: string }
type Labels = Map<string, string>;

/** Throws `LogError` with the line. */
export function readPnml(text: string): PetriNet {
  const reader = new PnmlReader();
  const parser = sax.parser(true, { position: true });
  const line = (): number => parser.line + 1;
  parser.onerror = (error) => { throw new LogError(`not well-formed XML: ${error.message.split('\n')[0]}`, line()); };
  parser.onopentag = ({ name, attributes }) => { reader.enter(local(name), attributes, line()); };
  parser.onclosetag = (name) => { reader.leave(local(name)); };
  parser.ontext = (value) => { reader.text(value); };
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return reader.net();
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

class PnmlReader {
  private readonly open: Open[] = [];
  private readonly places: string[] = [];
  private readonly transitions: string[] = [];
  private readonly arcs: Arc[] = [];
  private readonly names: Labels = new Map();
  private readonly silent = new Set<string>();
  private readonly initial = new Map<string, number>();
  private readonly finals: Map<string, number>[] = [];
  private content = '';
  private sawPnml = false;

  enter(element: string, attributes: Record<string, string>, line: number): void {
    if (!this.sawPnml && element !== 'pnml') throw new LogError(`<${element}> where <pnml> was expected`, line);
    this.sawPnml = true;
    const id = attributes['id'] ?? '';
    if (element === 'place') {
      // Inside a final marking it refers to a place.
      if (attributes['idref'] === undefined) this.places.push(id);
    } else if (element === 'transition') this.transitions.push(id);
    else if (element === 'arc') this.arcs.push({ source: attributes['source'] ?? '', target: attributes['target'] ?? '', tokens: 1, line });
    else if (element === 'toolspecific' && attributes['activity'] === '$invisible$') this.silent.add(this.owner('transition') ?? '');
    else if (element === 'marking' && this.owner('finalmarkings') !== undefined) this.finals.push(new Map());
    else if (element === 'type' && ['inhibitor', 'reset', 'read', 'test'].includes(attributes['value'] ?? '')) throw new LogError(`${attributes['value']} arcs are not read`, line);
    this.open.push({ element, id: attributes['idref'] ?? id });
    this.content = '';
  }

  text(value: string): void {
    this.content += value;
  }

  leave(element: string): void {
    this.open.pop();
    if (element !== 'text') return;
    const value = this.content.trim();
    const parent = this.open[this.open.length - 1];
    if (parent?.element === 'name') this.name(value);
    else if (parent?.element === 'initialMarking') this.initial.set(this.owner('place')!, Number(value));
    else if (parent?.element === 'inscription') this.arcs[this.arcs.length - 1]!.tokens = Number(value);
    else if (parent?.element === 'place') this.finals[this.finals.length - 1]?.set(parent.id, Number(value));
  }

  private name(value: string): void {
    const owner = this.open[this.open.length - 2];
    if (owner?.element === 'transition' && value !== '') this.names.set(owner.id, value);
  }

  private owner(element: string): string | undefined {
    return this.open.find((each) => each.element === element)?.id;
  }

  net(): PetriNet {
    if (this.transitions.length === 0) throw new LogError('the net has no transitions');
    const place = new Map(this.places.map((id, at) => [id, at]));
    const ends = (at: 'source' | 'target', transition: string): Arcs => this.arcs.filter((arc) => arc[at === 'source' ? 'target' : 'source'] === transition)
      .map((arc) => [this.placeOf(place, arc[at], arc), arc.tokens] as const);
    const transitions = this.transitions.map((id) => ({
      id, ...(!this.silent.has(id) && { label: this.names.get(id) ?? id }), take: ends('source', id), give: ends('target', id),
    }));
    const loose = (at: 'source' | 'target'): Map<string, number> => new Map(this.places.filter((id) => !this.arcs.some((arc) => arc[at] === id)).map((id) => [id, 1]));
    const some = (marking: Map<string, number> | undefined): Map<string, number> | undefined => (marking && [...marking.values()].some((n) => n > 0) ? marking : undefined);
    const arcs = (marking: Map<string, number>): Arcs => [...marking].filter(([, tokens]) => tokens > 0).map(([id, tokens]) => [this.placeOf(place, id), tokens] as const);
    return { places: this.places, transitions, initial: arcs(some(this.initial) ?? loose('target')), final: arcs(some(this.finals[0]) ?? loose('source')) };
  }

  private placeOf(places: ReadonlyMap<string, number>, id: string, arc?: Arc): number {
    const place = places.get(id);
    if (place === undefined) throw new LogError(`"${id}" is not a place`, arc?.line);
    return place;
  }
}
