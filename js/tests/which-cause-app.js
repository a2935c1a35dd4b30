// Stands in for the app that the loader fetches: it keeps the quizzes that the loader opens.

/** The quizzes, in the order in which they were opened. A test ends the start of one by `endStart`, and makes one fail by `fails`. */
export const quizzes = [];

/** Called by `open`, where a test may throw an error. */
export const behavior = { open() {} };

export function load() {}

export function open(_, { onFailure }) {
  behavior.open();
  const quiz = { fails: onFailure, isPrepared: false, isClosed: false, async update() {}, adoptStyles() {} };
  quiz.prepare = async () => (quiz.isPrepared = true);
  quiz.show = () => new Promise((resolve) => (quiz.endStart = resolve));
  quiz.close = () => (quiz.isClosed = true);
  quizzes.push(quiz);
  return quiz;
}
