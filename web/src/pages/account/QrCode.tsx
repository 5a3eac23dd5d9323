import qrcode from "qrcode-generator";
import { useMemo } from "react";

/** QrCode draws a QR code in the page itself: a secret must not travel to an image service. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => {
    const code = qrcode(0, "M");
    code.addData(text, "Byte");
    code.make();
    const modules = code.getModuleCount();
    const cells: string[] = [];
    for (let y = 0; y < modules; y++) for (let x = 0; x < modules; x++) if (code.isDark(y, x)) cells.push(`M${x + 4} ${y + 4}h1v1h-1z`);
    return { path: cells.join(""), size: modules + 8 };
  }, [text]);
  return (
    <svg className="zf-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
