package org.radcase.it.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.radcase.it.DicomFile;
import org.radcase.it.Multipart;
import org.radcase.it.RadCase;
import org.radcase.it.server.TomcatServer;

/** A proof at full size: five gigabytes in one file are refused in constant memory and leave nothing. */
class BigUploadBench {
  private static final long FIVE_GIGABYTES = 5L << 30;
  private static final double MOST_GROWTH_MEGABYTES = 300;

  @Test
  void five_gigabytes() throws IOException {
    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_DEMO", "false"))) {
      var radcase = server.radcase().as("educator");
      var before = StartBench.residentMegabytes(server.pid());

      assertThat(codeOf(radcase, zeros(FIVE_GIGABYTES))).isEqualTo("dicom.not-part10");
      var header = Arrays.copyOf(new DicomFile().bytes(), 400);
      var endless =
          new SequenceInputStream(new ByteArrayInputStream(header), zeros(FIVE_GIGABYTES));
      assertThat(codeOf(radcase, endless)).isEqualTo("dicom.too-large");

      var growth = StartBench.residentMegabytes(server.pid()) - before;
      assertThat(growth).isLessThan(MOST_GROWTH_MEGABYTES);
      try (var spooled = Files.list(server.radcaseHome().resolve("spool"))) {
        assertThat(spooled).isEmpty();
      }
      new Figures("Big upload")
          .add("two uploads of 5 GB, refused; growth of resident memory, MB", "%.0f", growth)
          .publish();
    }
  }

  private static String codeOf(RadCase radcase, InputStream content) {
    var made = radcase.postJson("api/cases", "{\"presentation\": \"Big\"}").json();
    var address = "api/cases/" + made.path("id").asText() + "/dicom";
    var answer = radcase.post(address, new Multipart().file("big.dcm", () -> content));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    return answer.json().at("/files/0/code").asText();
  }

  private static InputStream zeros(long length) {
    return new InputStream() {
      private long left = length;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int count) {
        if (left <= 0) return -1;
        var given = (int) Math.min(count, left);
        Arrays.fill(bytes, offset, offset + given, (byte) 0);
        left -= given;
        return given;
      }
    };
  }
}
