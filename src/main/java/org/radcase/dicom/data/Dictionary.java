package org.radcase.dicom.data;

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

  private static final Entry PRIVATE_CREATOR = new Entry("", List.of(VR.LO), "1", false);

  private static final class Table {
    static final DictionaryTable STANDARD = new DictionaryTable(Registry.bytes("dictionary.txt"));
  }

  private static final class Keywords {
    static final Map<String, Tag> TAGS = Table.STANDARD.byKeyword();
  }

  private Dictionary() {}

  /** The entry of a tag, of repeating groups such as (60xx,3000) too; none for private elements. */
  public static Optional<Entry> find(Tag tag) {
    if (tag.isPrivate()) {
      return tag.isPrivateCreator() ? Optional.of(PRIVATE_CREATOR) : Optional.empty();
    }
    return Optional.ofNullable(Table.STANDARD.find(tag.value()));
  }

  /** The keyword of a tag, or an empty string. */
  public static String keyword(Tag tag) {
    return find(tag).map(Entry::keyword).orElse("");
  }

  /** The tag of a keyword that names one attribute; none for those of repeating groups. */
  public static Optional<Tag> tag(String keyword) {
    return Optional.ofNullable(Keywords.TAGS.get(keyword));
  }

  /**
   * The VR of an element that does not name its own: UL for group lengths, LO for private creators,
   * UN for what nobody knows. Of several VRs OW, if it is among them, else the first. Source: PS3.5
   * annex A.1.
   */
  public static VR vr(Tag tag) {
    var entry = find(tag);
    if (entry.isEmpty() || entry.get().vrs.isEmpty()) {
      return tag.element() == 0 ? VR.UL : VR.UN;
    }
    var vrs = entry.get().vrs;
    return vrs.contains(VR.OW) ? VR.OW : vrs.get(0);
  }

  /** Whether the standard lets the attribute have this VR, among others perhaps. */
  public static boolean allows(Tag tag, VR vr) {
    return find(tag).map(entry -> entry.vrs.contains(vr)).orElse(false);
  }
}
