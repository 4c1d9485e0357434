/**
 * The outline beside the canvas: a list for keyboard and screen reader. Up and down go through the list, right and
 * left follow the flow, Enter opens the properties of the step.
 */
import type { Language } from '../i18n/translate.js';
import { translator } from '../i18n/translate.js';
import { outlineOf, type OutlineLane, type OutlineNode } from './model.js';

const words = {
  vi: { label: 'Các bước theo làn', noLane: 'Ngoài làn', next: 'tiếp theo', end: 'kết thúc', help: 'Mũi tên lên, xuống: qua từng bước. Phải, trái: theo luồng. Enter: mở thuộc tính.', unnamed: 'chưa đặt tên' },
  en: { label: 'Steps by lane', noLane: 'Outside the lanes', next: 'then', end: 'end', help: 'Arrows up and down: through the steps. Right and left: along the flow. Enter: open the properties.', unnamed: 'unnamed' },
};
const spaced = (type: string): string => type.replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);

interface Options { container: HTMLElement; language: Language; onSelect: (id: string) => void; onOpen: (id: string) => void }
export interface Outline { show(processes: Parameters<typeof outlineOf>[0]): void; select(id: string | undefined): void }

export function createOutline(options: Options): Outline {
  return new OutlineList(options);
}

class OutlineList implements Outline {
  private readonly say: (typeof words)['vi'];
  private readonly translate: (text: string) => string;
  private byId = new Map<string, OutlineNode>();
  private current: string | undefined;

  constructor(private readonly options: Options) {
    this.say = words[options.language];
    this.translate = translator(options.language);
  }

  show(processes: Parameters<typeof outlineOf>[0]): void {
    const { container } = this.options;
    const lanes = outlineOf(processes, this.say.noLane);
    this.byId = new Map(lanes.flatMap((lane) => lane.nodes.map((node) => [node.id, node])));
    const held = container.contains(document.activeElement) ? this.current : undefined;
    const help = document.createElement('p');
    help.textContent = this.say.help;
    container.setAttribute('aria-label', this.say.label);
    container.replaceChildren(help, ...lanes.map((lane) => this.group(lane)));
    this.select(this.current);
    this.go(held);
  }

  select(id: string | undefined): void {
    this.current = id;
    for (const button of this.buttons()) {
      button.setAttribute('aria-current', String(button.dataset.node === id));
      button.tabIndex = button.dataset.node === id ? 0 : -1;
    }
    const first = this.buttons()[0];
    if (first && !this.buttons().some((button) => button.tabIndex === 0)) first.tabIndex = 0;
  }

  private buttons(): HTMLButtonElement[] {
    return [...this.options.container.querySelectorAll<HTMLButtonElement>('button[data-node]')];
  }
  private go(id: string | undefined): void {
    if (id !== undefined) this.buttons().find((button) => button.dataset.node === id)?.focus();
  }
  private nameOf(id: string): string {
    return this.byId.get(id)?.name || this.translate(spaced(this.byId.get(id)?.type ?? ''));
  }

  private onKey(event: KeyboardEvent, node: OutlineNode): void {
    const all = this.buttons(), at = all.findIndex((button) => button.dataset.node === node.id);
    const targets: Record<string, string | undefined> = {
      ArrowDown: all[at + 1]?.dataset.node, ArrowUp: all[at - 1]?.dataset.node, ArrowRight: node.next[0]?.id, ArrowLeft: node.previous[0]?.id,
      Home: all[0]?.dataset.node, End: all.at(-1)?.dataset.node,
    };
    if (event.key === 'Enter') { event.preventDefault(); this.options.onOpen(node.id); }
    if (!(event.key in targets)) return;
    event.preventDefault();
    this.go(targets[event.key]);
  }

  private item(node: OutlineNode): HTMLElement {
    const { say } = this;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.node = node.id;
    const then = node.next.map((next) => (next.flow ? `${next.flow} → ${this.nameOf(next.id)}` : this.nameOf(next.id))).join('; ');
    const title = document.createElement('strong'), note = document.createElement('small');
    title.textContent = node.name || `(${say.unnamed})`;
    note.textContent = `${this.translate(spaced(node.type))} · ${then ? `${say.next}: ${then}` : say.end}`;
    button.append(title, note);
    const choose = () => { this.select(node.id); this.options.onSelect(node.id); };
    button.onfocus = () => { if (this.current !== node.id) choose(); };
    button.onclick = choose;
    button.onkeydown = (event) => this.onKey(event, node);
    const li = document.createElement('li');
    li.append(button);
    return li;
  }

  private group(lane: OutlineLane): HTMLElement {
    const section = document.createElement('section'), heading = document.createElement('h3'), list = document.createElement('ul');
    heading.textContent = lane.name;
    list.append(...lane.nodes.map((node) => this.item(node)));
    section.append(heading, list);
    return section;
  }
}
