/**
 * A question's picture with a region for each choice. The native controls stay the only controls: a region is one more label of its
 * choice. A choice that is pointed at or focused in the list shows in the picture, and the other way round.
 */

const EVENTS = ["click", "pointerover", "pointerleave", "focusin", "focusout", "change"];

/**
 * Links the regions of a picture to the choices beside it.
 *
 * @param {HTMLElement} question The element around the picture and the choices.
 * @param {[choice: string, region: SVGElement][]} regions Each region with the value of its choice's control.
 */
export function linkRegions(question, regions) {
  const labels = [...question.querySelectorAll("label")];
  const controls = labels.map((label) => /** @type {HTMLInputElement} */ (label.querySelector("input")));
  /** The regions with the indices of their choices. @type {[index: number, region: SVGElement][]} */
  const linked = [];
  for (const [choice, region] of regions) {
    const index = controls.findIndex(({ value }) => value === choice);
    if (index >= 0) linked.push([index, region]);
  }
  let pointed = -1;
  let focused = -1;

  /** Marks the picked, the pointed and the focused choice in the picture and in the list. */
  const update = () => {
    labels.forEach((label, index) => label.toggleAttribute("data-pointed", index === pointed));
    for (const [index, region] of linked) {
      region.toggleAttribute("data-pointed", index === pointed);
      region.toggleAttribute("data-focused", index === focused);
      region.toggleAttribute("data-picked", controls[index].checked);
    }
  };

  /** @param {Event} event */
  const onEvent = ({ type, target }) => {
    const node = /** @type {Node} */ (target);
    const region = linked.find(([, element]) => element.contains(node))?.[0];
    const choice = region ?? labels.findIndex((label) => label.contains(node));
    if (type === "pointerover") pointed = choice;
    if (type === "pointerleave") pointed = -1;
    // The style sheet shows the focus where the browser would: by `:focus-visible`.
    if (type === "focusin") focused = choice;
    if (type === "focusout") focused = -1;
    if (type === "click" && region !== undefined) {
      // A press of a region is a press of its control, with all its effects.
      controls[region].focus({ preventScroll: true });
      controls[region].click();
    }
    update();
    // By the next frame the pick has had its effect on the other choices.
    if (type === "change") requestAnimationFrame(update);
  };
  for (const name of EVENTS) question.addEventListener(name, onEvent);
  // By the next frame the reader's earlier picks are set.
  requestAnimationFrame(update);
}
