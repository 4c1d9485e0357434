/** The designer: bpmn-js with our facts in the panel, our language, findings while drawing, and an outline. */
import Modeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import '@bpmn-io/properties-panel/assets/properties-panel.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import df from '../../engine/bpmn/df-moddle.json';
import { createChecker } from '../findings/checker.js';
import { findingActions, type FindingActions } from '../findings/actions.js';
import { createMarks } from '../findings/marks.js';
import type { Explanation, Note } from '../findings/messages.js';
import type { Finding, TellingFinding, WordList } from '../../engine/check.js';
import { translateModule, type Language } from '../i18n/translate.js';
import { createOutline } from '../outline/outline.js';
import { factsProviderModule } from '../properties/provider.js';
import { remediesModule } from '../remedies/apply.js';
import { createPainter, type Mark } from '../viewer/paint.js';
import '../viewer/viewer.css';
import './modeler.css';

export interface ModelerOptions {
  container: HTMLElement; propertiesPanel: HTMLElement; outline?: HTMLElement; xml: string; file: string; language: Language;
  onChange?: () => void;
  /** `ms`: what checking took, off the main thread; absent when only what others say is new. */
  onFindings?: (notes: Note[], ms?: number) => void;
  /** Words of labels that the agency adds. */
  words?: WordList;
  /** Findings of a drawing beside other procedures; asked for after each change. */
  compare?: (xml: string) => Promise<Finding[]>;
  onBadge?: (element: string) => void; onSelect?: (element: string | undefined) => void; readOnly?: boolean;
}
export interface DiagramModeler extends FindingActions {
  xml(): Promise<string>; svg(): Promise<string>; open(xml: string): Promise<void>; focus(element: string): void; showNotes(notes: readonly Note[]): void; showMarks(marks: readonly Mark[]): void;
  /** The run that proves a finding, and what would remove it. */
  explain(finding: TellingFinding): Promise<Explanation>;
  undo(): void; redo(): void; fit(): void; zoom(factor: number): void; destroy(): void;
}

interface Bo { $type: string; id: string; rootElements?: Bo[] }
interface Element { id: string; width?: number; businessObject?: { name?: string } }
interface EventBus { on(event: string, handler: (event: { newSelection?: Element[] }) => void): void }
interface Box { x: number; y: number; width: number; height: number }
const PALETTE_PX = 84;
const MARGIN_PX = 24;
/** A little more than the pause of the panel's input. */
const INPUT_PAUSE_MS = 350;
/** Smaller than this, labels cannot be read: then a part is shown and the rest is a pan away. */
const SMALLEST_SCALE = 0.4;
interface Canvas { viewbox(): { inner: Box; outer: Box }; viewbox(box: Box): void; zoom(level?: number | 'fit-viewport', center?: 'auto'): number; scrollToElement(element: Element, padding?: object): void }

export async function createModeler(options: ModelerOptions): Promise<DiagramModeler> {
  const { container, propertiesPanel, language } = options;
  container.classList.add('df-canvas');
  const modeler = new Modeler({
    container, moddleExtensions: { df }, propertiesPanel: { parent: propertiesPanel },
    additionalModules: [BpmnPropertiesPanelModule, BpmnPropertiesProviderModule, factsProviderModule, remediesModule, translateModule(language)],
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<{ get(id: string): Element | undefined }>('elementRegistry');
  const selection = modeler.get<{ select(element: Element): void }>('selection');
  const stack = modeler.get<{ undo(): void; redo(): void }>('commandStack');

  const fit = (): void => fitBesidePalette(canvas);
  const read = async (): Promise<string> => (await modeler.saveXML({ format: true })).xml ?? '';
  const focus = (id: string): void => {
    const element = registry.get(id);
    if (!element) return;
    selection.select(element);
    canvas.scrollToElement(element, { top: 120, bottom: 120, left: 160, right: 160 });
  };
  /** To be looked at: what stands beside it is not covered by the tools that belong to drawing. */
  const show = (id: string): void => { focus(id); modeler.get<{ close(): void }>('contextPad').close(); };
  const showFindings = createMarks(modeler, (id) => { show(id); options.onBadge?.(id); });
  const checker = createChecker({ language, file: options.file, words: options.words, compare: options.compare, answer: (notes, ms) => { showFindings(notes); options.onFindings?.(notes, ms); } });
  const outline = options.outline && createOutline({ container: options.outline, language, onSelect: focus, onOpen: (id) => { focus(id); focusPanel(propertiesPanel); } });
  const refresh = (): void => {
    const roots = (modeler.getDefinitions() as Bo | undefined)?.rootElements ?? [];
    outline?.show(roots.filter((root) => root.$type === 'bpmn:Process'));
    checker.ask(read);
  };
  const open = async (xml: string): Promise<void> => {
    await modeler.importXML(xml);
    fit();
    refresh();
  };
  try {
    await open(options.xml);
  } catch (error) {
    checker.stop();
    modeler.destroy();
    throw error;
  }
  listen(modeler.get<EventBus>('eventBus'), () => { options.onChange?.(); refresh(); }, (id) => { outline?.select(id); options.onSelect?.(id); });
  return {
    xml: async () => { await typed(); return read(); }, open, focus: show, showNotes: showFindings, showMarks: createPainter(modeler as never).setMarks, explain: checker.explain, ...findingActions(modeler),
    svg: async () => { await typed(); return (await modeler.saveSVG()).svg; },
    undo: () => stack.undo(), redo: () => stack.redo(),
    fit,
    zoom: (factor) => { canvas.zoom(canvas.zoom() * factor); },
    destroy: () => { checker.stop(); modeler.destroy(); },
  };
}

/** Leaves room for the palette, which lies over the left edge of the canvas. */
function fitBesidePalette(canvas: Canvas): void {
  canvas.zoom('fit-viewport', 'auto');
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(SMALLEST_SCALE, Math.min((outer.width - PALETTE_PX - MARGIN_PX) / inner.width, (outer.height - 2 * MARGIN_PX) / inner.height, 1));
  canvas.viewbox({ x: inner.x - PALETTE_PX / scale, y: inner.y - Math.max(MARGIN_PX / scale, (outer.height / scale - inner.height) / 2), width: outer.width / scale, height: outer.height / scale });
}

function listen(eventBus: EventBus, onChange: () => void, onSelect: (id: string | undefined) => void): void {
  eventBus.on('commandStack.changed', onChange);
  eventBus.on('selection.changed', ({ newSelection }) => onSelect(newSelection?.length === 1 ? newSelection[0]?.id : undefined));
}

/** Fields of the panel hand on what was typed after a pause; what is saved must not be older than what is seen. */
const typed = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, INPUT_PAUSE_MS); });

/** The panel is drawn a moment after the selection changes. */
function focusPanel(panel: HTMLElement): void {
  requestAnimationFrame(() => requestAnimationFrame(() => panel.querySelector<HTMLElement>('input, textarea, select')?.focus()));
}
