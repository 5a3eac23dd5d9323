import { useEffect, useRef, useState, type PointerEvent } from "react";

interface Props {
  id?: string;
  label: string;
  /** The signature as a PNG in base64, empty while nothing is drawn. */
  value?: string;
  onChange?: (png: string) => void;
}

/** SignaturePad takes a signature by finger, pen or mouse. */
export function SignaturePad({ id, label, value = "", onChange }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawing = useRef(false);
  const [empty, setEmpty] = useState(true);

  // The picture has the size of the field on the screen, at most twice for fine screens.
  useEffect(() => {
    const pad = canvas.current;
    if (!pad) return;
    const scale = Math.min(2, globalThis.devicePixelRatio || 1);
    const { width, height } = pad.getBoundingClientRect();
    pad.width = Math.round(width * scale);
    pad.height = Math.round(height * scale);
    const pen = pad.getContext("2d");
    if (!pen) return;
    pen.scale(scale, scale);
    pen.lineWidth = 3;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#000";
  }, []);

  const at = (event: PointerEvent<HTMLCanvasElement>): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const down = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext("2d");
    if (!pen || event.button > 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.current = true;
    const [x, y] = at(event);
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x + 0.1, y);
    pen.stroke();
    setEmpty(false);
  };
  const move = (event: PointerEvent<HTMLCanvasElement>) => {
    const pen = event.currentTarget.getContext("2d");
    if (!drawing.current || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
  };
  const up = (event: PointerEvent<HTMLCanvasElement>) => {
    if (!drawing.current) return;
    drawing.current = false;
    onChange?.(event.currentTarget.toDataURL("image/png").split(",")[1] ?? "");
  };
  const clear = () => {
    const pad = canvas.current;
    const pen = pad?.getContext("2d");
    if (pad && pen) pen.clearRect(0, 0, pad.width, pad.height);
    setEmpty(true);
    onChange?.("");
  };
  return (
    <>
      <canvas id={id} ref={canvas} className="zv-pad" role="img" aria-label={`${label}：${value ? "已签名" : "还没有签名"}`} onPointerDown={down} onPointerMove={move} onPointerUp={up} onPointerCancel={up} />
      <button type="button" className="zf-link zv-clear" onClick={clear} disabled={empty}>清除重签</button>
    </>
  );
}
