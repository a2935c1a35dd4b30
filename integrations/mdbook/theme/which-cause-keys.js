// In a book the right and the left arrow key turn the page, unless they are pressed in a control. In the quiz each new
// screen has the focus on its heading, where an arrow key is on its way to the answers: it stays in the quiz, whose reader
// would lose their place in another chapter.
for (const quiz of document.querySelectorAll("which-cause")) {
  quiz.addEventListener("keydown", (event) => event.stopPropagation());
}
