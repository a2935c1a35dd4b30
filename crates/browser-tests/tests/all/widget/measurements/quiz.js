// The quiz, and how the other scripts see an element.

const quiz = document.querySelector("which-cause");

const parentOf = (it) => it.assignedSlot ?? it.parentElement ?? it.getRootNode().host;

/** An element in a message. */
const describe = (it) => {
  const words = (it.labels?.[0] ?? it).textContent.trim().replace(/\s+/g, " ");
  return (
    it.localName +
    ((it.className?.baseVal ?? it.className) ? "." + (it.className.baseVal ?? it.className) : "") +
    (words ? " “" + words.slice(0, 40) + "”" : "")
  );
};
