/** What can be done to the file: save, publish, undo, import, export. */
import { lazy, useRef, useState } from 'react';
import { ActionIcon, Badge, Button, Group, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DiagramModeler } from '../../../designer/modeler/create.js';
import type { ProcedureView } from '../../../server/contract.js';
import type { VersionName } from '../../api.js';
import { useWords } from '../../i18n/index.js';
import { download } from '../../ui/download.js';
import { lazily } from '../../ui/lazily.js';
import { OnDemandMenu } from '../../ui/OnDemandMenu.js';
import type { Draft } from './useDraft.js';

const FileActions = lazy(() => import('./FileActions.js'));
const NoteDialog = lazily(() => import('./NoteDialog.js').then((part) => part.NoteDialog));

interface Props { procedure: ProcedureView; version: VersionName; modeler: DiagramModeler | null; changed: boolean; mayEdit: boolean; draft: Draft }

export function DesignBar(props: Props) {
  const { t } = useWords();
  const { procedure, version, modeler, changed, mayEdit, draft } = props;
  const [asked, setAsked] = useState<'publish' | 'submit'>();
  return (
    <Group justify="space-between" gap="xs">
      <Group gap="xs" style={{ minWidth: 0 }}>
        <Link to="/procedures/$procedureId" params={{ procedureId: procedure.id }}>{procedure.code}</Link>
        <Title order={1} fz="md" style={{ maxWidth: 420, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }} title={procedure.name}>{procedure.name}</Title>
        <Badge color={version === 'draft' ? 'ochre' : undefined}>{version === 'draft' ? t('procedures.draft') : t('procedures.versionNo', { version })}</Badge>
        {changed ? <Text size="sm" c="ochre.7">● {t('designer.unsaved')}</Text> : null}
      </Group>
      <Group gap={6}>
        <ActionIcon variant="default" aria-label={t('designer.undo')} title={t('designer.undo')} onClick={() => modeler?.undo()}>↶</ActionIcon>
        <ActionIcon variant="default" aria-label={t('designer.redo')} title={t('designer.redo')} onClick={() => modeler?.redo()}>↷</ActionIcon>
        <ActionIcon variant="default" aria-label={t('drawing.zoomOut')} title={t('drawing.zoomOut')} onClick={() => modeler?.zoom(0.8)}>−</ActionIcon>
        <ActionIcon variant="default" aria-label={t('drawing.zoomIn')} title={t('drawing.zoomIn')} onClick={() => modeler?.zoom(1.25)}>+</ActionIcon>
        <ActionIcon variant="default" aria-label={t('drawing.fit')} title={t('drawing.fit')} onClick={() => modeler?.fit()}>⤢</ActionIcon>
        <FileMenu {...props} />
        {mayEdit ? <Button size="xs" variant="light" loading={draft.saving} disabled={!modeler} onClick={draft.save}>{t('designer.save')}</Button> : null}
        {mayEdit && procedure.mayPublish ? <Button size="xs" variant="default" loading={draft.publishing} disabled={!modeler} onClick={() => setAsked('publish')}>{t('designer.publish')}</Button> : null}
        {mayEdit ? <Button size="xs" loading={draft.submitting} disabled={!modeler} onClick={() => setAsked('submit')}>{t('procedures.submit')}</Button> : null}
      </Group>
      {asked === 'publish' ? <NoteDialog title={t('designer.publish')} text={t('designer.publishText')} onClose={() => setAsked(undefined)} onDone={(note) => { setAsked(undefined); draft.publish(note); }} /> : null}
      {asked === 'submit' ? <NoteDialog needed title={t('procedures.submit')} text={t('procedures.submitText')} onClose={() => setAsked(undefined)} onDone={(note) => { setAsked(undefined); draft.submit(note); }} /> : null}
    </Group>
  );
}

function FileMenu({ procedure, modeler, mayEdit }: Props) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const open = (file: File | undefined) => {
    setWrong(false);
    if (file) void file.text().then((xml) => modeler?.open(xml)).catch(() => setWrong(true));
  };
  const save = (kind: 'bpmn' | 'svg') => void (kind === 'bpmn' ? modeler?.xml() : modeler?.svg())?.then((text) => download(`${procedure.code}.${kind}`, text, kind === 'svg' ? 'image/svg+xml' : 'application/xml'));
  return (
    <>
      <OnDemandMenu button={<Button size="xs" variant="default">{t('designer.file')}</Button>} menu={(target) => <FileActions target={target} save={save} {...(mayEdit && { choose: () => input.current?.click() })} />} />
      <input ref={input} type="file" accept=".bpmn,.xml" hidden aria-label={t('designer.import')} onChange={(event) => { open(event.currentTarget.files?.[0]); event.currentTarget.value = ''; }} />
      {wrong ? <Text size="sm" c="red.8" role="alert">{t('designer.unreadable')}</Text> : null}
    </>
  );
}
