// @ts-check

/**
 * Does something now and then, but not while nobody looks.
 * @param {() => Promise<number>} work  answers after how many milliseconds it wants to be done again
 * @returns {() => Promise<void>} does it at once, and goes on from there
 */
export function everyWhile(work) {
  let turn = 0;
  const again = async () => {
    turn += 1;
    const mine = turn;
    const rest = await work();
    setTimeout(() => {
      if (mine !== turn) {
        return;
      }
      document.hidden ? addEventListener("visibilitychange", again, { once: true }) : again();
    }, rest);
  };
  again();
  return again;
}
