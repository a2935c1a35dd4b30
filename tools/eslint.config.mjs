// ESLint for the shipped scripts, the tests, the tools and the benchmarks: `make lint`.
import js from "@eslint/js";
import globals from "globals";

export default [
  // What Vite builds in the tests of the npm package.
  { ignores: ["tests/packages/*/{dist,public}/**"] },
  js.configs.recommended,
  {
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-unused-expressions": ["error", { allowShortCircuit: true }],
      "no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": ["error", { ignoreReadBeforeAssign: true }],
    },
  },
  {
    files: ["js/**"],
    ignores: ["js/tests/**"],
    languageOptions: {
      globals: { ...globals.browser, FOLDER: "readonly", QUIZ: "readonly", TRANSLATIONS: "readonly" },
    },
    // The message has the cause's message. `Error.cause` would cost bytes.
    rules: { "preserve-caught-error": "off" },
  },
  // Benchmarks, tools and tests run functions in a browser, too. bench/page-observer.js defines `bench` there.
  {
    files: ["bench/**", "tools/**", "tests/**", "js/tests/**", "integrations/npm/**"],
    languageOptions: {
      globals: { ...globals.node, ...globals.browser, bench: "readonly", benchPress: "readonly" },
    },
  },
];
