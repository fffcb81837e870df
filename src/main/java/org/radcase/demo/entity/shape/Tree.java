package org.radcase.demo.entity.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A tree of vessels that has grown into a solid: random points inside it, each joined to the
 * nearest branch that leads on from the root, and thickness by what a branch has to feed
 * (after Murray: the cube of the radius is shared among the branches).
 */
public final class Tree {
  /** One straight piece; {@code way} is the length from the root to its far end, in mm. */
  public record Branch(Solid solid, double radius, double way) {}

  private final List<double[]> nodes = new ArrayList<>();
  private final List<Integer> parents = new ArrayList<>();
  private final List<Double> ways = new ArrayList<>();

  private Tree() {}

  /** A tree from a root point into {@code where}, with {@code tips} tips as wide as {@code tip}. */
  public static List<Branch> into(
      Solid where, double[] root, int tips, double tip, double widest, long seed) {
    var tree = new Tree();
    tree.add(root, -1);
    for (var point : tree.pointsIn(where, root, tips, new SplittableRandom(seed))) {
      tree.reach(point);
    }
    return tree.branches(tip, widest);
  }

  private List<double[]> pointsIn(Solid where, double[] root, int tips, SplittableRandom random) {
    var box = where.bounds();
    var points = new ArrayList<double[]>();
    // A solid that fills almost nothing of its box must not make this endless.
    for (var attempt = 0; points.size() < tips && attempt < 60 * tips; attempt++) {
      double[] p = {
        Ramp.mix(box.minX(), box.maxX(), random.nextDouble()),
        Ramp.mix(box.minY(), box.maxY(), random.nextDouble()),
        Ramp.mix(box.minZ(), box.maxZ(), random.nextDouble())
      };
      if (where.at(p[0], p[1], p[2]) < -3) points.add(p);
    }
    points.sort((a, b) -> Double.compare(distance(a, root), distance(b, root)));
    return points;
  }

  private void reach(double[] point) {
    var best = 0;
    var least = Double.MAX_VALUE;
    for (var i = 0; i < nodes.size(); i++) {
      // A detour costs: branches leave towards where they are going.
      var length = distance(nodes.get(i), point) + 0.35 * ways.get(i);
      if (length < least) {
        least = length;
        best = i;
      }
    }
    var from = nodes.get(best);
    var parent = parents.get(best);
    var bend = 0.22 * distance(from, point);
    double[] middle = new double[3];
    for (var k = 0; k < 3; k++) {
      middle[k] = 0.5 * (from[k] + point[k]);
      if (parent >= 0) {
        var before = nodes.get(parent);
        middle[k] += bend * (from[k] - before[k]) / (1 + distance(from, before));
      }
    }
    add(middle, best);
    add(point, nodes.size() - 1);
  }

  private void add(double[] point, int parent) {
    nodes.add(point);
    parents.add(parent);
    ways.add(parent < 0 ? 0.0 : ways.get(parent) + distance(nodes.get(parent), point));
  }

  private List<Branch> branches(double tip, double widest) {
    var load = new double[nodes.size()];
    for (var i = nodes.size() - 1; i > 0; i--) {
      load[i] = Math.max(load[i], 1);
      load[parents.get(i)] += load[i];
    }
    var branches = new ArrayList<Branch>();
    for (var i = 1; i < nodes.size(); i++) {
      var a = nodes.get(parents.get(i));
      var b = nodes.get(i);
      var r = Math.min(widest, tip * StrictMath.cbrt(load[i]));
      var s = Math.min(widest, tip * StrictMath.cbrt(Math.max(1, load[i] - 1)));
      branches.add(new Branch(Solid.rod(a[0], a[1], a[2], r, b[0], b[1], b[2], s), r, ways.get(i)));
    }
    return branches;
  }

  private static double distance(double[] a, double[] b) {
    var x = a[0] - b[0];
    var y = a[1] - b[1];
    var z = a[2] - b[2];
    return Math.sqrt(x * x + y * y + z * z);
  }
}
