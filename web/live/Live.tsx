/** Keeps what is shown fresh while somebody is signed in. Shows nothing. */
import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { Freshener } from './freshen.js';
import { listen } from './stream.js';

export function Live({ personId }: { personId: string }) {
  const client = useQueryClient();
  useEffect(() => {
    const freshener = new Freshener(client);
    const end = listen(personId, (message) => freshener.hear(message));
    return () => { end(); freshener.stop(); };
  }, [client, personId]);
  return null;
}
