/**
 * A map: a question's picture in which regions stand for choices. The native controls stay the only ones; a region is the
 * label of a choice once more, in the picture. What is pointed at or focused in the one shows in the other.
 */

/** What is heard of the picture and of the choices beside it. A press of a choice is the browser's own business. */
const heard = ["click", "pointerover", "pointerleave", "focusin", "focusout", "change"];

/** Ties the regions of a picture, each by the value of its control, to the choices that stand beside it `around` both. */
export function tie(around, regions) {
  const labels = [...around.querySelectorAll("label")];
  const controls = labels.map((label) => label.querySelector("input"));
  const parts = regions
    .map(([choice, region]) => [controls.findIndex(({ value }) => value === choice), region])
    .filter(([at]) => at >= 0);
  let pointed = -1;
  let focused = -1;

  /** Shows in picture and list what is picked, what is pointed at, and what a reader at a keyboard is on. */
  const show = () => {
    labels.forEach((label, at) => label.toggleAttribute("data-pointed", at === pointed));
    for (const [at, region] of parts) {
      region.toggleAttribute("data-pointed", at === pointed);
      region.toggleAttribute("data-focused", at === focused);
      region.toggleAttribute("data-picked", controls[at].checked);
    }
  };

  const hear = ({ type, target }) => {
    const region = parts.find(([, it]) => it.contains(target))?.[0];
    const choice = region ?? labels.findIndex((it) => it.contains(target));
    if (type === "pointerover") pointed = choice;
    if (type === "pointerleave") pointed = -1;
    // Whether it is to be seen the browser decides: the style sheet asks it.
    if (type === "focusin") focused = choice;
    if (type === "focusout") focused = -1;
    if (type === "click" && region !== undefined) {
      // A press of a region is one of the control, with all that comes of it.
      controls[region].focus({ preventScroll: true });
      controls[region].click();
    }
    show();
    // What a pick does to the others shows by then.
    if (type === "change") requestAnimationFrame(show);
  };
  for (const name of heard) around.addEventListener(name, hear);
  // By then what was picked before is picked again.
  requestAnimationFrame(show);
}
