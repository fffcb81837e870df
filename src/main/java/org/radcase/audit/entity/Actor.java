package org.radcase.audit.entity;

/**
 * Who did something, as it was then: names change, a trail does not.
 *
 * @param id of the person
 * @param institution id of the person's institution
 * @param role the role's term
 */
public record Actor(String id, String name, String institution, String role) {}
