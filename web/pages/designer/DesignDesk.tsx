/** Canvas, panel, outline and findings side by side, with what is done to the file above them. */
import { useRef, useState } from 'react';
import { Alert, SegmentedControl, Text } from '@mantine/core';
import type { Note } from '../../../designer/findings/messages.js';
import type { LabelWords, ProcedureView } from '../../../server/contract.js';
import type { StoredXml, VersionName } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { lazily } from '../../ui/lazily.js';
import { ProblemNote } from '../../ui/ProblemNote.js';
import { DesignBar } from './DesignBar.js';
import './designer.css';
import { FindingPanel } from './findings/FindingPanel.js';
import { useBeside } from './findings/useBeside.js';
import { useDraft } from './useDraft.js';
import { useLeaveWarning } from '../../ui/useLeaveWarning.js';
import { useModeler } from './useModeler.js';

const ReviewPanel = lazily(() => import('../versions/ReviewPanel.js').then((part) => part.ReviewPanel));
const BesideDialog = lazily(() => import('./findings/BesideDialog.js').then((part) => part.BesideDialog));

interface Props { procedure: ProcedureView; version: VersionName; stored: StoredXml; words: LabelWords; mayEdit: boolean; who?: string }
type Side = 'properties' | 'findings' | 'outline' | 'comments';

export function DesignDesk({ procedure, version, stored, words, mayEdit, who }: Props) {
  const { t } = useWords();
  const canvas = useRef<HTMLDivElement>(null), panel = useRef<HTMLDivElement>(null), outline = useRef<HTMLDivElement>(null);
  const [side, setSide] = useState<Side>('properties');
  const [chosen, setChosen] = useState<string>();
  const beside = useBeside(procedure.id);
  const { modeler, notes, checked, failed, changed, setChanged } = useModeler({ canvas, panel, outline, xml: stored.xml, file: `${procedure.code}.bpmn`, words, onBadge: (element) => onBadge(element), compare: beside.compare });
  const draft = useDraft({ procedure, version, etag: stored.etag, modeler, saved: () => setChanged(false) });
  useLeaveWarning(changed, t('designer.leave'));
  const choose = (note: Note | undefined) => {
    setChosen(note?.key);
    if (note?.elements[0]) modeler?.focus(note.elements[0]);
  };
  const shownNotes = draft.refused ?? notes;
  /** Notes stand in the order of their importance: the first of an element is what its badge shows. */
  const onBadge = (element: string) => { setSide('findings'); setChosen(shownNotes?.find((note) => note.elements.includes(element) && !note.finding?.accepted)?.key); };
  const reviewed = procedure.inPreparation;
  const tabs = (['properties', 'findings', 'outline', ...(reviewed ? ['comments' as const] : [])] as const).map((value) => ({ value, label: value === 'comments' ? t('procedures.reviewComments') : value === 'findings' && notes ? `${t('designer.findings')} (${notes.filter((note) => note.severity !== 'unknown' && !note.finding?.accepted).length})` : t(`designer.${value}`) }));
  return (
    <div className="df-desk">
      <DesignBar procedure={procedure} version={version} modeler={modeler} changed={changed} mayEdit={mayEdit} draft={draft} />
      <ProblemNote error={draft.error} onReload={draft.conflict ? draft.reload : undefined} />
      {failed ? <Alert color="red" role="alert" title={t('designer.unreadable')}><Text size="sm">{failed}</Text></Alert> : null}
      <div className="df-desk-main">
        <div className="df-desk-canvas" ref={canvas} aria-label={t('designer.canvas')} role="region" data-ready={modeler !== null} />
        <aside className="df-desk-side" aria-label={t('designer.side')}>
          <SegmentedControl fullWidth size="xs" data={tabs} value={side} onChange={(value) => setSide(value as Side)} aria-label={t('designer.side')} />
          <div ref={panel} className="df-desk-panel" hidden={side !== 'properties'} />
          <div className="df-desk-scroll" hidden={side !== 'findings'} tabIndex={-1}>{shownNotes ? <FindingPanel notes={shownNotes} {...(checked && { checked })} beside={beside} {...(chosen !== undefined && { chosen })} onChoose={choose} modeler={modeler} procedureId={procedure.id} mayEdit={mayEdit} {...(who !== undefined && { who })} /> : <Text size="sm" role="status">{t('findings.checking')}</Text>}</div>
          {reviewed ? <div className="df-desk-scroll" hidden={side !== 'comments'}><ReviewPanel procedureId={procedure.id} version={reviewed.version} xml={stored.xml} modeler={modeler} /></div> : null}
          <div ref={outline} className="df-outline df-desk-scroll" role="group" hidden={side !== 'outline'} />
        </aside>
      </div>
      {modeler && beside.opened ? <BesideDialog procedure={procedure} modeler={modeler} other={beside.opened} onClose={() => beside.open(undefined)} /> : null}
    </div>
  );
}
