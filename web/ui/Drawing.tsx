/** A diagram on a page: loads the viewer only when needed and keeps the bpmn.io mark uncovered at the bottom right. */
import { useEffect, useRef, useState } from 'react';
import { ActionIcon, Group, Skeleton, Text } from '@mantine/core';
import type { DiagramViewer, Heat, Mark, Path, Token } from '../../designer/viewer/create.js';
import { useWords } from '../i18n/index.js';

interface Props { xml: string; label: string; height?: number; path?: Path; heat?: readonly Heat[]; tokens?: readonly Token[]; marks?: readonly Mark[]; /** Brought into view. */ focus?: string; onSelect?: (element: string) => void }

export function Drawing({ xml, label, height = 380, path, heat, tokens, marks, focus, onSelect }: Props) {
  const { t, language } = useWords();
  const holder = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<DiagramViewer | null>(null);
  const [failed, setFailed] = useState(false);
  const select = useRef(onSelect);
  select.current = onSelect;
  const here = t('drawing.here');

  useEffect(() => {
    let made: DiagramViewer | undefined;
    let gone = false;
    setFailed(false);
    import('../../designer/viewer/create.js')
      .then(({ createViewer }) => (gone || !holder.current ? undefined : createViewer({ container: holder.current, xml, language, label, here, onSelect: (id) => select.current?.(id) })))
      .then((one) => { made = one; if (gone) one?.destroy(); else if (one) setViewer(one); })
      .catch(() => { if (!gone) setFailed(true); });
    return () => { gone = true; setViewer(null); made?.destroy(); };
    // A new label is set below: only another drawing or language needs another viewer.
  }, [xml, language, here]);
  useEffect(() => viewer?.setLabel(label), [viewer, label]);
  useEffect(() => { if (viewer && path) viewer.setPath(path); }, [viewer, path]);
  useEffect(() => { if (viewer && heat) viewer.setHeat(heat); }, [viewer, heat]);
  useEffect(() => { if (viewer && tokens) viewer.setTokens(tokens); }, [viewer, tokens]);
  useEffect(() => { if (viewer && marks) viewer.setMarks(marks); }, [viewer, marks]);
  useEffect(() => { if (viewer && focus) viewer.focus(focus); }, [viewer, focus]);

  if (failed) return <Text size="sm" c="gray.6" p="sm">{t('drawing.failed')}</Text>;
  return (
    <div>
      <div className="df-drawing" style={{ height: `clamp(260px, 62vw, ${height}px)` }} data-drawn={viewer !== null}>
        <div className="df-drawing-canvas" ref={holder} />
        {viewer ? null : <Skeleton height="100%" />}
      </div>
      <Group gap={4} mt={6}>
        <ActionIcon variant="default" aria-label={t('drawing.zoomIn')} onClick={() => viewer?.zoom(1.25)}>+</ActionIcon>
        <ActionIcon variant="default" aria-label={t('drawing.zoomOut')} onClick={() => viewer?.zoom(0.8)}>−</ActionIcon>
        <ActionIcon variant="default" aria-label={t('drawing.fit')} onClick={() => viewer?.fit()}>⤢</ActionIcon>
        {path && path.active.length + path.done.length > 0 ? <PathLegend /> : null}
      </Group>
    </div>
  );
}

function PathLegend() {
  const { t } = useWords();
  return (
    <Group gap="md" ml="sm">
      <Text size="xs" c="gray.7"><span aria-hidden="true" style={{ color: '#0f5c72' }}>●</span> {t('drawing.active')}</Text>
      <Text size="xs" c="gray.7"><span aria-hidden="true" style={{ color: '#1b6e43' }}>✓</span> {t('drawing.done')}</Text>
    </Group>
  );
}
