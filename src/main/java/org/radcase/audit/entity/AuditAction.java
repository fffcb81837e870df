package org.radcase.audit.entity;

import java.util.Locale;

/** What was done. A constant's term is kept for years: it never changes. */
public enum AuditAction {
  SERVER_STARTED,
  SET_UP,
  SIGNED_IN,
  SIGNED_OUT,
  SESSION_ENDED,
  PASSWORD_CHANGED,
  SECOND_FACTOR_CHANGED,
  TOKEN_MADE,
  TOKEN_REVOKED,
  LINK_MADE,
  LINK_REVOKED,
  PERSON_ADDED,
  PERSON_CHANGED,
  INSTITUTION_ADDED,
  INSTITUTION_CHANGED,
  CASE_MADE,
  CASE_CHANGED,
  CASE_PUBLISHED,
  CASE_DELETED,
  CO_AUTHORS_CHANGED,
  /** The operator edited the terms that stand for each other in searches. */
  SYNONYMS_CHANGED,
  /** An administrator looked at a case that is not for everybody yet. */
  CASE_INSPECTED,
  /** Patient-derived data of a study was read. */
  STUDY_READ,
  STUDY_ADDED,
  STUDY_REMOVED,
  EXPORTED,
  AUDIT_READ,
  AUDIT_CHECKED,
  /** Records were removed for their age. */
  AUDIT_DROPPED,
  /** An operator began, switched, rolled back, finished or gave up a move to another database. */
  DATABASE_MOVED,
  /** An operator had all data written to a folder. */
  BACKUP_MADE,
  /** A start brought all data back from a folder. */
  BACKUP_RESTORED,
  /** An operator removed entries of the caches. */
  CACHE_CLEARED,
  /** An operator measured how fast the caches are. */
  CACHE_MEASURED,
  /** An operator had the caches filled. */
  CACHE_WARMED,
  /** An operator has seen an alert. */
  ALERT_ACKNOWLEDGED,
  /** Somebody asked for what is not hers. */
  ACCESS_REFUSED;

  /** As in JSON and in the database, such as {@code study-read}. */
  public String term() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
