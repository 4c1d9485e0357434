/** Walks through palette, context pads, menus and property panels of a drawing and collects words that are still English. */
import { clickElement, type Page } from '../support/browser.js';

/** One element of each kind in the drawing of P03. */
const ELEMENTS = ['batDau', 'tiepNhan', 'hoSoDayDu', 'quaHanBoSung', 'daTraKetQua', 'f_hoSoDayDu__boSung', 'lane_motCua', 'P03_pool'];
const ENGLISH = new Set('the|and|of|to|with|for|element|elements|task|event|gateway|pool|participant|create|append|add|remove|delete|change|connect|tool|lane|above|below|divide|into|loop|parallel|sequential|name|value|type|general|documentation|timer|duration|condition|boundary|start|end|intermediate|none|flow|default|step|kind|limit|unit|role|clock|search|toggle|section|open|editor|list'.split('|'));
/** Whole words, with Vietnamese letters counted as letters. */
const hasEnglish = (text: string): boolean => text.toLowerCase().split(/[^\p{L}]+/u).some((word) => ENGLISH.has(word));

async function texts(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((nodes) => nodes.flatMap((node) => [node.getAttribute('title'), node.getAttribute('aria-label'), node.getAttribute('placeholder'), node.children.length === 0 ? node.textContent : ''])
    .map((text) => (text ?? '').trim()).filter(Boolean));
}

/** Values that people typed, ids and units of the standard are not words of the interface. */
const isInterface = (text: string): boolean => !/^(system|database|procedure):|^\w+$|FEEL|ISO 8601|BPMN|online, paper/.test(text) || /^(Name|Value|Type|General|Documentation|Timer|Condition|Flow|Step|Limit|Unit|Role|Clock|Task|Lane)$/i.test(text);

export async function englishLeft(page: Page): Promise<string[]> {
  const seen = new Set<string>(await texts(page, '.djs-palette [title]'));
  for (const id of ELEMENTS) {
    await clickElement(page, id);
    await page.locator('.bio-properties-panel-header').waitFor();
    for (const header of await page.locator('.bio-properties-panel-group-header:not(.open)').all()) if (await header.isVisible()) await header.click();
    for (const text of await texts(page, '.bio-properties-panel-header-type, .bio-properties-panel-group-header-title, .bio-properties-panel-label, .bio-properties-panel-description, .bio-properties-panel option, .bio-properties-panel button')) seen.add(text);
    for (const text of await texts(page, '.djs-context-pad.open [title]')) seen.add(text);
    const replace = page.locator('.djs-context-pad.open [data-action="replace"]');
    if (!(await replace.count())) continue;
    await replace.click();
    await page.locator('.djs-popup').waitFor();
    for (const text of await texts(page, '.djs-popup .djs-popup-label, .djs-popup [title], .djs-popup input')) seen.add(text);
    await page.keyboard.press('Escape');
  }
  return [...seen].filter((text) => isInterface(text) && hasEnglish(text)).sort();
}
