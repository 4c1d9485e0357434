/**
 * Pages of a PDF, drawn by pdf.js: the browser's own viewer does not run in a sandbox, and what somebody handed in does
 * not run outside of one. Each page is a picture with its text for those who listen.
 */
import { useEffect, useRef, useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useWords } from '../../i18n/index.js';
import { Loading } from '../../ui/states.js';

GlobalWorkerOptions.workerSrc = workerAddress;
/** Sharper than the screen asks for is memory for nothing. */
const MOST_SHARP = 2;

export function PdfPages({ address, name }: { address: string; name: string }) {
  const { t } = useWords();
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [n, setN] = useState(1);
  useEffect(() => {
    const loading = getDocument({ url: address, withCredentials: true, disableAutoFetch: true, enableXfa: false, useWasm: false, wasmUrl: `${import.meta.env.BASE_URL}pdf/` });
    loading.promise.then(setPdf, () => setFailed(true));
    return () => void loading.destroy();
  }, [address]);
  if (failed) return <Text size="sm" role="alert">{t('files.notReadable')}</Text>;
  if (!pdf) return <Loading />;
  return (
    <>
      <Group gap="xs" mb="xs" role="group" aria-label={t('files.pages')}>
        <Turn isEnd={n === 1} onTurn={() => setN(n - 1)}>{t('files.pageBefore')}</Turn>
        <Text size="sm" role="status">{t('files.page', { n, all: pdf.numPages })}</Text>
        <Turn isEnd={n === pdf.numPages} onTurn={() => setN(n + 1)}>{t('files.pageAfter')}</Turn>
      </Group>
      <PdfPage pdf={pdf} n={n} label={t('files.pageOf', { name, n })} onFailed={() => setFailed(true)} />
    </>
  );
}

/** At the end it stays in focus and does nothing: a button that is switched off would let the focus fall. */
function Turn({ isEnd, onTurn, children }: { isEnd: boolean; onTurn: () => void; children: string }) {
  return <Button size="xs" variant="default" data-disabled={isEnd || undefined} aria-disabled={isEnd} onClick={() => { if (!isEnd) onTurn(); }}>{children}</Button>;
}

function PdfPage({ pdf, n, label, onFailed }: { pdf: PDFDocumentProxy; n: number; label: string; onFailed: () => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [drawn, setDrawn] = useState(0);
  useEffect(() => {
    let stop = (): void => undefined;
    let gone = false;
    const draw = async (): Promise<void> => {
      const page = await pdf.getPage(n);
      const target = canvas.current;
      if (gone || !target) return;
      const { width } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: (target.parentElement!.clientWidth * Math.min(window.devicePixelRatio, MOST_SHARP)) / width });
      [target.width, target.height] = [Math.round(viewport.width), Math.round(viewport.height)];
      const task = page.render({ canvas: target, viewport });
      stop = () => task.cancel();
      const [content] = await Promise.all([page.getTextContent(), task.promise]);
      if (gone) return;
      setText(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      setDrawn(n);
    };
    draw().catch(() => { if (!gone) onFailed(); });
    return () => { gone = true; stop(); };
  }, [pdf, n]);
  return (
    <div>
      <canvas ref={canvas} role="img" aria-label={label} data-page={drawn} style={{ width: '100%', border: '1px solid var(--df-line)' }} />
      <div className="df-visually-hidden" style={{ whiteSpace: 'pre-wrap' }}>{text}</div>
    </div>
  );
}
