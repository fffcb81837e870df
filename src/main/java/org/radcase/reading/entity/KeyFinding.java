package org.radcase.reading.entity;

/**
 * What there is to be seen on a frame, hidden until revealed.
 *
 * @param id the client's, unique in its list; learners see it before the answer
 * @param toleranceMm how far from the shape a click may be; 0 to 100
 * @param findable whether learners are asked to find it
 */
public record KeyFinding(
    String id,
    String text,
    ReferencedFrame frame,
    Shape shape,
    double toleranceMm,
    boolean findable) {}
