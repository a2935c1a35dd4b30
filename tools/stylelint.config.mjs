// Stylelint for the style sheets: `make lint`.
export default {
  extends: "stylelint-config-standard",
  rules: {
    // Names of fonts have capitals, and some keywords that come from SVG.
    "value-keyword-case": [
      "lower",
      { ignoreProperties: ["font-family", "/^--/"], ignoreKeywords: ["currentColor", "optimizeLegibility"] },
    ],
    // Safari on phones has this property with a prefix alone: https://caniuse.com/text-size-adjust
    "property-no-vendor-prefix": [true, { ignoreProperties: ["text-size-adjust", "-webkit-text-size-adjust"] }],
    // Browsers without the range notation would skip the rules: https://caniuse.com/css-media-range-syntax
    "media-feature-range-notation": "prefix",
    // Rules are grouped by block. No element matches rules of two blocks, so their order does not matter.
    "no-descending-specificity": null,
  },
};
