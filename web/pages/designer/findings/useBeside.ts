/** The drawing beside the published procedures, as the server sees it; which one stands beside it on the screen. */
import { useMemo, useRef, useState } from 'react';
import type { Finding } from '../../../../engine/check.js';
import type { MapPlace } from '../../../../server/contract.js';
import { library } from '../../../api/library.js';

export interface Beside {
  compare: (xml: string) => Promise<Finding[]>;
  /** The last question was not answered: what is shown of other procedures may be old. */
  failed: boolean;
  placeOf: (id: string) => MapPlace | undefined;
  open: (place: MapPlace | undefined) => void;
  opened: MapPlace | undefined;
}

export function useBeside(procedureId: string): Beside {
  const [failed, setFailed] = useState(false);
  const [opened, open] = useState<MapPlace>();
  const places = useRef(new Map<string, MapPlace>());
  return useMemo(() => ({
    compare: async (xml) => {
      try {
        const { findings, procedures } = await library.checkBeside(procedureId, xml);
        for (const place of procedures) places.current.set(place.id, place);
        setFailed(false);
        return findings;
      } catch (error) {
        setFailed(true);
        throw error;
      }
    },
    failed, placeOf: (id) => places.current.get(id), open, opened,
  }), [procedureId, failed, opened]);
}
