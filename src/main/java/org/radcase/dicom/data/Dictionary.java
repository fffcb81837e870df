package org.radcase.dicom.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The standard's attributes, by tag and by keyword. Source: PS3.6 sections 6 to 9, PS3.7 annex E.
 * Loaded at first use.
 */
public final class Dictionary {

  /**
   * One attribute.
   *
   * @param vrs the VRs that the standard allows, as a rule one; empty for delimiters
   * @param multiplicity such as {@code 1}, {@code 2-2n} or {@code 1-n}
   */
  public record Entry(String keyword, List<VR> vrs, String multiplicity, boolean retired) {}

  private record Pattern(int mask, int value, Entry entry) {}

  private static final Entry PRIVATE_CREATOR = new Entry("", List.of(VR.LO), "1", false);

  private final int[] tags;
  private final Entry[] entries;
  private final List<Pattern> repeating = new ArrayList<>();
  private final Map<String, Tag> byKeyword = new HashMap<>(8192);

  private static final class Holder {
    static final Dictionary STANDARD = new Dictionary(Registry.rows("dictionary.txt"));
  }

  private Dictionary(List<String> rows) {
    var sorted = new int[rows.size()];
    var found = new Entry[rows.size()];
    var vrLists = new HashMap<String, List<VR>>();
    var count = 0;
    for (var row : rows) {
      var cells = row.split(" ", 4);
      var retired = cells[3].endsWith("!");
      var keyword = retired ? cells[3].substring(0, cells[3].length() - 1) : cells[3];
      var entry = new Entry(
          keyword.equals("-") ? "" : keyword,
          vrLists.computeIfAbsent(cells[1], Dictionary::vrs),
          cells[2],
          retired);
      if (cells[0].indexOf('x') >= 0) {
        var mask = Integer.parseUnsignedInt(cells[0].replaceAll("[^x]", "F").replace('x', '0'), 16);
        repeating.add(
            new Pattern(mask, Integer.parseUnsignedInt(cells[0].replace('x', '0'), 16), entry));
        continue;
      }
      sorted[count] = Integer.parseUnsignedInt(cells[0], 16);
      found[count++] = entry;
      if (!entry.keyword.isEmpty()) {
        byKeyword.put(entry.keyword, new Tag(sorted[count - 1]));
      }
    }
    tags = Arrays.copyOf(sorted, count);
    entries = Arrays.copyOf(found, count);
  }

  /** The entry of a tag, of repeating groups such as (60xx,3000) too; none for private elements. */
  public static Optional<Entry> find(Tag tag) {
    return Holder.STANDARD.entry(tag);
  }

  /** The keyword of a tag, or an empty string. */
  public static String keyword(Tag tag) {
    return find(tag).map(Entry::keyword).orElse("");
  }

  /** The tag of a keyword that names one attribute; none for those of repeating groups. */
  public static Optional<Tag> tag(String keyword) {
    return Optional.ofNullable(Holder.STANDARD.byKeyword.get(keyword));
  }

  /**
   * The VR of an element that does not name its own: UL for group lengths, LO for private creators,
   * UN for what nobody knows. Of several VRs the first; OW before OB. Source: PS3.5 annex A.1.
   */
  public static VR vr(Tag tag) {
    var entry = find(tag);
    if (entry.isEmpty() || entry.get().vrs.isEmpty()) {
      return tag.element() == 0 ? VR.UL : VR.UN;
    }
    var vrs = entry.get().vrs;
    return vrs.contains(VR.OW) && vrs.get(0) == VR.OB ? VR.OW : vrs.get(0);
  }

  /** Whether the standard lets the attribute have this VR, among others perhaps. */
  public static boolean allows(Tag tag, VR vr) {
    return find(tag).map(entry -> entry.vrs.contains(vr)).orElse(false);
  }

  private Optional<Entry> entry(Tag tag) {
    if (tag.isPrivate()) {
      return tag.isPrivateCreator() ? Optional.of(PRIVATE_CREATOR) : Optional.empty();
    }
    var at = search(tag.value());
    if (at >= 0) {
      return Optional.of(entries[at]);
    }
    for (var pattern : repeating) {
      if ((tag.value() & pattern.mask) == pattern.value) {
        return Optional.of(pattern.entry);
      }
    }
    return Optional.empty();
  }

  private int search(int tag) {
    var low = 0;
    var high = tags.length - 1;
    while (low <= high) {
      var middle = (low + high) >>> 1;
      var order = Integer.compareUnsigned(tags[middle], tag);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private static List<VR> vrs(String cell) {
    if (cell.equals("-")) {
      return List.of();
    }
    return Arrays.stream(cell.split("/")).map(VR::valueOf).toList();
  }
}
