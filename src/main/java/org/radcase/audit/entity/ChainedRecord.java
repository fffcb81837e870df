package org.radcase.audit.entity;

/**
 * A record in its place.
 *
 * @param sequence from 1, without gaps
 * @param mac over the record and the mac before it, hexadecimal
 */
public record ChainedRecord(long sequence, int segment, AuditRecord audited, String mac) {}
