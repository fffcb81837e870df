package org.radcase.studies.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Where the frames of an instance lie in its file; kept with it, so that no request parses it. */
public sealed interface FrameMap {
  /** A run of bytes of the file. */
  record Range(long offset, long lengthBytes) {}

  /** Uncompressed, little endian, one after the other. */
  record Plain(long offset, long frameBytes) implements FrameMap {}

  /** Compressed; the fragments of each frame, in order. */
  record Fragments(List<List<Range>> frames) implements FrameMap {
    public Fragments {
      frames = List.copyOf(frames);
    }
  }

  /** Uncompressed, but not as it is sent: big endian or inside a deflated data set. */
  record Converted() implements FrameMap {}

  /** As the database keeps it: {@code plain 1024 524288} or {@code fragments 10+5,20+7;30+9}. */
  default String format() {
    if (this instanceof Plain plain) return "plain " + plain.offset + " " + plain.frameBytes;
    if (this instanceof Fragments fragments) {
      return fragments.frames.stream()
          .map(FrameMap::format)
          .collect(Collectors.joining(";", "fragments ", ""));
    }
    return "converted";
  }

  private static String format(List<Range> fragments) {
    return fragments.stream()
        .map(range -> range.offset + "+" + range.lengthBytes)
        .collect(Collectors.joining(","));
  }

  /** @throws IllegalArgumentException if it was not made by {@link #format} */
  static FrameMap parse(String text) {
    var words = text.split(" ", -1);
    return switch (words[0]) {
      case "plain" -> new Plain(Long.parseLong(words[1]), Long.parseLong(words[2]));
      case "fragments" -> fragments(words[1]);
      case "converted" -> new Converted();
      default -> throw new IllegalArgumentException("Not a frame map: " + text);
    };
  }

  private static Fragments fragments(String text) {
    var frames = new ArrayList<List<Range>>();
    for (var frame : text.split(";", -1)) {
      var ranges = new ArrayList<Range>();
      for (var range : frame.split(",", -1)) {
        var plus = range.indexOf('+');
        ranges.add(new Range(
            Long.parseLong(range.substring(0, plus)), Long.parseLong(range.substring(plus + 1))));
      }
      frames.add(List.copyOf(ranges));
    }
    return new Fragments(frames);
  }
}
