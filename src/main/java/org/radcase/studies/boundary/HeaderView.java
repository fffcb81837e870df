package org.radcase.studies.boundary;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Dictionary;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/**
 * A data set to be read by people, without its pixels.
 *
 * @param truncated whether it has more than is shown
 */
public record HeaderView(List<ElementView> elements, boolean truncated) {
  /**
   * One element. Source: PS3.5 section 7.1.
   *
   * @param keyword of PS3.6, or empty for what it does not know
   * @param value as text, of bytes and long values only how many there are; empty for a sequence
   * @param items only of a sequence
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ElementView(
      String tag,
      String keyword,
      String vr,
      String value,
      @Schema(description = "Elements as these, item by item") @Nullable
          List<List<ElementView>> items) {}

  private static final int LONGEST_VALUE = 1_000;

  /** Of all elements together; of an object of thousands of frames the first are told. */
  private static final int MOST_CHARACTERS = 1_000_000;

  /** What an element costs beside its value, about. */
  private static final int ELEMENT_CHARACTERS = 100;

  private static final Set<Tag> PIXELS =
      Set.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA);

  static HeaderView of(DataSet header) {
    var telling = new Telling();
    var elements = telling.elements(header);
    return new HeaderView(elements, telling.left < 0);
  }

  /** One header, told until it is long enough; as deep as the reader of files lets it be. */
  private static final class Telling {
    private int left = MOST_CHARACTERS;

    List<ElementView> elements(DataSet dataSet) {
      var elements = new ArrayList<ElementView>();
      for (var element : dataSet) {
        if (PIXELS.contains(element.tag())) continue;
        var value = valueOf(element, dataSet);
        left -= ELEMENT_CHARACTERS + value.length();
        if (left < 0) break;
        elements.add(new ElementView(
            element.tag().toString(),
            Dictionary.keyword(element.tag()),
            element.vr().name(),
            value,
            itemsOf(element)));
      }
      return elements;
    }

    private @Nullable List<List<ElementView>> itemsOf(Element element) {
      if (!(element.value() instanceof Value.Items sequence)) return null;
      var items = new ArrayList<List<ElementView>>();
      for (var item : sequence.items()) {
        left -= ELEMENT_CHARACTERS;
        if (left < 0) break;
        items.add(elements(item));
      }
      return items;
    }
  }

  private static String valueOf(Element element, DataSet dataSet) {
    if (element.value() instanceof Value.Items) return "";
    if (element.value() instanceof Value.InFile there) return there.lengthBytes() + " bytes";
    if (!(element.value() instanceof Value.Bytes bytes)) return "fragments";
    return element.vr().kind() == VR.Kind.BYTES
        ? bytes.lengthBytes() + " bytes"
        : shortened(String.join("\\", dataSet.strings(element.tag())));
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= LONGEST_VALUE) return wellFormed(text);
    return wellFormed(text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE))) + "…";
  }

  /** JSON has no halves of surrogate pairs. */
  private static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
