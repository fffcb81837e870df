package org.radcase.dicom.geometry;

/** A point or direction in patient coordinates (LPS): mm for points, no unit for directions. */
public record Vector3(double x, double y, double z) {

  public double dot(Vector3 other) {
    return x * other.x + y * other.y + z * other.z;
  }

  public Vector3 cross(Vector3 other) {
    return new Vector3(
        y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
  }

  public double length() {
    return Math.sqrt(dot(this));
  }

  /** The same direction with length 1. */
  public Vector3 unit() {
    var length = length();
    return new Vector3(x / length, y / length, z / length);
  }

  public Vector3 plus(Vector3 other) {
    return new Vector3(x + other.x, y + other.y, z + other.z);
  }

  public Vector3 times(double factor) {
    return new Vector3(factor * x, factor * y, factor * z);
  }

  public Vector3 opposite() {
    return new Vector3(-x, -y, -z);
  }
}
