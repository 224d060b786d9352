/** Width and height in pixels from a PNG's first chunk (PNG specification, IHDR); null when it is not a PNG. */
export function pngSize(bytes: Buffer): [width: number, height: number] | null {
  if (bytes.length < 24 || bytes.toString('latin1', 1, 4) !== 'PNG') return null;
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
