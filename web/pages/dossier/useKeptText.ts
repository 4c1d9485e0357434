/** What somebody has typed must outlive the form: a step that another person ends takes its form with it. */
import { useEffect, useRef } from 'react';

/** `text`: what would be lost now, empty when nothing would be. `keep` is given it when the form goes away. */
export function useKeptText(text: string, keep: (text: string) => void): void {
  const latest = useRef({ text, keep });
  useEffect(() => { latest.current = { text, keep }; });
  useEffect(() => () => {
    const { text: left, keep: give } = latest.current;
    if (left !== '') give(left);
  }, []);
}
