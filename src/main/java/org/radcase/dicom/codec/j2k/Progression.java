package org.radcase.dicom.codec.j2k;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.radcase.dicom.data.DicomException;

/**
 * The order of packets of a tile, or of a part of them. Source: T.800 A.6.6, B.12.
 *
 * @param resolutionEnd exclusive, as are the other ends
 */
record Progression(
    int resolutionStart,
    int componentStart,
    int layerEnd,
    int resolutionEnd,
    int componentEnd,
    Order order) {

  /** L is for layer, R resolution, C component, P position: the first letter varies slowest. */
  enum Order {
    LRCP(Order::byResolution, (a, b) -> true),
    RLCP(Order::byResolution, (a, b) -> a.resolution() == b.resolution()),
    RPCL(
        comparingInt(Precinct::resolution)
            .thenComparing(Order::byPosition)
            .thenComparingInt(Precinct::component)
            .thenComparingInt(Precinct::index),
        (a, b) -> false),
    PCRL(
        ((Comparator<Precinct>) Order::byPosition)
            .thenComparingInt(Precinct::component)
            .thenComparing(Order::byResolution),
        (a, b) -> false),
    CPRL(
        comparingInt(Precinct::component)
            .thenComparing(Order::byPosition)
            .thenComparing(Order::byResolution),
        (a, b) -> false);

    private final Comparator<Precinct> comparator;
    private final Together together;

    Order(Comparator<Precinct> comparator, Together together) {
      this.comparator = comparator;
      this.together = together;
    }

    private static int byResolution(Precinct a, Precinct b) {
      var resolutions = Integer.compare(a.resolution(), b.resolution());
      if (resolutions != 0) {
        return resolutions;
      }
      var components = Integer.compare(a.component(), b.component());
      return components != 0 ? components : Integer.compare(a.index(), b.index());
    }

    private static int byPosition(Precinct a, Precinct b) {
      var rows = Integer.compare(a.y(), b.y());
      return rows != 0 ? rows : Integer.compare(a.x(), b.x());
    }

    static Order of(int code, ByteReader in) throws DicomException {
      if (code >= values().length) {
        throw in.malformed("No progression order has the code " + code);
      }
      return values()[code];
    }
  }

  /** Whether all packets of a layer of two precincts go before those of the next layer. */
  private interface Together {
    boolean test(Precinct a, Precinct b);
  }

  /** All packets in one order. */
  static Progression whole(Order order) {
    return new Progression(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, order);
  }

  /** Reads the changes of a POC segment. */
  static List<Progression> read(ByteReader in, int components) throws DicomException {
    var changes = new ArrayList<Progression>();
    while (in.left() > 0) {
      var resolutionStart = in.u8();
      var componentStart = in.u8();
      var layerEnd = in.u16();
      var resolutionEnd = in.u8();
      var componentEnd = in.u8();
      changes.add(new Progression(
          resolutionStart,
          componentStart,
          layerEnd,
          resolutionEnd,
          componentEnd == 0 ? components : componentEnd, // 0 stands for 256
          Order.of(in.u8(), in)));
    }
    return changes;
  }

  /**
   * The precincts of this part in their order, in groups: of a group first all packets of the first
   * layer are in the stream, then those of the second, and so on.
   */
  List<List<Precinct>> groups(List<Precinct> precincts) {
    var sorted = precincts.stream().filter(this::holds).sorted(order.comparator).toList();
    var groups = new ArrayList<List<Precinct>>();
    var start = 0;
    for (var i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || !order.together.test(sorted.get(start), sorted.get(i))) {
        groups.add(sorted.subList(start, i));
        start = i;
      }
    }
    return groups;
  }

  private boolean holds(Precinct precinct) {
    return precinct.resolution() >= resolutionStart
        && precinct.resolution() < resolutionEnd
        && precinct.component() >= componentStart
        && precinct.component() < componentEnd;
  }
}
