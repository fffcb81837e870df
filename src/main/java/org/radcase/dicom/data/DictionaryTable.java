package org.radcase.dicom.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dictionary as the bytes of its resource, with an index: rows become entries when somebody asks,
 * since a start of the server asks for few of five thousand. May be shared by threads.
 */
final class DictionaryTable {
  private static final int TAG_CHARACTERS = 8;

  private final byte[] text;
  private final int[] tags;
  private final int[] rows;
  private final Dictionary.@Nullable Entry[] entries; // two threads may make one twice: no harm
  private final List<Pattern> patterns = new ArrayList<>();

  private record Pattern(int mask, int value, Dictionary.Entry entry) {}

  /** Rows of tag, VR, VM, keyword, as the resource's first line says. */
  DictionaryTable(byte[] text) {
    this.text = text;
    var index = new int[text.length / TAG_CHARACTERS];
    var starts = new int[index.length];
    var count = 0;
    for (var row = nextRow(0); row < text.length; row = nextRow(row)) {
      if (isPattern(row)) {
        patterns.add(pattern(row));
      } else {
        index[count] = tag(row);
        starts[count++] = row;
      }
    }
    tags = Arrays.copyOf(index, count);
    rows = Arrays.copyOf(starts, count);
    entries = new Dictionary.Entry[count];
  }

  Dictionary.@Nullable Entry find(int tag) {
    var at = search(tag);
    if (at >= 0) {
      return entry(at);
    }
    for (var pattern : patterns) {
      if ((tag & pattern.mask) == pattern.value) {
        return pattern.entry;
      }
    }
    return null;
  }

  Map<String, Tag> byKeyword() {
    var all = new HashMap<String, Tag>(2 * tags.length);
    for (var i = 0; i < tags.length; i++) {
      if (!entry(i).keyword().isEmpty()) {
        all.put(entry(i).keyword(), new Tag(tags[i]));
      }
    }
    return all;
  }

  private Dictionary.Entry entry(int at) {
    var known = entries[at];
    if (known != null) {
      return known;
    }
    var made = entryOfRow(rows[at]);
    entries[at] = made;
    return made;
  }

  private Dictionary.Entry entryOfRow(int row) {
    var line = new String(text, row, nextRow(row) - 1 - row, StandardCharsets.US_ASCII);
    var cells = line.split(" ", 4);
    var retired = cells[3].endsWith("!");
    var keyword = retired ? cells[3].substring(0, cells[3].length() - 1) : cells[3];
    return new Dictionary.Entry(
        keyword.equals("-") ? "" : keyword, vrs(cells[1]), cells[2], retired);
  }

  private static List<VR> vrs(String cell) {
    return cell.equals("-")
        ? List.of()
        : Arrays.stream(cell.split("/", -1)).map(VR::valueOf).toList();
  }

  private Pattern pattern(int row) {
    var mask = 0;
    var value = 0;
    for (var i = row; i < row + TAG_CHARACTERS; i++) {
      mask = (mask << 4) | (text[i] == 'x' ? 0 : 0xF);
      value = (value << 4) | (text[i] == 'x' ? 0 : Character.digit(text[i], 16));
    }
    return new Pattern(mask, value, entryOfRow(row));
  }

  private int tag(int row) {
    var tag = 0;
    for (var i = row; i < row + TAG_CHARACTERS; i++) {
      tag = (tag << 4) | Character.digit(text[i], 16);
    }
    return tag;
  }

  private boolean isPattern(int row) {
    for (var i = row; i < row + TAG_CHARACTERS; i++) {
      if (text[i] == 'x') {
        return true;
      }
    }
    return false;
  }

  private int nextRow(int from) {
    var at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at + 1;
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
}
