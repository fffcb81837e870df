package org.radcase.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.problem.Problem.Fault;

/**
 * Reads the fields of one JSON object and notes every fault, each with its pointer, instead of
 * stopping at the first. A field that is faulty reads as absent; {@link #check} then refuses all.
 * For one thread.
 */
public final class Fields {
  private static final Pattern LONE_SURROGATE = Pattern.compile(
      "[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

  /** A body may name a hundred thousand; the answer need not. */
  private static final int MOST_UNKNOWN = 50;

  private final JsonNode object;
  private final JsonNode given;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /** @throws Problem body.invalid if it is not an object */
  public Fields(JsonNode object) {
    this(object, object);
  }

  private Fields(JsonNode object, JsonNode given) {
    if (!given.isObject()) throw HttpProblem.INVALID.because("The body must be a JSON object");
    this.object = object;
    this.given = given;
  }

  /**
   * The fields as a merge patch leaves them; the patch may not name others either.
   *
   * @throws Problem body.invalid if the patch is not an object
   */
  public static Fields patched(JsonNode stored, JsonNode patch) {
    return new Fields(MergePatch.apply(stored, patch), patch);
  }

  /** Refuses fields that clients get but do not set. */
  public void readOnly(Collection<String> names) {
    known.addAll(names);
    for (var name : names) {
      if (given.has(name)) fault("/" + name, "field.read-only", "Is set by the server");
    }
  }

  /** A text without line breaks, stripped; absent and null read as empty. */
  public String line(String name, int mostCharacters) {
    var text = text(name, mostCharacters);
    oneLine(text, "/" + name);
    return text;
  }

  private void oneLine(String text, String pointer) {
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      fault(pointer, "text.one-line", "Must be a single line");
    }
  }

  /** A text that may have lines, stripped; absent and null read as empty. */
  public String text(String name, int mostCharacters) {
    var node = field(name);
    return node.isNull() || node.isMissingNode() ? "" : textOf(node, "/" + name, mostCharacters);
  }

  /** Lines, stripped, none of them empty; absent and null read as an empty list. */
  public List<String> lines(String name, int mostEntries, int mostCharacters) {
    return linesOf(list(name, mostEntries), "/" + name, mostCharacters);
  }

  /** Lists of lines as {@link #lines}; absent and null read as an empty list. */
  public List<List<String>> groups(
      String name, int mostGroups, int mostEntries, int mostCharacters) {
    var node = list(name, mostGroups);
    var groups = new ArrayList<List<String>>(node.size());
    for (var i = 0; i < node.size(); i++) {
      var pointer = "/" + name + "/" + i;
      var group = node.get(i);
      if (!group.isArray()) {
        fault(pointer, "type.list", "Must be a list");
      } else if (group.size() > mostEntries) {
        fault(pointer, "list.too-long", "At most " + mostEntries + " entries");
      } else {
        groups.add(linesOf(group, pointer, mostCharacters));
      }
    }
    return List.copyOf(groups);
  }

  private List<String> linesOf(JsonNode node, String listPointer, int mostCharacters) {
    var lines = new ArrayList<String>(node.size());
    for (var i = 0; i < node.size(); i++) {
      var pointer = listPointer + "/" + i;
      var line = textOf(node.get(i), pointer, mostCharacters);
      if (line.isEmpty()) fault(pointer, "text.empty", "Must not be empty");
      oneLine(line, pointer);
      lines.add(line);
    }
    return List.copyOf(lines);
  }

  /** The list, or an empty one if it is absent, null or faulty. */
  private JsonNode list(String name, int mostEntries) {
    var node = field(name);
    if (node.isArray() && node.size() <= mostEntries) return node;
    if (node.isArray()) {
      fault("/" + name, "list.too-long", "At most " + mostEntries + " entries");
    } else if (!node.isNull() && !node.isMissingNode()) {
      fault("/" + name, "type.list", "Must be a list");
    }
    return MissingNode.getInstance();
  }

