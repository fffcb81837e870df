// @ts-check
import { words } from "../words/en.js";

const AGENTS = [["Edg/", "Edge"], ["OPR/", "Opera"], ["Firefox/", "Firefox"], ["Chrome/", "Chrome"], ["Safari/", "Safari"], ["curl/", "curl"]];
const SYSTEMS = [["iPhone", "iPhone"], ["iPad", "iPad"], ["Android", "Android"], ["Windows", "Windows"], ["Mac OS X", "macOS"], ["Linux", "Linux"]];

/** What a User-Agent header says to a person, as far as it says it. @param {string | null} userAgent */
export function deviceName(userAgent) {
  const find = (/** @type {string[][]} */ known) => known.find(([sign]) => userAgent?.includes(sign))?.[1] ?? "";
  return words.account.device(find(AGENTS), find(SYSTEMS));
}
