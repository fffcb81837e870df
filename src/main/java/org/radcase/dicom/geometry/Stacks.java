package org.radcase.dicom.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Splits the frames of one series into stacks. Frames part company where orientation or raster
 * differ. Where several lie at one place, time point, echo or acquisition tell them apart, whichever
 * does; else their numbers, if each place has as many. At a single place they stay together, as a
 * sequence in time. Source: PS3.3 C.7.6.2.1.1 for the geometry; the rest is a choice of ours.
 */
public final class Stacks {
  private static final double SPACING_TOLERANCE = 1e-3;

  /** A series in more directions is no set of stacks: a rotation, a radial one, or a lie. */
  private static final int MOST_DIRECTIONS = 256;

  private static final List<Function<Slice.Pass, Object>> MARKS =
      List.of(Slice.Pass::temporalPosition, Slice.Pass::echo, Slice.Pass::acquisition);

  private final List<Slice> slices;

  private Stacks(List<Slice> slices) {
    this.slices = slices;
  }

  /**
   * Splits and orders, whatever order the slices arrive in.
   *
   * @return stacks that hold each index once; the one with the lowest Instance Number comes first
   */
  public static List<Stack> of(List<Slice> slices) {
    var stacks = new Stacks(slices);
    return stacks.byDirection().stream()
        .flatMap(members -> stacks.byPass(members).stream())
        .map(members -> Stack.of(slices, members))
        .toList();
  }

  private List<List<Integer>> byDirection() {
    var inOrder = IntStream.range(0, slices.size())
        .boxed()
        .sorted(SliceOrder.byNumber(slices))
        .toList();
    var groups = new ArrayList<List<Integer>>();
    for (var index : inOrder) {
      var slice = slices.get(index);
      var group = groups.stream()
          .filter(members -> isAlike(slices.get(members.get(0)), slice))
          .findFirst();
      if (group.isPresent()) {
        group.get().add(index);
      } else if (groups.size() < MOST_DIRECTIONS) {
        groups.add(new ArrayList<>(List.of(index)));
      } else {
        return List.of(inOrder);
      }
    }
    return groups;
  }

  /** Without planes, numbers are all there is. */
  private static boolean isAlike(Slice one, Slice other) {
    if (one.plane().isEmpty() || other.plane().isEmpty()) {
      return one.plane().isEmpty() && other.plane().isEmpty();
    }
    var a = one.grid();
    var b = other.grid();
    return a.rows() == b.rows()
        && a.columns() == b.columns()
        && Math.abs(a.rowSpacing() - b.rowSpacing()) <= SPACING_TOLERANCE
        && Math.abs(a.columnSpacing() - b.columnSpacing()) <= SPACING_TOLERANCE
        && isParallel(one.plane().get(), other.plane().get());
  }

  private static boolean isParallel(Plane one, Plane other) {
    var cosine = 1 - SliceOrder.PARALLEL_TOLERANCE;
    return one.rowCosines().unit().dot(other.rowCosines().unit()) >= cosine
        && one.columnCosines().unit().dot(other.columnCosines().unit()) >= cosine;
  }

  private List<List<Integer>> byPass(List<Integer> members) {
    if (slices.get(members.get(0)).plane().isEmpty()) {
      return List.of(members);
    }
    var places = places(members);
    if (places.count() == 1) {
      return List.of(members);
    }
    for (var mark : MARKS) {
      var groups = members.stream()
          .collect(Collectors.groupingBy(
              index -> mark.apply(slices.get(index).pass()),
              LinkedHashMap::new,
              Collectors.<Integer>toList()))
          .values();
      if (groups.size() > 1 && tellsApart(groups, places)) {
        return groups.stream().flatMap(group -> byPass(group).stream()).toList();
      }
    }
    return byTurn(members, places);
  }

  /**
   * Whether groups are passes over the places: each with fewer frames at a place, and no more groups
   * than frames at one. Passes shifted against one another are even for themselves, but not together.
   */
  private boolean tellsApart(Collection<List<Integer>> groups, Places together) {
    var most = most(together);
    if (most > 1) {
      return groups.size() <= most && groups.stream().allMatch(group -> most(places(group)) < most);
    }
    return !Regularity.isEven(together)
        && groups.stream().allMatch(group -> group.size() > 2 && Regularity.isEven(places(group)));
  }

  /** The nth frame of each place to the nth stack; the last may have been broken off. */
  private static List<List<Integer>> byTurn(List<Integer> members, Places places) {
    var most = most(places);
    var least = IntStream.of(places.slicesOfPlaces()).min().orElse(0);
    if (most == 1 || least < most - 1) {
      return List.of(members);
    }
    var turns = new int[places.count()];
    var groups = new ArrayList<List<Integer>>();
    for (var i = 0; i < members.size(); i++) {
      var turn = turns[places.ofSlices()[i]]++;
      if (turn == groups.size()) {
        groups.add(new ArrayList<>());
      }
      groups.get(turn).add(members.get(i));
    }
    return groups;
  }

  private static int most(Places places) {
    return IntStream.of(places.slicesOfPlaces()).max().orElse(0);
  }

  private Places places(List<Integer> members) {
    var these = members.stream().map(slices::get).toList();
    return Places.of(these, these.get(0).plane().orElseThrow().normal());
  }
}
