// The script of the gallery's page: filters the screenshots, and opens one in its own size. Without this script all of them are
// shown, and each opens as a link.

const form = document.querySelector("form");
const dialog = document.querySelector("dialog");
const figures = [...document.querySelectorAll("figure")];
const checkboxes = [...form.elements].filter((element) => element.type === "checkbox");
const storageKey = "which-cause-gallery";

/** Applies the filters, and stores them for the next gallery. */
function applyFilters() {
  const off = checkboxes.filter((box) => box.name !== "whole" && !box.checked);
  for (const figure of figures) figure.hidden = off.some(({ name, value }) => figure.dataset[name] === value);
  const whole = form.elements.whole.checked;
  document.body.classList.toggle("whole", whole);
  try {
    localStorage.setItem(storageKey, JSON.stringify({ off: off.map(({ name, value }) => `${name} ${value}`), whole }));
  } catch {
    // Some browsers store nothing for a page that was opened as a file.
  }
}

try {
  const { off, whole } = JSON.parse(localStorage.getItem(storageKey)) ?? { off: [] };
  for (const box of checkboxes) box.checked = !off.includes(`${box.name} ${box.value}`);
  form.elements.whole.checked = !!whole;
} catch {
  // Without stored filters everything is shown.
}
applyFilters();
form.addEventListener("change", applyFilters);

/** The figure whose screenshot is open in the dialog. */
let open;

function show(figure) {
  open = figure;
  const small = figure.querySelector("img");
  const large = dialog.querySelector("img");
  large.src = small.src;
  large.alt = small.alt;
  large.width = small.getAttribute("width");
  dialog.querySelector("output").textContent = small.alt;
  dialog.querySelector("div").scrollTo(0, 0);
  if (!dialog.open) dialog.showModal();
}

/** Shows the screenshot before or after the open one; skips filtered ones. */
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
