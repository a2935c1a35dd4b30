// Writes down what a page says in its console, and what goes wrong in it unheard.
"use strict";
window.said = [];
for (const kind of ["debug", "log", "info", "warn", "error"]) {
  const say = console[kind];
  console[kind] = (...what) => {
    said.push(kind + ": " + what.join(" "));
    say.apply(console, what);
  };
}
addEventListener("error", (event) => said.push("uncaught: " + event.message));
addEventListener("unhandledrejection", (event) => said.push("unhandled: " + event.reason));
document.addEventListener("securitypolicyviolation", (event) =>
  said.push("forbidden: " + event.violatedDirective + " " + event.blockedURI),
);
