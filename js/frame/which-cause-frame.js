/**
 * For the page around frame.html, where it can run a script: gives each `<iframe class="which-cause-frame">` the
 * height of what is in it, and brings the start of a new screen into view where it is not. It believes a frame that
 * says so itself, from where its address is, and what a frame says is about that frame alone.
 */
const frames = () => [...document.querySelectorAll("iframe.which-cause-frame")];

/** The boxes that get the height of the frame in them. */
const grown = new WeakSet();

/** The frames that the page's owner has been warned of. */
const warned = new WeakSet();

const bottom = (element) => element.getBoundingClientRect().bottom;

/** Whether an element ends before the frame in it does. */
const isShort = (element, frame) => bottom(element) < bottom(frame) - 1;

/**
 * Gives a frame its height. Site builders put iframes into a box of a fixed ratio, as they do with videos: where a box has nothing
 * else in it, it gets the height of its frame.
 */
function fit(frame, height) {
  Object.assign(frame.style, { boxSizing: "content-box", minHeight: 0, height: height + "px" });
  const box = frame.parentElement;
  const isFrames = box !== document.body && box.children.length === 1 && !box.textContent.trim();
  if (grown.has(box) || (isFrames && isShort(box, frame))) {
    grown.add(box);
    Object.assign(box.style, { aspectRatio: "auto", paddingBlock: 0, height: frame.offsetHeight + "px" });
  }
  // Where the page lets heights change slowly, they have changed by then.
  setTimeout(warnOfCut, 1000, frame);
}

/** Tells the page's owner, once for a frame, that its box cuts it or lets it lie over what follows. */
function warnOfCut(frame) {
  if (warned.has(frame) || !frame.clientHeight) return;
  let cut = frame.clientHeight < parseInt(frame.style.height);
  for (let it = frame.parentElement; it !== document.body; it = it.parentElement) {
    const clips = it === frame.parentElement || /hidden|clip/.test(getComputedStyle(it).overflowY);
    cut ||= clips && isShort(it, frame);
  }
  if (!cut) return;
  warned.add(frame);
  console.warn("which-cause: a box of a fixed height or ratio cuts this frame. Take the iframe out of it.", frame);
}

addEventListener("message", ({ data, origin, source }) => {
  const frame = frames().find((it) => it.contentWindow === source);
  if (!frame) return;
  // A sandboxed frame is of no origin.
  const nowhere = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  if (origin !== (nowhere ? "null" : new URL(frame.src).origin)) return;
  const { type, height, bottom } = Object(data);
  if (type === "which-cause-height" && height > 0 && height < 1e5) fit(frame, height);
  if (type === "which-cause-focus") {
    // Has the browser look at the frame down to the heading: it knows every pane that scrolls, and the page's `scroll-padding`.
    const { scrollMarginBottom } = frame.style;
    frame.style.scrollMarginBottom = Math.min(0, bottom - frame.offsetHeight) + "px";
    const { top } = frame.getBoundingClientRect();
    frame.scrollIntoView({ block: "nearest", behavior: "instant" });
    frame.style.scrollMarginBottom = scrollMarginBottom;
    const moved = frame.getBoundingClientRect().top !== top;
    if (moved || bottom > innerHeight) frame.scrollIntoView({ behavior: "instant" });
  }
});

// A frame that was there before this script has said its height to nobody.
for (const frame of frames()) frame.contentWindow.postMessage({ type: "which-cause-ask" }, "*");
