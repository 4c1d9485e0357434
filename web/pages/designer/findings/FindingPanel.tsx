/** Findings while drawing: grouped by kind, to be filtered; one at a time is open and shown on the drawing. */
import { useEffect, useRef, useState } from 'react';
import { NativeSelect, Stack, Text } from '@mantine/core';
import type { Note, NoteKind, Offer } from '../../../../designer/findings/messages.js';
import type { DiagramModeler } from '../../../../designer/modeler/create.js';
import { fold } from '../../../format.js';
import { useWords } from '../../../i18n/index.js';
import { SearchField } from '../../../ui/SearchField.js';
import { Applied, useApply } from './Applied.js';
import { FindingCard } from './FindingCard.js';
import { NearProcedures } from './NearProcedures.js';
import type { Beside } from './useBeside.js';
import type { Checked } from '../useModeler.js';
import './words.js';

const KINDS: readonly NoteKind[] = ['file', 'flow', 'overlap', 'order', 'data', 'library', 'model'];
const SHOWN = ['open', 'error', 'warning', 'advice', 'accepted', 'all'] as const;
type Shown = (typeof SHOWN)[number];
interface Props { notes: readonly Note[]; checked?: Checked; beside: Beside; chosen?: string; onChoose: (note: Note | undefined) => void; modeler: DiagramModeler | null; procedureId: string; mayEdit: boolean; who?: string }

const passes = (note: Note, shown: Shown): boolean => {
  const accepted = note.finding?.accepted !== undefined;
  return shown === 'all' || (shown === 'accepted' ? accepted : !accepted && (shown === 'open' || note.severity === shown));
};

export function FindingPanel({ notes, checked, beside, chosen, onChoose, modeler, procedureId, mayEdit, who }: Props) {
  const { t } = useWords();
  const [shown, setShown] = useState<Shown>('open');
  const [text, setText] = useState('');
  const told = notes.filter((note) => note.severity !== 'unknown');
  const unknown = notes.filter((note) => note.severity === 'unknown');
  const found = told.filter((note) => passes(note, shown) && fold(`${note.check} ${note.message}`).includes(fold(text)));
  const { applied, apply } = useApply(modeler, notes, checked?.turn ?? 0);
  const list = useScrollTo(chosen);
  const label = (value: Shown): string => (value === 'all' || value === 'open' || value === 'accepted' ? t(`analyser.${value}`) : t(`findings.severity.${value}`));
  const onApply = (offer: Offer): void => { onChoose(undefined); apply(offer); };
  return (
    <div ref={list}>
      <Stack gap={6} mb={6}>
        <NativeSelect size="xs" aria-label={t('analyser.filter')} value={shown} onChange={(event) => setShown(event.currentTarget.value as Shown)} data={SHOWN.map((value) => ({ value, label: `${label(value)} (${told.filter((note) => passes(note, value)).length})` }))} />
        <div><SearchField value={text} label={t('analyser.search')} onSearch={setText} /></div>
      </Stack>
      <Applied state={applied} onUndo={() => modeler?.undo()} />
      {told.length === 0 ? <Text size="sm" role="status">{t('findings.clean')}</Text> : found.length === 0 ? <Text size="sm" role="status">{t('analyser.none')}</Text> : null}
      {KINDS.map((kind) => {
        const own = found.filter((note) => note.kind === kind);
        return own.length === 0 ? null : (
          <section key={kind} aria-labelledby={`kind-${kind}`} data-kind={kind}>
            <h3 id={`kind-${kind}`} className="df-kind">{t(`analyser.kind.${kind}`)} ({own.length})</h3>
            <ul className="df-finding-list">{own.map((note) => <FindingCard key={note.key} note={note} open={note.key === chosen} onToggle={() => onChoose(note.key === chosen ? undefined : note)} modeler={modeler} beside={beside} mayEdit={mayEdit} {...(who !== undefined && { who })} onApply={onApply} />)}</ul>
          </section>
        );
      })}
      {unknown.length > 0 ? <CannotTell notes={unknown} /> : null}
      {beside.failed ? <Text size="sm" role="status">{t('analyser.beside.failed')}</Text> : null}
      <NearProcedures procedureId={procedureId} onOpen={beside.open} />
      {checked ? <Text size="xs" c="gray.7" mt={8} data-checked-in={Math.round(checked.ms)} data-turn={checked.turn}>{t('analyser.took', { ms: Math.round(checked.ms) })}</Text> : null}
    </div>
  );
}

function CannotTell({ notes }: { notes: readonly Note[] }) {
  const { t } = useWords();
  return (
    <details>
      <summary className="df-summary">{t('findings.cannotTell', { n: notes.length })}</summary>
      <ul className="df-lines">{notes.map((note) => <li key={note.key}>{note.check}: {t('findings.missing', { names: note.message })}</li>)}</ul>
    </details>
  );
}

/** What was chosen on the drawing comes into view in the list. */
function useScrollTo(chosen: string | undefined) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => { if (chosen !== undefined) list.current?.querySelector('[data-open="true"]')?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  return list;
}
