/** The chart of the overview, drawn by ECharts as SVG: a part of its own, loaded when a chart is shown. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, GridComponent, LegendComponent, SVGRenderer]);

export interface ChartSeries { name: string; kind: 'bar' | 'line'; tone: 'early' | 'onTime' | 'late' | 'received'; /** Nothing is drawn where there is none. */ values: readonly (number | undefined)[] }
export interface ChartGiven { periods: readonly string[]; series: readonly ChartSeries[]; /** Of the scale; by what is drawn without one. */ most?: number; format(value: number): string }

const COLOURS: Readonly<Record<ChartSeries['tone'], string>> = { early: '#4f9d69', onTime: '#2f7f95', late: '#a61b29', received: '#414d58' };
/** Stripes, so that late is not told by its colour alone. */
const STRIPES = { symbol: 'rect', color: 'rgba(255, 255, 255, 0.45)', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 4 };

/** Nothing moves, and nothing is written as markup: the policy of the page refuses styles there. */
export function drawChart(element: HTMLElement, given: ChartGiven): { show(next: ChartGiven): void; close(): void } {
  const chart: EChartsType = init(element, null, { renderer: 'svg' });
  const show = (next: ChartGiven): void => { chart.setOption(optionsOf(next), true); };
  show(given);
  const watched = new ResizeObserver(() => { chart.resize(); });
  watched.observe(element);
  return { show, close: () => { watched.disconnect(); chart.dispose(); } };
}

function optionsOf({ periods, series, most, format }: ChartGiven) {
  return {
    animation: false, textStyle: { fontFamily: 'inherit' }, grid: { left: 8, right: 12, top: 56, bottom: 8, containLabel: true }, legend: { top: 0, left: 0, itemGap: 14 },
    xAxis: { type: 'category', data: [...periods] }, yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: format }, ...(most === undefined ? {} : { max: most }) },
    series: series.map(({ name, kind, tone, values }) => ({
      name, type: kind, data: values.map((value) => value ?? '-'), color: COLOURS[tone], barMaxWidth: 40, emphasis: { disabled: true },
      ...(kind === 'bar' ? { stack: 'resolved', itemStyle: tone === 'late' ? { decal: STRIPES } : {} } : { symbol: 'circle', symbolSize: 7, lineStyle: { width: 2, type: 'dashed' } }),
    })),
  };
}
