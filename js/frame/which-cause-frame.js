/**
 * A script for the page around frame.html. It gives each `<iframe class="which-cause-frame">` the height of its content, and brings the
 * start of a new screen into view. It believes only messages of such a frame, from the origin of the frame's address, and applies them
 * to that frame alone.
 */

/** @returns {HTMLIFrameElement[]} */
const frames = () => [...document.querySelectorAll(/** @type {"iframe"} */ ("iframe.which-cause-frame"))];

/** The boxes that get the height of the frame in them. @type {WeakSet<Element>} */
const grown = new WeakSet();

/** The frames that the console has named. @type {WeakSet<Element>} */
const warned = new WeakSet();

/** @param {Element} element */
const bottom = (element) => element.getBoundingClientRect().bottom;

/**
 * The parent of an element in the page's body.
 *
 * @param {Element} element
 */
const parentOf = (element) => /** @type {HTMLElement} */ (element.parentElement);

/**
 * Whether an element ends before the frame in it does.
 *
 * @param {Element} element
 * @param {Element} frame
 */
const isShort = (element, frame) => bottom(element) < bottom(frame) - 1;

/**
 * Gives a frame its height. Site builders put iframes into a box of a fixed ratio, as for a video. A box with nothing else in it gets
 * the height of its frame.
 *
 * @param {HTMLIFrameElement} frame
 * @param {number} height
 */
function setHeight(frame, height) {
  Object.assign(frame.style, { boxSizing: "content-box", minHeight: 0, height: height + "px" });
  const box = parentOf(frame);
  const isForFrame =
    box !== document.body && box.children.length === 1 && !(/** @type {string} */ (box.textContent).trim());
  if (grown.has(box) || (isForFrame && isShort(box, frame))) {
    grown.add(box);
    Object.assign(box.style, { aspectRatio: "auto", paddingBlock: 0, height: frame.offsetHeight + "px" });
  }
  // If the page has a transition for heights, it has ended by then.
  setTimeout(warnIfCut, 1000, frame);
}

/**
 * Names a frame once, in the console, if a box around it cuts it or lets it lie over the content below.
 *
 * @param {HTMLIFrameElement} frame
 */
function warnIfCut(frame) {
  if (warned.has(frame) || !frame.clientHeight) return;
  let isCut = frame.clientHeight < parseInt(frame.style.height);
  for (let box = parentOf(frame); box !== document.body; box = parentOf(box)) {
    const clips = box === parentOf(frame) || /hidden|clip/.test(getComputedStyle(box).overflowY);
    isCut ||= clips && isShort(box, frame);
  }
  if (!isCut) return;
  warned.add(frame);
  console.warn("which-cause: a box of a fixed height or ratio cuts this frame. Take the iframe out of it.", frame);
}

addEventListener("message", ({ data, origin, source }) => {
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame) return;
  // A sandboxed frame has no origin.
  const isOpaque = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  if (origin !== (isOpaque ? "null" : new URL(frame.src).origin)) return;
  const { type, height, bottom } = Object(data);
  if (type === "which-cause-height" && height > 0 && height < 1e5) setHeight(frame, height);
  if (type === "which-cause-focus") {
    // For scrolling, the frame now ends with the heading. The browser knows every scrolling pane, and the page's `scroll-padding`.
    const { scrollMarginBottom } = frame.style;
    frame.style.scrollMarginBottom = Math.min(0, bottom - frame.offsetHeight) + "px";
    const { top } = frame.getBoundingClientRect();
    frame.scrollIntoView({ block: "nearest", behavior: "instant" });
    frame.style.scrollMarginBottom = scrollMarginBottom;
    const hasMoved = frame.getBoundingClientRect().top !== top;
    if (hasMoved || bottom > innerHeight) frame.scrollIntoView({ behavior: "instant" });
  }
});

// A frame that was there before this script has sent its height to nobody.
for (const frame of frames()) {
  const page = /** @type {Window} */ (frame.contentWindow);
  page.postMessage({ type: "which-cause-ask" }, "*");
}
