import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { colours, fontFamily } from "@/app/theme";
import type { DaySeries } from "./DayChart";

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

interface Props {
  question: string;
  days: readonly string[];
  series: readonly DaySeries[];
  unit: string;
  format: (value: number) => string;
}

/** DayCanvas draws several courses over the days, bars upon each other or lines; a chunk of its own. */
export default function DayCanvas({ question, days, series, unit, format }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!box.current) return;
    const made = init(box.current, undefined, { renderer: "svg" });
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(box.current);
    made.setOption({
      animation: false,
      textStyle: { fontFamily },
      legend: { top: 0, left: 0, textStyle: { color: colours.text } },
      grid: { left: 8, right: 24, top: 56, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", valueFormatter: (v: unknown) => (typeof v === "number" ? `${format(v)} ${unit}` : "—") },
      xAxis: { type: "category", data: [...days], axisTick: { show: false }, axisLabel: { color: colours.text } },
      yAxis: { type: "value", name: unit, axisLabel: { color: colours.quiet }, nameTextStyle: { color: colours.quiet } },
      series: series.map((s) => ({
        type: s.line ? "line" : "bar", name: s.name, data: [...s.values], barMaxWidth: 28, symbolSize: 7, itemStyle: { color: s.colour },
        ...(s.line ? {} : { stack: "all" }),
        ...(s.dashed ? { lineStyle: { type: "dashed" } } : {}),
      })),
    });
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, [days, series, unit, format]);
  return <div ref={box} role="img" aria-label={`${question}完整数字见表。`} style={{ height: 280, width: "100%" }} />;
}
