package org.radcase.it.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** On what, and of what, a benchmark is. */
public final class Machine {
  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.*)");

  private Machine() {}

  /** Its processors. */
  public static String name() {
    var processors = Runtime.getRuntime().availableProcessors();
    try {
      var model = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
      return processors + " × " + (model.find() ? model.group(1) : "unknown processor");
    } catch (IOException e) {
      return processors + " processors";
    }
  }

  /** What git has checked out here, with a + if there are changes; empty if git doesn't know. */
  public static String commit() {
    try {
      var commit = git("rev-parse", "--short=12", "HEAD");
      var changed = !commit.isEmpty() && !git("status", "--porcelain").isEmpty();
      return changed ? commit + "+" : commit;
    } catch (IOException e) {
      return "";
    }
  }

  private static String git(String... arguments) throws IOException {
    var command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    var process = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
