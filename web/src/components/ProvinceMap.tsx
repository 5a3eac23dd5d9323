import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState, type CSSProperties, type KeyboardEvent } from "react";
import { count } from "./format";
import { mapClasses, outlineQuery, shade, type MapClass, type MapShape, type ProvinceOutline } from "./ProvinceMapData";
import { QueryView } from "./QueryView";
import "./ProvinceMap.css";

/** What a place of the map says. */
export interface MapPlace {
  /** Six digits: the code of the city. */
  adcode: string;
  value: number;
  /** More numbers of this place, shown beside the chosen one: [["在办", 12]]. */
  more?: readonly (readonly [string, number])[];
  /** The list behind this place; a click opens it. */
  to?: string;
  search?: Record<string, string>;
}

interface Props {
  /** Province as outlineOf names it. */
  province: string;
  /** The question the map answers: its name for those who do not see it. */
  question: string;
  /** What is counted: "逾期". */
  measure: string;
  unit?: string;
  /** red only for what is late or refused. */
  tone?: "blue" | "red";
  /** Every place; one that the map has and this list has not is drawn as 0. */
  places: readonly MapPlace[];
}

/** ProvinceMap draws the cities of a province in five classes of a number; each is a link to its list and bears its number. */
export function ProvinceMap(props: Props) {
  const outline = useQuery(outlineQuery(props.province));
  return <QueryView query={outline}>{(map) => <Drawn {...props} map={map} />}</QueryView>;
}

/** within keeps half a tip's width of room at both edges of the sheet. */
const within = (style: CSSProperties): CSSProperties => ({ ...style, left: `clamp(60px, ${style.left}, calc(100% - 60px))` });

interface Shown extends MapPlace {
  shape: MapShape;
  rank: number;
}

function Drawn({ map, question, measure, unit = "件", tone = "blue", places }: Props & { map: ProvinceOutline }) {
  const [active, setActive] = useState<string>();
  const known = new Map(places.map((p) => [p.adcode, p]));
  const classes = mapClasses(map.places.map((s) => known.get(s.adcode)?.value ?? 0));
  const shown: Shown[] = map.places.map((shape) => {
    const place = known.get(shape.adcode) ?? { adcode: shape.adcode, value: 0 };
    return { ...place, shape, rank: shade(classes, place.value) };
  });
  // The keyboard goes through the places as one would read them: most first.
  shown.sort((a, b) => b.value - a.value || a.adcode.localeCompare(b.adcode));
  const here = shown.find((p) => p.adcode === active);
  const [x, y, width, height] = map.box;
  const percent = ([px, py]: [number, number]): CSSProperties => ({ left: `${((px - x) / width) * 100}%`, top: `${((py - y) / height) * 100}%` });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !here) return;
    event.stopPropagation(); // Esc takes the tip away first; only then it goes back
    setActive(undefined);
  };
  return (
    <figure className={`zf-map zf-map-${tone}`}>
      <div className="zf-map-sheet" onKeyDown={onKeyDown} style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(62vh * ${(width / height).toFixed(3)})` }}>
        <svg viewBox={map.box.join(" ")} role="group" aria-label={question}>
          {shown.map((place) => (
            <Place
              key={place.adcode}
              place={place}
              name={`${place.shape.name}：${measure} ${count(place.value)} ${unit}`}
              onEnter={() => setActive(place.adcode)}
              onLeave={() => setActive((now) => (now === place.adcode ? undefined : now))}
            />
          ))}
          {here && <path className="zf-map-here" d={here.shape.d} aria-hidden="true" />}
        </svg>
        <div aria-hidden="true">
          {shown.map((place) => (
            <span key={place.adcode} className="zf-map-label" style={percent(place.shape.at)}>
              <span className="zf-map-name">{place.shape.name.replace(/市$/, "")}</span>
              <b className="zf-num">{count(place.value)}</b>
            </span>
          ))}
          {here && <Tip place={here} measure={measure} unit={unit} style={within(percent(here.shape.at))} high={here.shape.at[1] - y < height / 4} />}
        </div>
      </div>
      <figcaption>
        <Legend classes={classes} values={shown.map((p) => p.value)} measure={measure} unit={unit} />
        <p className="zf-help">界线为示意，不作为划界依据。</p>
      </figcaption>
    </figure>
  );
}

function Place({ place, name, onEnter, onLeave }: { place: Shown; name: string; onEnter: () => void; onLeave: () => void }) {
  const hear = { onMouseEnter: onEnter, onMouseLeave: onLeave, onFocus: onEnter, onBlur: onLeave };
  const path = <path className={`zf-map-place zf-map-${place.rank}`} d={place.shape.d} />;
  return place.to
    ? <Link to={place.to} search={place.search ?? {}} aria-label={name} {...hear}>{path}</Link>
    : <g role="img" tabIndex={0} aria-label={name} {...hear}>{path}</g>;
}

function Tip({ place, measure, unit, style, high }: { place: Shown; measure: string; unit: string; style: CSSProperties; high: boolean }) {
  return (
    <div className={high ? "zf-map-tip zf-map-tip-below" : "zf-map-tip"} style={style}>
      <strong>{place.shape.name}</strong>
      <span>{measure} <b className="zf-num">{count(place.value)}</b> {unit}</span>
      {(place.more ?? []).map(([label, value]) => <span key={label}>{label} <b className="zf-num">{count(value)}</b> {unit}</span>)}
    </div>
  );
}

function Legend({ classes, values, measure, unit }: { classes: readonly MapClass[]; values: readonly number[]; measure: string; unit: string }) {
  return (
    <ul className="zf-map-legend" aria-label={`图例：${measure}（${unit}）`}>
      {classes.map((c) => (
        <li key={c.from}>
          <i className={`zf-map-${shade(classes, c.from)}`} aria-hidden="true" />
          <span className="zf-num">{c.from === c.to ? count(c.from) : `${count(c.from)}–${count(c.to)}`} {unit}</span>
          <span className="zf-help">{values.filter((v) => v >= c.from && v <= c.to).length} 地</span>
        </li>
      ))}
    </ul>
  );
}
