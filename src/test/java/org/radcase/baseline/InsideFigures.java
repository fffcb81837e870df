package org.radcase.baseline;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.radcase.dicom.bench.DicomFigures;
import org.radcase.queries.DatabaseFigures;
import org.radcase.testing.TestDatabases;

/** All that is measured within one Java process. */
final class InsideFigures {
  private InsideFigures() {}

  static List<Turns> measure(Effort effort) throws Exception {
    var all = new ArrayList<Turns>();
    for (var kind : TestDatabases.values()) all.addAll(DatabaseFigures.on(kind, effort));
    all.addAll(DicomFigures.measure(effort));
    return all;
  }

  static void write(List<Turns> all, Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
  }
}
