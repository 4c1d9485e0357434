import type { ReactNode } from 'react';

const looks: Record<'error' | 'warning' | 'advice' | 'unknown', { colour: string; shape: ReactNode }> = {
  error: { colour: 'var(--df-late)', shape: <path d="M4.3 1h5.4L13 4.3v5.4L9.7 13H4.3L1 9.7V4.3z" fill="currentColor" /> },
  warning: { colour: 'var(--df-soon)', shape: <path d="M7 1 13.5 12.5H.5z" fill="currentColor" /> },
  advice: { colour: '#0f5c72', shape: <circle cx="7" cy="7" r="5.5" fill="currentColor" /> },
  unknown: { colour: 'var(--df-paused)', shape: <path d="M7 1 13 7l-6 6-6-6z" fill="none" stroke="currentColor" strokeWidth="1.6" /> },
};

export function SeverityMark({ severity, text }: { severity: keyof typeof looks; text: string }) {
  return <span className="df-mark" style={{ color: looks[severity].colour }}><svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">{looks[severity].shape}</svg>{text}</span>;
}
