/**
 * The drawing on public pages: every `<div data-bpmn="ADDRESS" data-active="ids" data-done="ids" data-flows="ids"
 * data-here="words">` becomes a picture. The page says the same in words, so that nothing is lost without scripts.
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

async function draw(container: HTMLElement): Promise<void> {
  const response = await fetch(container.dataset.bpmn ?? '');
  if (!response.ok) return;
  container.classList.add('df-canvas');
  container.style.minHeight ||= '360px';
  const viewer = new Viewer({ container });
  await viewer.importXML(await response.text());
  viewer.get<{ zoom(level: string, center: string): void }>('canvas').zoom('fit-viewport', 'auto');
  const { active, done, flows, here } = container.dataset;
  createPainter(viewer as never).setPath({ active: ids(active), done: ids(done), flows: ids(flows) }, here ?? '');
}

addStyles();
for (const container of document.querySelectorAll<HTMLElement>('div[data-bpmn]')) {
  // A file without a picture leaves the page as it is: its words say the same.
  draw(container).catch(() => container.replaceChildren());
}
