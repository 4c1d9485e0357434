/** A remedy that was applied: what the check says about the drawing now. */
import { useEffect, useState } from 'react';
import { Alert, Button, Group, Text } from '@mantine/core';
import type { Note, Offer } from '../../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../../designer/modeler/create.js';
import { useWords } from '../../../i18n/index.js';

/** `after` comes with the next check; `failed` when the change could not be made on the canvas. */
type State = { turn: number } & ({ before: number; after?: number } | { failed: string });

/** @param turn counts the checks of the drawing */
export function useApply(modeler: DiagramModeler | null, notes: readonly Note[], turn: number): { applied?: State; apply: (offer: Offer) => void } {
  const [applied, setApplied] = useState<State>();
  const open = notes.filter((note) => note.severity !== 'unknown' && !note.finding?.accepted).length;
  // The first check after it says what has become of the drawing; the next one is about something else.
  const isNew = applied !== undefined && applied.turn !== turn;
  useEffect(() => {
    if (isNew) setApplied((state) => (state && 'before' in state && state.after === undefined ? { ...state, turn, after: open } : undefined));
  }, [isNew, turn, open]);
  const apply = (offer: Offer): void => {
    try {
      modeler?.applyEdits(offer.edits);
      setApplied({ before: open, turn });
    } catch (error) {
      setApplied({ turn, failed: (error as Error).message });
    }
  };
  return { ...(applied && { applied }), apply };
}

export function Applied({ state, onUndo }: { state?: State; onUndo: () => void }) {
  const { t } = useWords();
  if (!state) return null;
  if ('failed' in state) return <Alert color="red" role="alert" mb={6}><Text size="sm">{t('analyser.remedy.failed', { reason: state.failed })}</Text></Alert>;
  if (state.after === undefined) return <Text size="sm" role="status">{t('findings.checking')}</Text>;
  return (
    <div role="status" className="df-offer" data-applied="true">
      <Text size="sm">{t('analyser.remedy.applied', { before: state.before, after: state.after })}</Text>
      <Group mt={4}><Button size="compact-sm" variant="default" onClick={onUndo}>{t('analyser.remedy.undo')}</Button></Group>
    </div>
  );
}
