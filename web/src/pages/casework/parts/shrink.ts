const longest = 2400;
const small = 1_500_000;

/** fit is the size that a picture is drawn at: no side longer than the limit, never larger than it was. */
export function fit(width: number, height: number, limit = longest): { width: number; height: number } {
  const ratio = Math.min(1, limit / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}

/** shrink makes a photograph from a phone small enough for a slow line; what is small already, or no photo, stays as it is. */
export async function shrink(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size <= small) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    const size = fit(picture.width, picture.height);
    const canvas = document.createElement("canvas");
    canvas.width = size.width;
    canvas.height = size.height;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, size.width, size.height);
    picture.close();
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, "image/jpeg", 0.85));
    if (!blob || blob.size >= file.size) return file;
    return new File([blob], file.name.replace(/\.\w+$/, "") + ".jpg", { type: "image/jpeg" });
  } catch {
    return file; // a picture that this browser cannot draw is sent as it is; the server says what is wrong with it
  }
}
