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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

  /** Where the object is in the body; pointers of faults begin with it. */
  private final String at;

  private final List<Fault> faults;
  private final List<Fields> within = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /** @throws Problem body.invalid if it is not an object */
  public Fields(JsonNode object) {
    this(object, object);
  }

  private Fields(JsonNode object, JsonNode given) {
    if (!given.isObject()) throw HttpProblem.INVALID.because("The body must be a JSON object");
    this.object = object;
    this.given = given;
    at = "";
    faults = new ArrayList<>();
  }

  private Fields(JsonNode object, Fields around, String at) {
    this.object = object;
    given = object;
    this.at = at;
    faults = around.faults;
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

  /** Refuses that one of these is absent or null. */
  public void required(String... names) {
    for (var name : names) {
      var node = field(name);
      if (node.isNull() || node.isMissingNode()) {
        fault("/" + name, "field.missing", "Must not be missing");
      }
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
   * A value of any form; absent and null read as nothing.
   *
   * @param reading gives nothing for what is not allowed
   * @param saying what is allowed, to follow "Must be"
   */
  public <T> Optional<T> node(String name, Function<JsonNode, Optional<T>> reading, String saying) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return Optional.empty();
    var value = reading.apply(node);
    if (value.isEmpty()) fault("/" + name, "value.not-allowed", "Must be " + saying);
    return value;
  }

  /**
   * A text that stands for a value; absent and null read as nothing.
   *
   * @param reading gives nothing for what is not allowed
   * @param saying what is allowed, to follow "Must be"
   */
  public <T> Optional<T> value(String name, Function<String, Optional<T>> reading, String saying) {
    return node(
        name,
        node -> node.isTextual() ? reading.apply(node.textValue()) : Optional.empty(),
        saying);
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

  /** A number in a range, both ends included; absent and null read as empty. */
  public OptionalDouble number(String name, double least, double most) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return OptionalDouble.empty();
    var number = node.doubleValue();
    if (node.isNumber() && number >= least && number <= most) return OptionalDouble.of(number);
    fault("/" + name, "number.range", "Must be a number from " + least + " to " + most);
    return OptionalDouble.empty();
  }

  /**
   * An object, whose fields are read like these and refused with them; absent and null read as
   * nothing.
   */
  public Optional<Fields> object(String name) {
    return within(field(name), "/" + name);
  }

  /** Objects as {@link #object}, none of them null; absent and null read as an empty list. */
  public List<Fields> objects(String name, int mostEntries) {
    var objects = objectsOrNulls(name, mostEntries);
    for (var i = 0; i < objects.size(); i++) {
      if (field(name).get(i).isNull()) notAnObject("/" + name + "/" + i);
    }
    return objects.stream().flatMap(Optional::stream).toList();
  }

  /** Objects as {@link #object}; nothing in the place of a null. */
  public List<Optional<Fields>> objectsOrNulls(String name, int mostEntries) {
    var nodes = list(name, mostEntries);
    var objects = new ArrayList<Optional<Fields>>(nodes.size());
    for (var i = 0; i < nodes.size(); i++) {
      objects.add(within(nodes.get(i), "/" + name + "/" + i));
    }
    return List.copyOf(objects);
  }

  private Optional<Fields> within(JsonNode node, String pointer) {
    if (node.isNull() || node.isMissingNode()) return Optional.empty();
    if (!node.isObject()) {
      notAnObject(pointer);
      return Optional.empty();
    }
    var fields = new Fields(node, this, at + pointer);
    within.add(fields);
    return Optional.of(fields);
  }

  private void notAnObject(String pointer) {
    fault(pointer, "type.object", "Must be an object");
  }

  /**
   * Entries of any form, with at most one fault for all; absent and null read as an empty list.
   *
   * @param reading gives nothing for what is not allowed
   * @param saying what each is, to follow "must be"
   */
  public <T> List<T> entries(
      String name, int mostEntries, Function<JsonNode, Optional<T>> reading, String saying) {
    var entries = new ArrayList<T>();
    for (var node : list(name, mostEntries)) {
      var entry = reading.apply(node);
      if (entry.isEmpty()) {
        fault("/" + name, "value.not-allowed", "Every entry must be " + saying);
        return List.of();
      }
      entries.add(entry.get());
    }
    return List.copyOf(entries);
  }

  /** True or false; absent and null read as false. */
  public boolean flag(String name) {
    var node = field(name);
    if (node.isNull() || node.isMissingNode()) return false;
    if (!node.isBoolean()) fault("/" + name, "type.boolean", "Must be true or false");
    return node.asBoolean();
  }

  /** Notes what is wrong beyond what a single field can tell; the pointer begins at this object. */
  public void fault(String pointer, String code, String detail) {
    faults.add(new Fault(at + pointer, code, detail));
  }

  /** Whether the field, or an entry of it, has a fault. */
  public boolean hasFault(String name) {
    var pointer = at + "/" + name;
    return faults.stream()
        .anyMatch(it -> it.pointer().equals(pointer) || it.pointer().startsWith(pointer + "/"));
  }

  /**
   * Ends the reading of the body, with all objects within it.
   *
   * @throws Problem body.invalid with every fault, the first 50 unknown fields among them
   */
  public void check() {
    faults.addAll(unknown().limit(MOST_UNKNOWN).toList());
    if (!faults.isEmpty()) {
      var detail = faults.size() == 1 ? "One field has a fault" : faults.size() + " faults";
      throw HttpProblem.INVALID.because(detail).with(faults);
    }
  }

  private Stream<Fault> unknown() {
    var own = given.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !known.contains(name))
        .map(name ->
            new Fault(at + "/" + escaped(name), "field.unknown", "No such field: " + shown(name)));
    return Stream.concat(own, within.stream().flatMap(Fields::unknown));
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
