/**
 * The drawing on public pages: every `<div data-bpmn="ADDRESS" data-active="ids" data-done="ids" data-flows="ids"
 * data-here="words" data-label="words">` becomes a picture that takes the place of the server's. The page says the same in words.
 */
import Viewer from 'bpmn-js/lib/Viewer';
import bpmnCss from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import diagramCss from 'bpmn-js/dist/assets/diagram-js.css?inline';
import { createPainter } from './paint.js';
import ownCss from './viewer.css?inline';

const ids = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean);

/** A constructed sheet is allowed by a content security policy that forbids inline styles. */
function addStyles(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([diagramCss, bpmnCss, ownCss].join('\n'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Smaller, and the words on the steps cannot be read: a wider drawing is scrolled instead. */
const LEAST_SCALE = 0.85;
const MARGIN = 24;
interface Canvas { viewbox(): { inner: { width: number; height: number } }; resized(): void; zoom(level: string, center: string): void }

async function draw(frame: HTMLElement): Promise<void> {
  const response = await fetch(frame.dataset.bpmn ?? '');
  if (!response.ok) return;
  const { active, done, flows, here, label = '' } = frame.dataset;
  const [scrolled, sheet] = [document.createElement('div'), document.createElement('div')];
  scrolled.className = 'df-scrolled';
  scrolled.tabIndex = 0;
  scrolled.setAttribute('role', 'region');
  scrolled.setAttribute('aria-label', label);
  sheet.className = 'df-canvas';
  scrolled.append(sheet);
  frame.replaceChildren(scrolled);
  const viewer = new Viewer({ container: sheet });
  await viewer.importXML(await response.text());
  const canvas = viewer.get<Canvas>('canvas');
  const { width, height } = canvas.viewbox().inner;
  const scale = Math.max(LEAST_SCALE, Math.min(1, (scrolled.clientWidth - MARGIN) / width));
  sheet.style.width = `${width * scale + MARGIN}px`;
  sheet.style.height = `${height * scale + MARGIN}px`;
  canvas.resized();
  canvas.zoom('fit-viewport', 'auto');
  const picture = sheet.querySelector('.djs-container svg');
  picture?.setAttribute('role', 'img');
  picture?.setAttribute('aria-label', label);
  // The mark of the drawing's makers must not scroll away.
  const mark = sheet.querySelector('.bjs-powered-by');
  if (mark) frame.append(mark);
  createPainter(viewer as never).setPath({ active: ids(active), done: ids(done), flows: ids(flows) }, here ?? '');
  toTheMiddle(scrolled, sheet.querySelector('.df-active'));
}

/** Where the dossier stands is seen first; the page itself stays where its reader has it. */
function toTheMiddle(scrolled: HTMLElement, element: Element | null): void {
  if (!element) return;
  const [outer, inner] = [scrolled.getBoundingClientRect(), element.getBoundingClientRect()];
  scrolled.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
  scrolled.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
}

addStyles();
for (const container of document.querySelectorAll<HTMLElement>('div[data-bpmn]')) {
  // What cannot be drawn here leaves the page as it came.
  const kept = [...container.childNodes];
  draw(container).catch(() => container.replaceChildren(...kept));
}
