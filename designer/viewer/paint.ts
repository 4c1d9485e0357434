/** Draws states onto a diagram through markers and overlays; the diagram itself stays as it is. */
export interface Path { active: readonly string[]; done: readonly string[]; flows: readonly string[] }
/** What is said of an element or has become of it: `label` stands on it beside colour and line. */
export interface Mark { element: string; kind: 'comment' | 'added' | 'removed' | 'changed'; label: string }
/** `level` 0 (least) to 4 (most); `label` is the figure shown on the element. */
export interface Heat { element: string; level: number; label: string }

interface Canvas { addMarker(id: string, marker: string): void; removeMarker(id: string, marker: string): void }
interface Overlays { add(id: string, type: string, overlay: object): string; remove(filter: object): void }
interface Registry { get(id: string): { width?: number } | undefined }
interface Services { get(name: 'canvas'): Canvas; get(name: 'overlays'): Overlays; get(name: 'elementRegistry'): Registry; get(name: string): unknown }

export function createPainter(viewer: Services) {
  const canvas = viewer.get('canvas'), overlays = viewer.get('overlays'), registry = viewer.get('elementRegistry');
  const drawn: { type: string; id: string; marker?: string }[] = [];

  const mark = (type: string, id: string, marker: string) => {
    if (!registry.get(id)) return;
    canvas.addMarker(id, marker);
    drawn.push({ type, id, marker });
  };
  const chip = (type: string, id: string, kind: string, text: string) => {
    const element = registry.get(id);
    if (element?.width === undefined) return;
    const html = document.createElement('span');
    html.className = 'df-chip';
    html.dataset.kind = kind;
    html.textContent = text;
    overlays.add(id, type, { html, position: { top: 0, left: element.width / 2 }, scale: kind === 'done' ? true : { min: 1 } });
  };
  const clear = (type: string) => {
    overlays.remove({ type });
    for (const one of drawn.filter((it) => it.type === type)) if (one.marker) canvas.removeMarker(one.id, one.marker);
    drawn.splice(0, drawn.length, ...drawn.filter((it) => it.type !== type));
  };
  return {
    setPath({ active, done, flows }: Path, here: string): void {
      clear('df-path');
      for (const id of flows) mark('df-path', id, 'df-walked');
      for (const id of done.filter((it) => !active.includes(it))) { mark('df-path', id, 'df-done'); chip('df-path', id, 'done', '✓'); }
      for (const id of active) { mark('df-path', id, 'df-active'); chip('df-path', id, 'token', `● ${here}`); }
    },
    setMarks(marks: readonly Mark[]): void {
      clear('df-mark');
      for (const { element, kind, label } of marks) { mark('df-mark', element, `df-mark-${kind}`); chip('df-mark', element, kind, label); }
    },
    setHeat(heat: readonly Heat[]): void {
      clear('df-heat');
      for (const { element, level, label } of heat) {
        mark('df-heat', element, `df-heat-${Math.max(0, Math.min(4, level))}`);
        chip('df-heat', element, 'heat', label);
      }
    },
  };
}
