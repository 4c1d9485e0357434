/** The run that proves a finding, played on the drawing step by step: by buttons, by keys, or by itself. */
import { useEffect, useState, type KeyboardEvent } from 'react';
import { ActionIcon, Group, Text } from '@mantine/core';
import type { Frame } from '../../../../engine/analysis/witness.js';
import { useWords } from '../../../i18n/index.js';

const STEP_MS = 1_000;
interface Props { frames: readonly Frame[]; show: (frame: Frame | undefined) => void; nameOf: (element: string) => string }

export function RunPlayer({ frames, show, nameOf }: Props) {
  const { t } = useWords();
  const [at, setAt] = useState(0);
  const [playing, setPlaying] = useState(false);
  const last = frames.length - 1;
  useEffect(() => { show(frames[at]); }, [frames, at, show]);
  useEffect(() => () => show(undefined), [show]);
  useEffect(() => {
    if (!playing) return;
    if (at >= last) { setPlaying(false); return; }
    const timer = setTimeout(() => setAt((now) => Math.min(last, now + 1)), STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, at, last]);
  const go = (to: number): void => { setPlaying(false); setAt(Math.max(0, Math.min(last, to))); };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  };
  const frame = frames[at]!;
  const waiting = frame.tokens.reduce((sum, each) => sum + each.count, 0);
  const name = nameOf(frame.element);
  return (
    <div role="group" aria-label={t('analyser.run.title')} onKeyDown={onKeyDown} className="df-run">
      <Text size="sm" fw={600}>{t('analyser.run.title')}</Text>
      <Group gap={4}>
        <ActionIcon variant="default" aria-label={t('analyser.run.first')} title={t('analyser.run.first')} onClick={() => go(0)}>⏮</ActionIcon>
        <ActionIcon variant="default" aria-label={t('analyser.run.back')} title={t('analyser.run.back')} onClick={() => go(at - 1)}>◀</ActionIcon>
        <ActionIcon variant="default" aria-label={t(playing ? 'analyser.run.pause' : 'analyser.run.play')} title={t(playing ? 'analyser.run.pause' : 'analyser.run.play')} onClick={() => { if (at >= last) setAt(0); setPlaying(!playing); }}>{playing ? '❚❚' : '▷'}</ActionIcon>
        <ActionIcon variant="default" aria-label={t('analyser.run.next')} title={t('analyser.run.next')} onClick={() => go(at + 1)}>▶</ActionIcon>
      </Group>
      <Text size="sm" role="status" data-run-step={at + 1}>{frame.stuck ? t('analyser.run.stuck', { name }) : t('analyser.run.step', { at: at + 1, of: frames.length, name })}{waiting > 0 ? ` · ${t(`analyser.run.tokens.${waiting === 1 ? 'one' : 'other'}`, { n: waiting })}` : ''}</Text>
      <Text size="xs" c="gray.7">{t('analyser.run.keys')}</Text>
    </div>
  );
}
