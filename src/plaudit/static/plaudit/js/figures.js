// Counts in words and digits, as the server writes them: the browser's own way may have other
// digits or other marks. `how` is what points.figures.for_scripts says of a phrase.

/** The phrase for a number, with {} for its figure; some languages say 1 and 2 in words alone. */
export function patternOf(number, how) {
  const said = how.patterns[new Intl.PluralRules(how.language).select(Math.abs(number))];
  // Below zero the figure is needed, for its sign.
  return number >= 0 || said.includes("{}") ? said : how.patterns.other;
}

export function figureOf(number, how) {
  const digits = String(Math.abs(number)).replace(/\B(?=(\d{3})+$)/g, how.thousands);
  return number < 0 ? how.minus + digits : digits;
}

export function phraseOf(number, how) {
  return patternOf(number, how).replace("{}", figureOf(number, how));
}
