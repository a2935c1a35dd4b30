// What the page of pictures does: leaves out what its reader does not want to see, and opens a picture in its own size.
// Without this script every picture is there, and opens as a link.

const form = document.querySelector("form");
const dialog = document.querySelector("dialog");
const figures = [...document.querySelectorAll("figure")];
const kept = "which-cause-gallery";

/** Shows what is ticked, and keeps it for the next gallery. */
function filter() {
  const off = [...form.elements].filter((it) => it.type === "checkbox" && it.name !== "whole" && !it.checked);
  for (const figure of figures) figure.hidden = off.some(({ name, value }) => figure.dataset[name] === value);
  const whole = form.elements.whole.checked;
  document.body.classList.toggle("whole", whole);
  try {
    localStorage.setItem(kept, JSON.stringify({ off: off.map(({ name, value }) => `${name} ${value}`), whole }));
  } catch {
    // Some browsers keep nothing for a page that is a file.
  }
}

try {
  const { off, whole } = JSON.parse(localStorage.getItem(kept)) ?? { off: [] };
  for (const it of form.elements) if (it.type === "checkbox") it.checked = !off.includes(`${it.name} ${it.value}`);
  form.elements.whole.checked = !!whole;
} catch {
  // Then all is shown.
}
filter();
form.addEventListener("change", filter);

/** The figure whose picture is open. */
let open;

function show(figure) {
  open = figure;
  const small = figure.querySelector("img");
  const large = dialog.querySelector("img");
  large.src = small.src;
  large.alt = small.alt;
  large.width = small.width ? small.getAttribute("width") : 0;
  dialog.querySelector("output").textContent = small.alt;
  dialog.querySelector("div").scrollTo(0, 0);
  if (!dialog.open) dialog.showModal();
}

/** The picture before or after the open one, of those that are shown. */
function step(by) {
  const shown = figures.filter((figure) => !figure.hidden);
  const next = shown[shown.indexOf(open) + Number(by)];
  if (next) show(next);
}

document.querySelector("main").addEventListener("click", (event) => {
  const figure = event.target.closest("figure");
  if (!figure || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  show(figure);
});
dialog.addEventListener("click", ({ target }) => {
  if (target.value === "close") dialog.close();
  else if (target.value) step(target.value);
});
dialog.addEventListener("keydown", ({ key }) => {
  if (key === "ArrowRight") step(1);
  if (key === "ArrowLeft") step(-1);
});
dialog.addEventListener("close", () => {
  open.scrollIntoView({ block: "nearest" });
  open.querySelector("a").focus();
});
