package org.radcase.demo.entity.shape;

/** A box with its sides along the axes, in mm; outside it a solid is not looked for. */
public record Bounds(double minX, double minY, double minZ, double maxX, double maxY, double maxZ) {
  private static final double FAR = 1e6;

  /** The box that bounds nothing. */
  public static final Bounds EVERYWHERE = new Bounds(-FAR, -FAR, -FAR, FAR, FAR, FAR);

  /** The box around a centre, with its half sides. */
  public static Bounds around(double x, double y, double z, double rx, double ry, double rz) {
    return new Bounds(x - rx, y - ry, z - rz, x + rx, y + ry, z + rz);
  }

  /** This box, larger by {@code mm} on every side. */
  public Bounds grow(double mm) {
    return new Bounds(minX - mm, minY - mm, minZ - mm, maxX + mm, maxY + mm, maxZ + mm);
  }

  /** The smallest box around both. */
  public Bounds with(Bounds other) {
    return new Bounds(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.min(minZ, other.minZ),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY),
        Math.max(maxZ, other.maxZ));
  }

  /** What both have in common; may be empty, with a minimum above its maximum. */
  public Bounds within(Bounds other) {
    return new Bounds(
        Math.max(minX, other.minX),
        Math.max(minY, other.minY),
        Math.max(minZ, other.minZ),
        Math.min(maxX, other.maxX),
        Math.min(maxY, other.maxY),
        Math.min(maxZ, other.maxZ));
  }

  /** How far a point lies outside, at least; negative inside. */
  public double away(double x, double y, double z) {
    var dx = Math.max(minX - x, x - maxX);
    var dy = Math.max(minY - y, y - maxY);
    var dz = Math.max(minZ - z, z - maxZ);
    return Math.max(dx, Math.max(dy, dz));
  }

  /** This box, moved. */
  public Bounds moved(double dx, double dy, double dz) {
    return new Bounds(minX + dx, minY + dy, minZ + dz, maxX + dx, maxY + dy, maxZ + dz);
  }
}
