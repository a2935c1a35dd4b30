// The result and the care cards, as strings of HTML. The texts are the author's own, so they are not escaped.
import { quiz } from "quiz";

const { words, verdicts } = quiz;

const paragraph = (text, name) => (text ? `<p${name ? ` class="${name}"` : ""}>${text}</p>` : "");
const list = (items) => (items.length ? `<ul>${items.map((it) => `<li>${it}</li>`).join("")}</ul>` : "");
const part = (heading, content) => (content ? `<section><h3>${heading}</h3>${content}</section>` : "");
const fold = (heading, content) => `<details class="fold"><summary>${heading}</summary>${content}</details>`;
const band = ({ score }) => quiz.bands.find(({ from }) => score >= from).text;
const texts = (items) => items.map(({ text }) => text);

/** The care card that stops the quiz. */
export function stop({ level, card, choices }, picked) {
  const ticked = choices.filter((it) => picked.includes(it.id));
  const call = card.call ? `<a class="primary" href="tel:${quiz.number}">${card.call}</a>` : "";
  return (
    `<div class="care ${level}" data-verdict="stopped"><h2 tabindex="-1">${card.heading}</h2>${paragraph(card.body)}${call}` +
    `${paragraph(card.ticked)}${list(texts(ticked))}${paragraph(card.after)}</div>` +
    `<button type="button" class="quiet" value="undo">${card.undo}</button>`
  );
}

/** The sections of one cause. */
const means = ({ cause, why }) =>
  part(
    words.why,
    list(why.map(({ question, choice }) => `${question.text}<br>${words.you_said.replace("{choice}", choice.text)}`)),
  ) +
  part(words.means, paragraph(cause.means)) +
  part(words.sureness, paragraph(cause.sureness)) +
  part(words.look_next, list(cause.look_next)) +
  part(words.try_this, paragraph(words.try_note) + list(cause.try_this)) +
  part(words.get_checked, list(cause.get_checked));
const inArticle = ({ cause }) => paragraph(words.in_article.replace("{name}", cause.article_name), "note");

/** The visit card. */
const visit = ({ ticked, forVisit }, flags) =>
  `<div class="care"><h2 tabindex="-1">${quiz.care.visit.heading}</h2>${paragraph(quiz.care.visit.body)}` +
  list([...texts(ticked), ...forVisit.map((it) => `${it.question.text}<br>${it.choice.text}`), ...texts(flags)]) +
  `${paragraph(quiz.care.visit.after)}</div>`;

/** Lines that name the causes with the same score. */
function tieLines({ close, shown }) {
  const groups = Object.values(Object.groupBy(close, ({ score }) => `of ${score}`));
  const tied = groups.filter((it) => it.length > 1 && shown.includes(it[0]));
  if (tied.length === 1 && tied[0].length === 2 && shown.length === 2 && close.length === 2)
    return paragraph(words.level);
  const names = (group) => group.map(({ cause }) => cause.short_label).join(words.list_separator);
  return tied.map((group) => paragraph(words.level_many.replace("{causes}", names(group)))).join("");
}

const bar = ({ cause, score }) =>
  `<span class="bar-name">${cause.short_label}</span> <span class="bar-words">${band({ score })}</span>` +
  `<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="${score}" height="1"/></svg>`;

function course({ withheld, shown }) {
  if (withheld) return shown.includes(withheld) ? paragraph(withheld.cause.course) : "";
  const alone = shown[0] && shown[0].score !== shown[1]?.score;
  const { heading, about, limits, link } = quiz.course;
  return part(
    heading,
    `${alone ? paragraph(shown[0].cause.course) : ""}${paragraph(`${about} ${limits}`)}<a class="primary" href="course.html">${link}</a>`,
  );
}

/** The result. */
export function result(outcome) {
  const { verdict, ranking, close, shown, flags } = outcome;
  const [leader] = shown;
  const verdictTexts = verdicts[verdict];
  const spread = close.length > shown.length;
  const heading = verdictTexts.heading.replace("{label}", leader?.cause.label);
  const several = shown.map((it) =>
    fold(
      `<b>${it.cause.label}</b> <span class="bar-words">${band(it)}</span>`,
      paragraph(it.cause.summary) + inArticle(it) + means(it),
    ),
  );
  const nothing = () =>
    part(words.try_this, paragraph(words.try_note) + list(verdictTexts.try_this)) +
    part(words.get_checked, list(verdictTexts.get_checked));
  const rests = (verdict === "nothing" ? verdictTexts.sources : shown.flatMap(({ cause }) => cause.sources)).concat(
    quiz.safety_sources,
  );
  const sources = quiz.sources.filter(({ id }) => rests.includes(id));
  return (
    `<div class="result" data-verdict="${verdict}" data-shown="${shown.map(({ cause }) => cause.id).join(" ")}"${spread ? " data-spread" : ""}>` +
    (outcome.visit ? visit(outcome.visit, flags) : "") +
    `<p class="note">${words.result}</p><h2 tabindex="-1">${heading}</h2>` +
    (verdict === "leads" ? paragraph(leader.cause.summary) : "") +
    `${paragraph(spread ? verdictTexts.spread : verdictTexts.text)}${tieLines(outcome)}${verdict === "leads" ? inArticle(leader) : ""}` +
    part(words.bars, list(ranking.map(bar)).replace("<ul>", '<ul class="bars">') + paragraph(words.bars_note, "note")) +
    (verdict === "leads" ? means(leader) : verdict === "mixed" ? part(words.causes, several.join("")) : nothing()) +
    (outcome.visit ? "" : part(words.flags, list(texts(flags)))) +
    `${fold(quiz.also.heading, paragraph(quiz.also.text))}${course(outcome)}<div class="quiets">` +
    `<button type="button" class="quiet" value="back">${words.back}</button>` +
    `<button type="button" class="quiet" value="again">${words.restart}</button></div>${paragraph(quiz.disclaimer.full, "fine")}` +
    `${fold(words.sources, list(sources.map(({ name, url }) => `<a href="${url}" target="_blank" rel="noopener">${name} ${words.new_tab}</a>`)))}</div>`
  );
}
