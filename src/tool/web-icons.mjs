// The icons of the page, drawn from a list of rectangles: a leaf of a calendar with one day marked.
import { deflateSync } from "node:zlib";

const GROUND = "#1d3557", LEAF = "#ffffff", BAND = "#e9c46a", DAY = "#a8b8cc", LAST = "#d1495b";

// Left, top, width and height in 64 by 64; all that matters stands in the middle, which a round icon shows.
const rectangles = [
  [0, 0, 64, 64, GROUND],
  [14, 16, 36, 34, LEAF],
  [14, 16, 36, 8, BAND],
  [21, 12, 4, 8, LEAF],
  [39, 12, 4, 8, LEAF],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => [18 + 7.5 * (i % 4), 27 + 7 * Math.floor(i / 4), 5, 5, DAY]),
  [18 + 7.5 * 2, 41, 5, 5, LAST],
];

export function svg() {
  const rows = rectangles.map(([x, y, width, height, fill]) =>
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">\n${rows.join("\n")}\n</svg>\n`;
}

// The checksum that PNG asks for.
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]), length = Buffer.alloc(4), sum = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// The same as PNG, `size` pixels wide and high.
export function png(size) {
  const rows = Buffer.alloc(size * (1 + 3 * size)), scale = size / 64;
  for (const [x, y, width, height, fill] of rectangles) {
    const colour = Buffer.from(fill.slice(1), "hex");
    for (let row = Math.round(y * scale); row < Math.round((y + height) * scale); row++)
      for (let column = Math.round(x * scale); column < Math.round((x + width) * scale); column++)
        colour.copy(rows, row * (1 + 3 * size) + 1 + 3 * column);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 2, 0, 0, 0], 8); // 8 bits each of red, green, blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}
