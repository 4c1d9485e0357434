/** Findings on the elements: a badge with a letter and a count, and an outline in the colour of the worst one. */
import type { Note } from './messages.js';

interface Canvas { addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void }
interface Overlays { add(id: string, type: string, overlay: object): string; remove(filter: object): void }
interface Registry { get(id: string): { width?: number } | undefined }
interface Services { get<T>(name: string): T }

const symbols = { error: '✕', warning: '!', advice: 'i', unknown: '?' };
const TYPE = 'df-finding';

export function createMarks(modeler: Services, select: (element: string) => void) {
  const canvas = modeler.get<Canvas>('canvas'), overlays = modeler.get<Overlays>('overlays'), registry = modeler.get<Registry>('elementRegistry');
  let marked: { id: string; marker: string }[] = [];

  const worstPerElement = (notes: readonly Note[]): Map<string, Note[]> => {
    const map = new Map<string, Note[]>();
    for (const note of notes.filter((each) => !each.finding?.accepted)) for (const id of new Set(note.elements)) if (registry.get(id)) map.set(id, [...(map.get(id) ?? []), note]);
    return map;
  };
  const badge = (id: string, notes: Note[]): HTMLElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'df-finding';
    button.dataset.severity = notes[0]?.severity ?? 'advice';
    button.textContent = notes.length > 1 ? `${symbols[notes[0]?.severity ?? 'advice']} ${notes.length}` : symbols[notes[0]?.severity ?? 'advice'];
    button.title = notes.map((note) => `${note.check}: ${note.message}`).join('\n');
    button.setAttribute('aria-label', `${button.textContent} ${button.title}`);
    // The same findings stand in the list with the keyboard's order; the canvas is not a second tab sequence.
    button.tabIndex = -1;
    button.onclick = () => select(id);
    return button;
  };
  return (notes: readonly Note[]): void => {
    overlays.remove({ type: TYPE });
    for (const { id, marker } of marked) if (registry.get(id)) canvas.removeMarker(id, marker);
    marked = [];
    for (const [id, own] of worstPerElement(notes)) {
      const marker = `df-has-${own[0]?.severity ?? 'advice'}`;
      canvas.addMarker(id, marker);
      marked.push({ id, marker });
      if (registry.get(id)?.width !== undefined) overlays.add(id, TYPE, { html: badge(id, own), position: { top: 0, left: 0 }, scale: { min: 1 } });
    }
  };
}
