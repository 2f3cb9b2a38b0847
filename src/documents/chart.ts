import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { YearChart } from '../domain/summary/year-chart.model.ts';

use([BarChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);

const packages = createRequire(import.meta.url);
const fontFile = (cut: string): string =>
  packages.resolve(`@expo-google-fonts/noto-sans/${cut}/NotoSans_${cut}.ttf`);
const FONT = 'Noto Sans';
const FONT_FILES = [fontFile('400Regular'), fontFile('700Bold')];

/** Pixels: a phone shows the picture about 360 points wide, so type of 34 pixels reads as 11 points. */
const WIDTH = 1080;
const HEIGHT = 1500;
const TYPE = { title: 44, text: 36, small: 30 } as const;
const INK = '#1b2430';
/** The axis counts at least so many people: a lone one is no full bar. */
const LEAST = 4;
/** Characters of a line at its size. */
const TITLE_LINE = 38;
const FOOTNOTE_LINE = 60;

/** Two tones that differ in grey too; the second is also striped, so colour never tells alone. */
const LOOKS = [
  { color: '#1f5f99' },
  {
    color: '#e8a33d',
    decal: {
      symbol: 'rect' as const,
      color: 'rgba(90, 50, 0, 0.75)',
      dashArrayX: [1, 0],
      dashArrayY: [4, 8],
      rotation: Math.PI / 4,
    },
  },
];

/** The picture as PNG: bars with their numbers, month under month, in Noto Sans whatever the machine has. */
export async function yearChartPng(chart: YearChart): Promise<Uint8Array> {
  const picture = await renderAsync(yearChartSvg(chart), {
    font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FONT },
    background: '#ffffff',
  });
  return new Uint8Array(picture.asPng());
}

/** The same picture as SVG, its texts still to be set in the font. */
export function yearChartSvg({ title, subtitle, series, rows, footnote }: YearChart): string {
  const view = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  const lines = wrapped(title, TITLE_LINE);
  view.setOption({
    animation: false,
    textStyle: { fontFamily: FONT, color: INK, fontSize: TYPE.text },
    title: [
      {
        text: lines.join('\n'),
        subtext: subtitle,
        left: 40,
        top: 30,
        itemGap: 14,
        textStyle: { fontFamily: FONT, color: INK, fontSize: TYPE.title, lineHeight: 54 },
        subtextStyle: { fontFamily: FONT, color: INK, fontSize: TYPE.text },
      },
      {
        text: wrapped(footnote, FOOTNOTE_LINE).join('\n'),
        left: 40,
        bottom: 24,
        textStyle: {
          fontFamily: FONT,
          color: INK,
          fontSize: TYPE.small,
          fontWeight: 'normal',
          lineHeight: 40,
        },
      },
    ],
    legend: {
      left: 40,
      top: 120 + lines.length * 54,
      itemWidth: 60,
      itemHeight: 34,
      itemGap: 60,
      textStyle: { fontFamily: FONT, color: INK, fontSize: TYPE.text },
      data: [...series],
    },
    grid: { left: 370, right: 90, top: 200 + lines.length * 54, bottom: 130 },
    xAxis: {
      type: 'value',
      show: false,
      max: Math.max(...rows.flatMap(({ counts }) => counts)) < LEAST ? LEAST : null,
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: INK, width: 2 } },
      axisLabel: {
        fontFamily: FONT,
        color: INK,
        fontSize: TYPE.text,
        margin: 20,
        interval: 0,
        formatter: (label: string, place: number) =>
          place === 0 ? `{already|${label}}` : `{month|${label}}`,
        rich: {
          already: { fontFamily: FONT, fontWeight: 'bold', fontSize: TYPE.text, color: INK },
          month: { fontFamily: FONT, fontSize: TYPE.text, color: INK },
        },
      },
      splitLine: { show: true, interval: 0, lineStyle: { color: '#d5dae0', width: 2 } },
    },
    series: series.map((name, place) => ({
      name,
      type: 'bar' as const,
      barWidth: 30,
      barGap: '15%',
      itemStyle: { ...LOOKS[place], borderColor: INK, borderWidth: 1 },
      label: {
        show: true,
        position: 'right' as const,
        fontFamily: FONT,
        fontSize: TYPE.small,
        fontWeight: 'bold' as const,
        color: INK,
        formatter: ({ value }: { value?: unknown }) => (value === 0 ? '' : String(value)),
      },
      data: rows.map(({ counts }) => counts[place] ?? 0),
    })),
  });
  const svg = view.renderToSVGString();
  view.dispose();
  return svg;
}

/** Lines of whole words of at most `room` characters. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= room) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
