/** Search field that waits for a pause in typing before it asks the server; Enter asks at once and leaves it for the keys of the list. */
import { useEffect, useState, type Ref } from 'react';
import { TextInput } from '@mantine/core';
import { Icon } from './icons.js';

const PAUSE_MS = 250;
interface Props { value: string; label: string; onSearch: (text: string) => void; inputRef?: Ref<HTMLInputElement> }

export function SearchField({ value, label, onSearch, inputRef }: Props) {
  const [text, setText] = useState(value);
  useEffect(() => { setText(value); }, [value]);
  useEffect(() => {
    if (text === value) return undefined;
    const timer = setTimeout(() => onSearch(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <TextInput ref={inputRef} type="search" value={text} onChange={(event) => setText(event.currentTarget.value)} aria-label={label} placeholder={label}
      onKeyDown={(event) => { if (event.key === 'Enter') { onSearch(text); event.currentTarget.blur(); } }}
      leftSection={<Icon name="search" size={16} />} style={{ flex: '1 1 220px', maxWidth: 380 }} />
  );
}
