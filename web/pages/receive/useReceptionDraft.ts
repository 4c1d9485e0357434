/** Keeps what is typed at the server while it is typed: it survives a reload, a sign-out and another desk. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { deskApi } from '../../api/desk.js';

const PAUSE_MS = 600;
type State = 'none' | 'saving' | 'failed' | { savedAt: string };
interface Given { id: string; isNew: boolean; procedureId: string; title: string; content: string }

interface Kept {
  state: State;
  /** Waits for what is on its way: a save that is overtaken by the reception would bring the draft back. */
  settled: () => Promise<void>;
  /** It may be at the server: a save that failed may have arrived. */
  isKept: () => boolean;
  /** Ends the keeping, once it has been received. */
  stop: () => void;
}

/** `content` that is what it was at first is not kept. */
export function useReceptionDraft({ id, isNew, procedureId, title, content }: Given): Kept {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [state, setState] = useState<State>('none');
  const first = useRef(content);
  const waiting = useRef<(() => Promise<void>) | undefined>(undefined);
  const onItsWay = useRef<Promise<void>>(Promise.resolve());
  const stopped = useRef(false);
  const sent = useRef(!isNew);
  const send = useCallback(async () => {
    setState('saving');
    sent.current = true;
    try {
      const { savedAt } = await deskApi.saveDraft(id, { procedureId, title, content });
      setState({ savedAt });
      void client.invalidateQueries({ queryKey: ['drafts'], refetchType: 'none' });
    } catch {
      setState('failed');
    }
  }, [client, id, procedureId, title, content]);
  const save = useCallback(() => {
    waiting.current = undefined;
    onItsWay.current = Promise.all([onItsWay.current, send()]).then(() => undefined);
    return onItsWay.current;
  }, [send]);
  useEffect(() => {
    if (content === first.current || stopped.current) return undefined;
    first.current = content;
    waiting.current = save;
    const timer = setTimeout(() => { if (waiting.current === save) void save(); }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content, save]);
  // The address names the draft as soon as there is one, so that a reload finds it.
  useEffect(() => {
    if (isNew && typeof state === 'object') void navigate({ to: '/receive', search: { procedure: procedureId, draft: id }, replace: true });
  }, [isNew, state, id, procedureId, navigate]);
  // What the pause has not let through yet goes when the form goes.
  useEffect(() => () => { if (!stopped.current) void waiting.current?.(); }, []);
  const settled = useCallback(() => waiting.current?.() ?? onItsWay.current, []);
  return { state, settled, isKept: useCallback(() => sent.current, []), stop: useCallback(() => { stopped.current = true; waiting.current = undefined; }, []) };
}
