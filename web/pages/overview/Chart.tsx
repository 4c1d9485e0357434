/** A picture of the table beside it, with its description in words. */
import { useEffect, useRef } from 'react';
import { type ChartGiven, drawChart } from './drawChart.js';

export function Chart({ given, label }: { given: ChartGiven; label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<ReturnType<typeof drawChart>>(undefined);
  useEffect(() => {
    if (drawn.current) drawn.current.show(given);
    else drawn.current = drawChart(place.current!, given);
  }, [given]);
  useEffect(() => () => { drawn.current?.close(); drawn.current = undefined; }, []);
  return <div role="img" aria-label={label} className="df-chart"><div ref={place} aria-hidden="true" style={{ width: '100%', height: 320 }} /></div>;
}
