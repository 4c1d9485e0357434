/** Figures before and after with their intervals. */
import type { Measure, MeasureEffect } from '../../../engine/improvement/types.js';
import { formatNumber } from '../../format.js';
import { useWords } from '../../i18n/index.js';

export function EffectTable({ measures, caption }: { measures: readonly MeasureEffect[]; caption: string }) {
  const { t, language } = useWords();
  // Nought is added so that nothing reads as minus nought.
  const figure = (measure: Measure, value: number): string => formatNumber(Math.round((measure === 'lateShare' ? value * 100 : value) * 100) / 100 + 0, language);
  return (
    <div className="df-table-wrap" tabIndex={0} role="group" aria-label={caption}>
      <table className="df-table">
        <caption>{caption}</caption>
        <thead><tr><th scope="col">{t('improvement.goal')}</th>{['before', 'after', 'shift', 'interval'].map((key) => <th key={key} scope="col" className="df-number">{t(`improvement.${key}`)}</th>)}<th scope="col">{t('improvement.verdictLabel')}</th></tr></thead>
        <tbody>{measures.map(({ measure, before, after, shift, low, high, verdict }) => (
          <tr key={measure} data-measure={measure} data-verdict={verdict}>
            <th scope="row">{t(`improvement.measure.${measure}`)}</th>
            <td className="df-number">{figure(measure, before)}</td><td className="df-number">{figure(measure, after)}</td><td className="df-number">{figure(measure, shift)}</td>
            <td className="df-number">{figure(measure, low)} … {figure(measure, high)}</td><td>{t(`improvement.verdict.${verdict}`)}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}
