/**
 * For the page around frame.html, where it can run a script: gives each `<iframe class="which-cause-frame">` the
 * height of what is in it, and brings the start of a new screen into view where it is not. It believes a frame that
 * says so itself, from where its address is, and what a frame says is about that frame alone.
 */
const frames = () => [...document.querySelectorAll("iframe.which-cause-frame")];

addEventListener("message", ({ data, origin, source }) => {
  const frame = frames().find((it) => it.contentWindow === source);
  if (!frame) return;
  // A sandboxed frame is of no origin.
  const nowhere = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
  if (origin !== (nowhere ? "null" : new URL(frame.src).origin)) return;
  const { type, height, bottom } = Object(data);
  if (type === "which-cause-height" && height > 0 && height < 1e5) {
    frame.style.boxSizing = "content-box";
    frame.style.minHeight = 0;
    frame.style.height = height + "px";
  }
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
