// @ts-check

/**
 * What can be said of a password while it is typed. The server decides.
 * @param {string} password
 * @param {{min: number, max: number}} bounds  in code points
 * @param {string} [username]
 * @returns {{state: "empty" | "short" | "long" | "guessable" | "fine", count: number}}
 */
export function passwordAdvice(password, { min, max }, username = "") {
  const count = [...password].length;
  const plain = password.toLowerCase();
  const guessable = plain.includes("radcase") || (username.length >= 3 && plain.includes(username.toLowerCase()));
  const state = count === 0 ? "empty" : count < min ? "short" : count > max ? "long" : guessable ? "guessable" : "fine";
  return { state, count };
}
