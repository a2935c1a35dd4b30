import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalTag, lookup, translated } from "../app/language-tags.js";

test("a language tag is canonical, whatever its case and its separator", () => {
  for (const [written, canonical] of [
    ["en_US", "en-US"],
    [" en-us ", "en-US"],
    ["EN", "en"],
    ["zh_hant_tw", "zh-Hant-TW"],
    ["en-US-u-hc-h12", "en-US-u-hc-h12"],
    ["en-GB-x-mine", "en-GB-x-mine"],
    ["iw", "he"],
    ["spa", "es"],
    ["english!", undefined],
    ["", undefined],
  ]) {
    assert.equal(canonicalTag(written), canonical, written);
  }
});

test("the lookup of a translation drops subtags from the end", () => {
  assert.equal(lookup("es_mx", ["ES", "pt-BR"]), "ES");
  assert.equal(
    lookup("pt-br-x-a", ["es", "pt_BR"]),
    "pt_BR",
    "the tag stays as the owner writes it: the file is named so",
  );
  assert.equal(lookup("fr", ["es"]), undefined);
  assert.equal(lookup("es", ["es-MX"]), undefined);
  assert.equal(lookup(undefined, ["es"]), undefined);
});

test("a translation is beside its quiz, with the tag before the ending", () => {
  assert.equal(
    translated("https://example.org/a/bread.json?v=2", "pt-BR"),
    "https://example.org/a/bread.pt-BR.json?v=2",
  );
  assert.equal(translated("https://example.org/a.b/bread", "es"), "https://example.org/a.b/bread.es");
});
