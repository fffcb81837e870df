// @ts-check
import { DecodePool } from "../dicom/decode-pool.js";
import { memoryBudget } from "./budget.js";

/** Who decodes frames: to be called early, for the workers' script has to be fetched. @param {AbortSignal} signal  ends them */
export function startDecoding(signal) {
  const pool = new DecodePool(() => new Worker(DECODE_WORKER, { type: "module" }), memoryBudget().workers);
  signal.addEventListener("abort", () => pool.close());
  pool.begin();
  return pool;
}
