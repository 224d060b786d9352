import type { GalleryPage } from '../../scripts/gallery/page.ts';
import { reduceColours } from './colours.ts';

const gap = 16;
const captionHeight = 28;

/** The same pictures give the same bytes; Chromium writes WebP without loss at the highest quality. */
export const makeSheet: GalleryPage['makeSheet'] = async (shots, columns) => {
  const pictures = await Promise.all(
    shots.map(async ({ caption, picture: png }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      return { caption, picture };
    }),
  );
  const rows = Array.from({ length: Math.ceil(pictures.length / columns) }, (_, row) =>
    pictures.slice(row * columns, (row + 1) * columns),
  );
  const heights = rows.map((row) => Math.max(...row.map(({ picture }) => picture.height)) + captionHeight + gap);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(...rows.map((row) => row.reduce((sum, { picture }) => sum + picture.width + gap, gap)));
  canvas.height = heights.reduce((sum, height) => sum + height, 0);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures');
  pen.fillStyle = '#b9bcc6';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.font = '600 14px "Open Sans"';
  pen.fillStyle = '#000000';
  let top = 0;
  for (const [index, row] of rows.entries()) {
    let left = gap;
    for (const { caption, picture } of row) {
      pen.fillText(caption, left, top + 19);
      pen.drawImage(picture, left, top + captionHeight);
      left += picture.width + gap;
    }
    top += heights[index] ?? 0;
  }
  const pixels = pen.getImageData(0, 0, canvas.width, canvas.height);
  reduceColours(new Uint32Array(pixels.data.buffer));
  pen.putImageData(pixels, 0, 0);
  return canvas.toDataURL('image/webp', 1).replace(/^.*,/, '');
};
