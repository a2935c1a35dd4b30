// Records the messages in a page's console, and the page's errors.
"use strict";
window.consoleMessages = [];
for (const kind of ["debug", "log", "info", "warn", "error"]) {
  const original = console[kind];
  console[kind] = (...values) => {
    consoleMessages.push(kind + ": " + values.join(" "));
    original.apply(console, values);
  };
}
addEventListener("error", (event) => consoleMessages.push("uncaught: " + event.message));
addEventListener("unhandledrejection", (event) => consoleMessages.push("unhandled: " + event.reason));
document.addEventListener("securitypolicyviolation", (event) =>
  consoleMessages.push("forbidden: " + event.violatedDirective + " " + event.blockedURI),
);
