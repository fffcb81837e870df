package org.radcase.reading.entity;

/** Something that is replaced as a whole; at revision 0 it was never written. */
public record Revised<T>(int revision, T content) {}
