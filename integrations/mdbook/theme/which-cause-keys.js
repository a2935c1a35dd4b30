// mdBook turns the page at an arrow key, unless a control has the focus. In the quiz a new screen has the focus on its heading, so
// an arrow key would take the reader to another chapter. Keys that are pressed in the quiz stay there.
for (const quiz of document.querySelectorAll("which-cause")) {
  quiz.addEventListener("keydown", (event) => event.stopPropagation());
}
