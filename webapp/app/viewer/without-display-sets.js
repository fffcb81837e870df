// @ts-check
// Cornerstone's metadata package compiles rules that sort instances into display sets, by the dictionary of dcmjs, as soon
// as it is loaded. RadCase's server sorts them; the build leaves the rules out.

/** @type {readonly unknown[]} */
export const compiledDisplaySetRules = [];
export const defaultDisplaySetSplitRules = compiledDisplaySetRules;