  /**
   * A text that stands for a value; absent and null read as nothing.
   *
   * @param reading gives nothing for what is not allowed
   * @param saying what is allowed, to follow "Must be"
   */
  public <T> Optional<T> value(String name, Function<String, Optional<T>> reading, String saying) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return Optional.empty();
    var value = node.isTextual() ? reading.apply(node.textValue()) : Optional.<T>empty();
    if (value.isEmpty()) fault("/" + name, "value.not-allowed", "Must be " + saying);
    return value;
  }

  /**
   * Texts that stand for values, none of them twice; absent and null read as an empty list.
   *
   * @param reading gives nothing for what is not allowed
   * @param saying what is allowed, to follow "Must be"
   */
  public <T> List<T> values(
      String name, int mostEntries, Function<String, Optional<T>> reading, String saying) {
    var values = new LinkedHashSet<T>();
    var node = list(name, mostEntries);
    for (var i = 0; i < node.size(); i++) {
      var pointer = "/" + name + "/" + i;
      var value =
          node.get(i).isTextual() ? reading.apply(node.get(i).textValue()) : Optional.<T>empty();
      if (value.isEmpty()) {
        fault(pointer, "value.not-allowed", "Must be " + saying);
      } else if (!values.add(value.get())) {
        fault(pointer, "list.duplicate", "Is in the list already");
      }
    }
    return List.copyOf(values);
  }

  /** A whole number in a range, both ends included; absent and null read as empty. */
  public OptionalInt wholeNumber(String name, int least, int most) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return OptionalInt.empty();
    if (node.isIntegralNumber() && node.canConvertToInt()) {
      var number = node.intValue();
      if (number >= least && number <= most) return OptionalInt.of(number);
    }
    fault("/" + name, "number.range", "Must be a whole number from " + least + " to " + most);
    return OptionalInt.empty();
  }

  /** True or false; absent and null read as false. */
  public boolean flag(String name) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return false;
    if (!node.isBoolean()) fault("/" + name, "type.boolean", "Must be true or false");
    return node.asBoolean();
  }

  /** Notes what is wrong beyond what a single field can tell. */
  public void fault(String pointer, String code, String detail) {
    faults.add(new Fault(pointer, code, detail));
  }

  /** Whether the field, or an entry of it, has a fault. */
  public boolean hasFault(String name) {
    var pointer = "/" + name;
    return faults.stream()
        .anyMatch(it -> it.pointer().equals(pointer) || it.pointer().startsWith(pointer + "/"));
  }

  /**
   * Ends the reading.
   *
   * @throws Problem body.invalid with every fault, the first 50 unknown fields among them
   */
  public void check() {
    given.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .limit(MOST_UNKNOWN)
        .forEach(
            name -> fault("/" + escaped(name), "field.unknown", "No such field: " + shown(name)));
    if (!faults.isEmpty()) {
      var detail = faults.size() == 1 ? "One field has a fault" : faults.size() + " faults";
      throw HttpProblem.INVALID.because(detail).with(faults);
    }
  }

  private JsonNode field(String name) {
    known.add(name);
    var node = object.get(name);
    return node == null ? MissingNode.getInstance() : node;
  }

  private String textOf(JsonNode node, String pointer, int mostCharacters) {
    if (!node.isTextual()) return faulty(pointer, "type.text", "Must be a text", "");
    var text = node.textValue().strip();
    if (text.codePointCount(0, text.length()) > mostCharacters) {
      return faulty(pointer, "text.too-long", "At most " + mostCharacters + " characters", "");
    }
    if (CONTROL.matcher(text).find() || LONE_SURROGATE.matcher(text).find()) {
      return faulty(pointer, "text.characters", "Has characters that are not text", "");
    }
    return text;
  }

  private <T> T faulty(String pointer, String code, String detail, T otherwise) {
    fault(pointer, code, detail);
    return otherwise;
  }

  /** Source: RFC 6901 §3. */
  private static String escaped(String name) {
    return shown(name).replace("~", "~0").replace("/", "~1");
  }

  private static String shown(String name) {
    var most = 80;
    return name.length() <= most ? name : name.substring(0, most) + "…";
  }
}
