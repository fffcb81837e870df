// @ts-check

/**
 * The parameters of a list that an address asks for: known names, without empty values.
 * @param {string} search
 * @param {readonly string[]} names
 */
export function filtersOf(search, names) {
  const given = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const name of [...names, "page"]) {
    const value = given.get(name)?.trim();
    if (value && (name !== "page" || /^[1-9]\d{0,5}$/.test(value))) {
      kept.set(name, value);
    }
  }
  return kept;
}

/**
 * The times of a day's filter as the API wants them: the day's first moment, or the next day's.
 * @param {string} day  as a date input gives it
 * @param {boolean} isEnd
 */
export function momentOf(day, isEnd) {
  const [year, month, date] = day.split("-").map(Number);
  const moment = new Date(year, month - 1, date + (isEnd ? 1 : 0));
  return Number.isNaN(moment.getTime()) ? "" : moment.toISOString();
}
