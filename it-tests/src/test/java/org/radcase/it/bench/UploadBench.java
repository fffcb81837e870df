package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.RadCase;
import org.radcase.it.server.TomcatServer;

/** How many slices of a CT a second come in, beside writing and forcing the same bytes to the same disk. */
class UploadBench {
  private static final int SLICES = 200;
  private static final int ROUNDS = 5;

  @Test
  void upload_of_a_ct() throws IOException {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false"))) {
      var radcase = server.radcase().as("educator");
      var rates = new double[ROUNDS];
      var bare = new double[ROUNDS];
      upload(radcase);
      for (var round = 0; round < ROUNDS; round++) {
        rates[round] = upload(radcase);
        bare[round] = writeAndForce();
      }
      var rate = Figures.percentile(0.5, rates);
      var peer = Figures.percentile(0.5, bare);
      new Figures("Upload")
          .add(
              "slices of 512 × 512 a second, 200 at a time, 20 a request (median of 5)",
              "%.0f",
              rate)
          .add("the same bytes written and forced, file by file, by a bare loop", "%.0f", peer)
          .add("ratio", "%.2f", rate / peer)
          .publish();
    }
  }

  private static double upload(RadCase radcase) {
    var slices = SyntheticCt.slices(SLICES);
    var made = radcase.postJson("api/cases", "{\"presentation\": \"Upload\"}").json();
    var address = "api/cases/" + made.path("id").asText() + "/dicom";
    var start = System.nanoTime();
    for (var request : SyntheticCt.requests(slices)) {
      assertThat(radcase.post(address, request).status()).isEqualTo(200);
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(SLICES);
    return SLICES / seconds;
  }

  private static double writeAndForce() throws IOException {
    var slices = SyntheticCt.slices(SLICES);
    var folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bare-");
    var start = System.nanoTime();
    for (var i = 0; i < SLICES; i++) {
      try (var file = FileChannel.open(
          folder.resolve(i + ".dcm"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        file.write(ByteBuffer.wrap(slices[i]));
        file.force(true);
      }
    }
    var seconds = (System.nanoTime() - start) / 1e9;
    for (var i = 0; i < SLICES; i++) Files.delete(folder.resolve(i + ".dcm"));
    Files.delete(folder);
    return SLICES / seconds;
  }
}
