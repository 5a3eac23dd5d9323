import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use, type ECharts } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { colours, fontFamily } from "@/app/theme";
import type { ChartPoint } from "./Chart";

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  question: string;
  points: readonly ChartPoint[];
  unit: string;
  kind: "bar" | "line";
  height: number;
  format: (value: number) => string;
  onOpen: (point: ChartPoint) => void;
}

/** ChartCanvas draws with ECharts; it is a chunk of its own, fetched only where a chart is shown. */
export default function ChartCanvas({ question, points, unit, kind, height, format, onOpen }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const open = useRef(onOpen);
  open.current = onOpen;

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
    const sideways = kind === "bar" && points.length > 6; // long Chinese names read better at the left
    const names = { type: "category" as const, data: points.map((p) => p.label), inverse: sideways, axisTick: { show: false }, axisLabel: { color: colours.text, interval: 0 as const } };
    const values = { type: "value" as const, name: unit, minInterval: 1, axisLabel: { color: colours.quiet }, nameTextStyle: { color: colours.quiet } };
    made.setOption(
      {
        animation: false,
        textStyle: { fontFamily },
        grid: { left: 8, right: 24, top: sideways ? 8 : 32, bottom: 8, containLabel: true },
        tooltip: { trigger: "item", valueFormatter: (v: unknown) => `${format(Number(v))} ${unit}` },
        xAxis: sideways ? { ...values, name: "" } : names,
        yAxis: sideways ? names : values,
        series: [{
          type: kind,
          data: points.map((p) => p.value),
          itemStyle: { color: colours.blue },
          barMaxWidth: 28,
          cursor: points.some((p) => p.to) ? "pointer" : "default",
          label: kind === "bar" ? { show: true, position: sideways ? "right" : "top", color: colours.text, formatter: ({ value }: { value: unknown }) => format(Number(value)) } : undefined,
        }],
      },
      { notMerge: true },
    );
    made.off("click");
    made.on("click", ({ dataIndex }) => {
      const point = points[dataIndex];
      if (point) open.current(point);
    });
  }, [points, unit, kind, format]);

  const tallest = points[0] && points.reduce((a, b) => (b.value > a.value ? b : a));
  const tall = kind === "bar" && points.length > 6 ? Math.max(height, points.length * 28) : height;
  return (
    <div
      ref={box}
      role="img"
      aria-label={`${question}${tallest ? `最多：${tallest.label}，${format(tallest.value)} ${unit}。` : ""}完整数字见表。`}
      style={{ height: tall, width: "100%" }}
    />
  );
}
