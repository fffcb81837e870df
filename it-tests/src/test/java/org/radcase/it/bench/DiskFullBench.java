package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;
import org.radcase.it.server.TomcatServer;

/**
 * A proof: on a disk that fills up, files are refused with storage.full, and each that was
 * acknowledged is there. Needs the right to mount a small file system.
 */
class DiskFullBench {
  private static final int SLICES = 200;
  private static final int MEGABYTES = 64;

  @Test
  void a_disk_that_fills_up() throws IOException, InterruptedException {
    var disk = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "disk-");
    run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", disk.toString());
    try (var server =
        TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false", "RADCASE_HOME", disk.toString()))) {
      fillUp(server.radcase().as("educator"), disk);
    } finally {
      run("umount", disk.toString());
    }
  }

  private static void fillUp(RadCase radcase, Path home) throws IOException {
    var made = radcase.postJson("api/cases", "{\"presentation\": \"Full\"}").json();
    var address = "api/cases/" + made.path("id").asText();
    var acknowledged = new HashMap<String, byte[]>();
    var full = 0;
    var slices = SyntheticCt.slices(SLICES);
    for (var i = 0; i < SLICES; i++) {
      var answer = radcase.post(address + "/dicom", new Multipart().file(i + ".dcm", slices[i]));
      var file = answer.json().at("/files/0");
      if (file.path("verdict").asText().equals("stored")) {
        acknowledged.put(file.path("sopInstanceUid").asText(), slices[i]);
      } else {
        assertThat(file.path("code").asText()).as(answer.toString()).isEqualTo("storage.full");
        full++;
      }
    }

    assertThat(acknowledged).hasSizeGreaterThan(50);
    assertThat(full).isPositive();
    for (var one : acknowledged.entrySet()) {
      var answer = radcase.get(address + "/instances/" + one.getKey());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.response().body()).isEqualTo(one.getValue());
    }
    assertThat(radcase.get(address + "/dicom").json().path("imageCount").asInt())
        .isEqualTo(acknowledged.size());
    try (var spooled = Files.list(home.resolve("spool"))) {
      assertThat(spooled).isEmpty();
    }
    new Figures("Disk full")
        .add(
            "slices acknowledged on a disk of 64 MB, all of them read back",
            "%d",
            acknowledged.size())
        .add("slices refused with storage.full", "%d", full)
        .publish();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
