/** Parts that are shown on demand come on demand: the first page stays small. Nothing is shown until they are there. */
import { lazy, Suspense, type ComponentType } from 'react';

export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>;
  return function Lazily(props: Props) {
    return <Suspense fallback={null}><Part {...props} /></Suspense>;
  };
}
