/** Holds a modeler for as long as the page shows one drawing. */
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Note } from '../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../designer/modeler/create.js';
import { useWords } from '../../i18n/index.js';

interface Options { canvas: RefObject<HTMLDivElement | null>; panel: RefObject<HTMLDivElement | null>; outline: RefObject<HTMLDivElement | null>; xml: string; file: string; onSelect: () => void }

export function useModeler({ canvas, panel, outline, xml, file, onSelect }: Options) {
  const { language } = useWords();
  const [modeler, setModeler] = useState<DiagramModeler | null>(null);
  const [notes, setNotes] = useState<Note[]>();
  const [failed, setFailed] = useState<string>();
  const [changed, setChanged] = useState(false);
  const selected = useRef(onSelect);
  selected.current = onSelect;
  useEffect(() => {
    let gone = false;
    let made: DiagramModeler | undefined;
    const start = async () => {
      const { createModeler } = await import('../../../designer/modeler/create.js');
      if (gone || !canvas.current || !panel.current) return;
      made = await createModeler({
        container: canvas.current, propertiesPanel: panel.current, outline: outline.current ?? undefined, xml, file, language,
        onChange: () => setChanged(true), onFindings: setNotes,
      });
      if (gone) made.destroy(); else setModeler(made);
    };
    start().catch((error: Error) => { if (!gone) setFailed(error.message); });
    return () => { gone = true; made?.destroy(); setModeler(null); };
    // One drawing, one modeler: what changes later goes through the modeler itself.
  }, [xml, file, language, canvas, panel, outline]);
  return { modeler, notes, failed, changed, setChanged };
}
