package org.radcase.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The targets of each plan, from a file: plan, name of the requests, {@link Target}. */
final class Targets {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Targets() {}

  /**
   * Those of a plan, in the order of the file.
   *
   * @param slack how many times as slow the server may be
   * @throws IllegalArgumentException if there are none, or one cannot be read
   */
  static Map<String, Target> of(Path file, String plan, double slack) throws IOException {
    if (!Files.exists(file)) throw new IllegalArgumentException("There are no targets at " + file);
    var targets = read(file).get(plan);
    if (targets == null || targets.isEmpty()) {
      throw new IllegalArgumentException(file + " has no targets of the plan " + plan);
    }
    targets.replaceAll((name, target) -> target.slackened(slack));
    return targets;
  }

  private static Map<String, LinkedHashMap<String, Target>> read(Path file) throws IOException {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (var reader = Files.newBufferedReader(file)) {
      Object yaml = new Yaml(new SafeConstructor(options)).load(reader);
      return MAPPER.convertValue(yaml, new TypeReference<>() {});
    } catch (YAMLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The targets cannot be read: " + file + ": " + e.getMessage(), e);
    }
  }
}
