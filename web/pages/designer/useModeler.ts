/** Holds a modeler for as long as the page shows one drawing. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Finding } from '../../../engine/check.js';
import type { LabelWords } from '../../../server/contract.js';
import type { Note } from '../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../designer/modeler/create.js';
import { useWords } from '../../i18n/index.js';

/** A check of the drawing: which one, and what it took. */
export interface Checked { turn: number; ms: number }
interface Options { canvas: RefObject<HTMLDivElement | null>; panel: RefObject<HTMLDivElement | null>; outline: RefObject<HTMLDivElement | null>; xml: string; file: string; words: LabelWords; onBadge: (element: string) => void; compare: (xml: string) => Promise<Finding[]> }

export function useModeler({ canvas, panel, outline, xml, file, words, onBadge, compare }: Options) {
  const { language } = useWords();
  const [modeler, setModeler] = useState<DiagramModeler | null>(null);
  const [notes, setNotes] = useState<Note[]>();
  const [failed, setFailed] = useState<string>();
  const [changed, setChanged] = useState(false);
  const [checked, setChecked] = useState<Checked>();
  const asked = useRef({ onBadge, compare });
  asked.current = { onBadge, compare };
  useEffect(() => {
    let gone = false;
    let made: DiagramModeler | undefined;
    const start = async () => {
      const { createModeler } = await import('../../../designer/modeler/create.js');
      if (gone || !canvas.current || !panel.current) return;
      made = await createModeler({
        container: canvas.current, propertiesPanel: panel.current, outline: outline.current ?? undefined, xml, file, language, words,
        onChange: () => setChanged(true), onBadge: (element) => asked.current.onBadge(element), compare: (text) => asked.current.compare(text),
        onFindings: (found, ms) => { setNotes(found); if (ms !== undefined) setChecked((before) => ({ ms, turn: (before?.turn ?? 0) + 1 })); },
      });
      if (gone) made.destroy(); else setModeler(made);
    };
    start().catch((error: Error) => { if (!gone) setFailed(error.message); });
    return () => { gone = true; made?.destroy(); setModeler(null); };
    // One drawing, one modeler: what changes later goes through the modeler itself.
  }, [xml, file, language, words, canvas, panel, outline]);
  return { modeler, notes, checked, failed, changed, setChanged };
}
