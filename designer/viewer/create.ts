/** A diagram to look at: pan, zoom, keyboard, with the way of a dossier or the heat of many drawn on it. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import df from '../../engine/bpmn/df-moddle.json';
import { translateModule, type Language } from '../i18n/translate.js';
import { createPainter, type Heat, type Mark, type Path } from './paint.js';
import { createTokens, type Token } from './tokens.js';
import './viewer.css';

export type { Heat, Mark, Path, Token };
export interface ViewerOptions { container: HTMLElement; xml: string; language: Language; label: string; here: string; onSelect?: (element: string) => void }
export interface DiagramViewer {
  setLabel(text: string): void; setPath(path: Path): void; setHeat(heat: readonly Heat[]): void; setTokens(tokens: readonly Token[]): void; setMarks(marks: readonly Mark[]): void; fit(): void; zoom(factor: number): void; focus(element: string): void; destroy(): void;
}
interface CanvasService { zoom(level?: number | 'fit-viewport', center?: 'auto'): number; scrollToElement(id: string): void }
interface EventBus { on(event: string, handler: (event: { element?: { id: string } }) => void): void }

/** Rejects with the reader's error when the file cannot be drawn (no picture, not BPMN). */
export async function createViewer({ container, xml, language, label, here, onSelect }: ViewerOptions): Promise<DiagramViewer> {
  container.classList.add('df-canvas');
  const viewer = new NavigatedViewer({ container, moddleExtensions: { df }, additionalModules: [translateModule(language)] });
  try {
    await viewer.importXML(xml);
  } catch (error) {
    viewer.destroy();
    throw error;
  }
  const canvas = viewer.get<CanvasService>('canvas');
  const registry = viewer.get<{ get(id: string): unknown }>('elementRegistry');
  const svg = container.querySelector('.djs-container svg');
  svg?.setAttribute('role', 'img');
  const setLabel = (text: string): void => svg?.setAttribute('aria-label', text);
  setLabel(label);
  viewer.get<EventBus>('eventBus').on('element.click', ({ element }) => { if (element) onSelect?.(element.id); });
  const painter = createPainter(viewer as never);
  const setTokens = createTokens(viewer);
  // A page may paint once more before it hears that another drawing takes the place of this one.
  let isGone = false;
  const fit = () => { canvas.zoom('fit-viewport', 'auto'); };
  fit();
  return {
    setLabel,
    setPath: (path) => { if (!isGone) painter.setPath(path, here); },
    setHeat: (heat) => { if (!isGone) painter.setHeat(heat); },
    setTokens: (tokens) => { if (!isGone) setTokens(tokens); },
    setMarks: (marks) => { if (!isGone) painter.setMarks(marks); },
    fit,
    zoom: (factor) => { canvas.zoom(canvas.zoom() * factor); },
    focus: (element) => { if (!isGone && registry.get(element)) canvas.scrollToElement(element); },
    destroy: () => { isGone = true; viewer.destroy(); },
  };
}
