import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { colours, fontFamily } from "@/app/theme";
import type { ChartPoint } from "./Chart";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  question: string;
  points: readonly ChartPoint[];
  unit: string;
  format: (value: number) => string;
  onOpen: (point: ChartPoint) => void;
}

/** LineCanvas draws a course over time with ECharts; a chunk of its own, fetched when such a chart comes into view. */
export default function LineCanvas({ question, points, unit, format, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const open = useRef(onOpen);
  useEffect(() => {
    open.current = onOpen;
  }, [onOpen]);

  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, undefined, { renderer: "svg" });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const made = chart.current;
    if (!made) return;
    made.setOption(
      {
        animation: false,
        textStyle: { fontFamily },
        grid: { left: 8, right: 24, top: 32, bottom: 8, containLabel: true },
        tooltip: { trigger: "axis", valueFormatter: (v: unknown) => `${format(Number(v))} ${unit}` },
        xAxis: { type: "category", data: points.map((p) => p.label), axisTick: { show: false }, axisLabel: { color: colours.text } },
        yAxis: { type: "value", name: unit, minInterval: 1, axisLabel: { color: colours.quiet }, nameTextStyle: { color: colours.quiet } },
        series: [{ type: "line", data: points.map((p) => p.value), itemStyle: { color: colours.blue }, symbolSize: 8 }],
      },
      { notMerge: true },
    );
    made.off("click");
    made.on("click", ({ dataIndex }) => {
      const point = points[dataIndex];
      if (point) open.current(point);
    });
  }, [points, unit, format]);

  const [first, last] = [points[0], points.at(-1)];
  const course = first && last ? `${first.label} ${format(first.value)} ${unit}，${last.label} ${format(last.value)} ${unit}。` : "";
  return <div ref={box} role="img" aria-label={`${question}${course}完整数字见表。`} style={{ height: 280, width: "100%" }} />;
}
