// Compares two pictures, and draws a picture that shows where they differ.
import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";

/**
 * The largest color difference of two pixels that count as equal, from 0 to 1, as pixelmatch measures it. It is about two
 * steps of 256. Pixels that only smooth an edge are not compared.
 */
const threshold = 0.01;
/** The percentage of pixels that may differ: about thirty pixels of a phone's screen, the size of a comma. */
export const allowedPercent = 0.01;

/**
 * Compares two PNG files. `percent` is the share of pixels that differ, `sizes` are the sizes in words, and `sideBySide` draws
 * a PNG with the old picture, the difference and the new picture.
 */
export function compareImages(oldPng, newPng) {
  const images = [oldPng, newPng].map((png) => PNG.sync.read(png));
  const width = Math.max(...images.map((image) => image.width));
  const height = Math.max(...images.map((image) => image.height));
  // A smaller picture is filled up, with black or white: pixels that only one picture has always differ.
  const [before, after] = images.map((image, index) => {
    const canvas = new PNG({ width, height });
    canvas.data.fill(index ? 0xff : 0x00);
    PNG.bitblt(image, canvas, 0, 0, image.width, image.height, 0, 0);
    return canvas;
  });
  const difference = new PNG({ width, height });
  const differing = pixelmatch(before.data, after.data, difference.data, width, height, { threshold });
  return {
    percent: (100 * differing) / (width * height),
    sizes: images.map((image) => `${image.width} × ${image.height}`),
    sideBySide: () => encodeSmall(inARow([before, difference, after])),
  };
}

/** Joins PNG files of one size into a row, as one PNG. */
export const sideBySide = (pngs) => encodeSmall(inARow(pngs.map((png) => PNG.sync.read(png))));

/** Joins pictures of one size into a row. */
function inARow(images) {
  const [{ width, height }] = images;
  const row = new PNG({ width: width * images.length, height });
  images.forEach((image, index) => PNG.bitblt(image, row, 0, 0, width, height, index * width, 0));
  return row;
}

/** Encodes a PNG in few bytes. No filter helps, because the pictures are letters on plain backgrounds. */
const encodeSmall = (image) =>
  PNG.sync.write(image, { colorType: 2, filterType: 0, deflateLevel: 9, deflateStrategy: 0 });

/** Encodes the same picture in fewer bytes. */
export const shrinkPng = (png) => encodeSmall(PNG.sync.read(png));
