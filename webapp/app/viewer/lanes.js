// @ts-check

/** How far from the reader a frame counts as near. */
export const NEAR = 8;

/**
 * The order in which frames are wanted: the shown one, then near ones, twice as many ahead as behind, then the rest, outward.
 * @param {number} count
 * @param {number} shown  index
 * @param {1 | -1} heading  where the reader moves
 * @returns {number[]} every index once
 */
export function lanes(count, shown, heading) {
  const order = [shown];
  const add = (/** @type {number} */ index) => {
    if (index >= 0 && index < count) {
      order.push(index);
    }
  };
  for (let step = 1; step <= NEAR; step++) {
    add(shown + heading * step);
    if (step % 2 === 0) {
      add(shown - (heading * step) / 2);
    }
  }
  const behind = NEAR / 2;
  for (let step = 1; order.length < count; step++) {
    add(shown + heading * (NEAR + step));
    add(shown - heading * (behind + step));
  }
  return order;
}
