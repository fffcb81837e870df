package org.radcase.platform.http;

/** The order of the filters, outermost first; the servlet specification gives annotations none. */
public enum Stage {
  /** Finds out who the client is, behind proxies that are trusted. */
  CLIENT,
  /** Gives the request its name. */
  NAME,
  /** Measures it. */
  TIME,
  /** Sets what protects every answer. */
  HARDEN,
  /** Refuses who may not ask at all. */
  REACH,
  /** Turns what went wrong further in into a problem. */
  CATCH,
  /** Refuses what there is no room for. */
  ADMIT,
  /** Refuses what other sites have a browser do. */
  GUARD,
  /** Finds out who asks, and sends strangers to sign in. */
  SIGN_IN,
  /** Sends bytes of files; nothing further in has to do with them. */
  FILE,
  /** Has a HEAD answered as the GET would be. */
  HEAD,
  /** Answers 304 where the client has it already. */
  PRECONDITION,
  /** Answers with what was answered before. */
  CACHE,
  /** Codes the body, and its ETag with it. */
  COMPRESS
}
