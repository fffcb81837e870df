package org.radcase.platform.http;

/** The order of the filters, outermost first; the servlet specification gives annotations none. */
public enum Stage {
  /** Gives the request its name. */
  NAME,
  /** Measures it. */
  TIME,
  /** Sets what protects every answer, and refuses who may not ask at all. */
  HARDEN,
  /** Turns what went wrong further in into a problem. */
  CATCH,
  /** Answers 304 where the client has it already. */
  PRECONDITION,
  /** Codes the body, and its ETag with it. */
  COMPRESS
}
