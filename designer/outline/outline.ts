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

export function createOutline({ container, language, onSelect, onOpen }: Options): Outline {
  const say = words[language], translate = translator(language);
  let byId = new Map<string, OutlineNode>();
  let current: string | undefined;
  const buttons = () => [...container.querySelectorAll<HTMLButtonElement>('button[data-node]')];
  const buttonOf = (id: string | undefined) => buttons().find((button) => button.dataset.node === id);
  const go = (id: string | undefined) => { if (id !== undefined) buttonOf(id)?.focus(); };

  const select = (id: string | undefined) => {
    current = id;
    for (const button of buttons()) {
      button.setAttribute('aria-current', String(button.dataset.node === id));
      button.tabIndex = button.dataset.node === id ? 0 : -1;
    }
    const first = buttons()[0];
    if (first && !buttons().some((button) => button.tabIndex === 0)) first.tabIndex = 0;
  };
  const onKey = (event: KeyboardEvent, node: OutlineNode) => {
    const all = buttons(), at = all.findIndex((button) => button.dataset.node === node.id);
    const targets: Record<string, string | undefined> = {
      ArrowDown: all[at + 1]?.dataset.node, ArrowUp: all[at - 1]?.dataset.node, ArrowRight: node.next[0]?.id, ArrowLeft: node.previous[0]?.id,
      Home: all[0]?.dataset.node, End: all.at(-1)?.dataset.node,
    };
    if (event.key === 'Enter') { event.preventDefault(); onOpen(node.id); }
    if (!(event.key in targets)) return;
    event.preventDefault();
    go(targets[event.key]);
  };
  const nameOf = (id: string) => byId.get(id)?.name || translate(spaced(byId.get(id)?.type ?? ''));
  const item = (node: OutlineNode): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.node = node.id;
    const then = node.next.map((next) => (next.flow ? `${next.flow} → ${nameOf(next.id)}` : nameOf(next.id))).join('; ');
    const title = document.createElement('strong'), note = document.createElement('small');
    title.textContent = node.name || `(${say.unnamed})`;
    note.textContent = `${translate(spaced(node.type))} · ${then ? `${say.next}: ${then}` : say.end}`;
    button.append(title, note);
    button.onfocus = () => { if (current !== node.id) { select(node.id); onSelect(node.id); } };
    button.onclick = () => { select(node.id); onSelect(node.id); };
    button.onkeydown = (event) => onKey(event, node);
    const li = document.createElement('li');
    li.append(button);
    return li;
  };
  const group = (lane: OutlineLane): HTMLElement => {
    const section = document.createElement('section'), heading = document.createElement('h3'), list = document.createElement('ul');
    heading.textContent = lane.name;
    list.append(...lane.nodes.map(item));
    section.append(heading, list);
    return section;
  };
  return {
    show(processes) {
      const lanes = outlineOf(processes, say.noLane);
      byId = new Map(lanes.flatMap((lane) => lane.nodes.map((node) => [node.id, node])));
      const held = container.contains(document.activeElement) ? current : undefined;
      const help = document.createElement('p');
      help.textContent = say.help;
      container.setAttribute('aria-label', say.label);
      container.replaceChildren(help, ...lanes.map(group));
      select(current);
      go(held);
    },
    select,
  };
}
