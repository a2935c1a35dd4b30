// How far two pictures are from each other, and a picture that shows where.
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/**
 * How far apart the colours of two pixels may be that count as the same, from 0 to 1, as pixelmatch measures it. This is some
 * two steps of 256: the same Chromium with the same letters draws the same. Pixels that only smooth an edge are left out.
 */
const distance = 0.01;
/** How many in a hundred pixels may differ: in a picture of a phone's size, some thirty, as many as a comma has. */
export const allowed = 0.01;

/** Compares two PNGs: how many in a hundred pixels differ, the sizes, and a PNG of both with the difference between them. */
export function compare(was, is) {
  const pictures = [was, is].map((png) => PNG.sync.read(png));
  const width = Math.max(...pictures.map((it) => it.width));
  const height = Math.max(...pictures.map((it) => it.height));
  // What one picture has and the other has not differs from everything.
  const [before, now] = pictures.map((it, index) => {
    const room = new PNG({ width, height });
    room.data.fill(index ? 0xff : 0x00);
    PNG.bitblt(it, room, 0, 0, it.width, it.height, 0, 0);
    return room;
  });
  const between = new PNG({ width, height });
  const differ = pixelmatch(before.data, now.data, between.data, width, height, { threshold: distance });
  const size = ({ width, height }) => `${width} × ${height}`;
  return {
    share: (100 * differ) / (width * height),
    sizes: pictures.map(size),
    side: () => side([before, between, now]),
  };
}

/** Pictures of one size beside each other. */
function side(pictures) {
  const [{ width, height }] = pictures;
  const row = new PNG({ width: width * pictures.length, height });
  pictures.forEach((it, index) => PNG.bitblt(it, row, 0, 0, width, height, index * width, 0));
  return small(row);
}

/** A PNG in few bytes, for what is kept: what is drawn here are letters on plain grounds, which no filter makes smaller. */
const small = (png) => PNG.sync.write(png, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });

/** The same PNG in fewer bytes. */
export const shrink = (png) => small(PNG.sync.read(png));
