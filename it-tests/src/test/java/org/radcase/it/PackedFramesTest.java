package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;
import org.radcase.it.server.Deadline;

/** Frames are compressed once, after they came in, and sent so to whoever can read it. */
@ExtendWith(AtHand.class)
class PackedFramesTest {
  private static final int SIZE = 64;
  private static final String JLS = "image/jls; transfer-syntax=1.2.840.10008.1.2.4.80";
  private static final String VIEWER = "image/jls, application/octet-stream";

  /** The address of the only frame of a new case. */
  private static String frame(RadCase educator, byte[] pixels) {
    var file = new DicomFile().number(0x00280010, SIZE).number(0x00280011, SIZE).pixels(pixels);
    var address = Given.addressOf(Given.aCase(educator));
    var upload = educator.post(address + "/dicom", new Multipart().file("a.dcm", file.bytes()));
    assertThat(upload.status()).as(upload.toString()).isEqualTo(200);
    return educator.get(address + "/dicom").json().at("/series/0/frames/0/href").asText();
  }

  /** As a detector sees a wall. */
  private static byte[] noise() {
    var random = new Random(1);
    var pixels = new byte[SIZE * SIZE * 2];
    for (var i = 0; i < pixels.length; i += 2) {
      pixels[i] = (byte) random.nextInt(32);
      pixels[i + 1] = 4;
    }
    return pixels;
  }

  /** Few values in large fields, of which gzip makes less than JPEG-LS. */
  private static byte[] fewValues() {
    var pixels = new byte[SIZE * SIZE * 2];
    for (var i = 0; i < pixels.length; i += 2) pixels[i + 1] = (byte) (i / 2 % 2 * 8);
    return pixels;
  }

  private static Answer awaitPacked(RadCase person, String href, String header, String value) {
    assertThat(Deadline.ofSeconds(60)
            .until(() -> person.get(href, header, value).bytes().length < SIZE * SIZE))
        .isTrue();
    return person.get(href, header, value);
  }

  @Test
  void who_can_read_jpeg_ls_gets_it_and_all_others_the_samples(RadCase radcase) {
    var educator = radcase.as("educator");
    var pixels = noise();
    var href = frame(educator, pixels);

    var packed = awaitPacked(educator, href, "Accept", VIEWER);

    assertThat(packed.header("Content-Type")).isEqualTo(JLS);
    assertThat(packed.bytes()).startsWith(0xff, 0xd8, 0xff, 0xf7);
    assertThat(packed.header("Content-Length")).isEqualTo("" + packed.bytes().length);
    assertThat(packed.header("Cache-Control")).contains("private", "immutable");
    assertThat(packed.header("Vary")).contains("Accept", "Accept-Encoding");
    for (var headers : new String[][] {
      {},
      {"Accept", "*/*"},
      {"Accept", "image/*"},
      {"Accept", "image/jls;q=0, */*"},
      {"Accept", VIEWER, "X-No-Compression", "1"},
      {"Accept-Encoding", "gzip"}
    }) {
      var plain = educator.get(href, headers);
      assertThat(plain.bytes()).isEqualTo(pixels);
      assertThat(plain.header("Content-Type"))
          .isEqualTo("application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1");
      assertThat(plain.header("Vary")).contains("Accept", "Accept-Encoding");
      assertThat(plain.header("ETag")).isNotEqualTo(packed.header("ETag"));
    }
  }

  @Test
  void what_gzip_makes_smaller_goes_as_gzip(RadCase radcase) throws IOException {
    var educator = radcase.as("educator");
    var pixels = fewValues();
    var href = frame(educator, pixels);

    var packed = awaitPacked(educator, href, "Accept-Encoding", "gzip");

    assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(packed.header("ETag")).endsWith("-gzip\"");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
        .isEqualTo(pixels);
    assertThat(educator.get(href, "Accept-Encoding", "gzip;q=0").bytes()).isEqualTo(pixels);
  }

  @Test
  void a_packed_frame_is_revalidated_and_cut_as_any_other(RadCase radcase) {
    var educator = radcase.as("educator");
    var href = frame(educator, noise());
    var packed = awaitPacked(educator, href, "Accept", VIEWER);
    var tag = packed.header("ETag");

    assertThat(educator.get(href, "Accept", VIEWER, "If-None-Match", tag).status())
        .isEqualTo(304);
    assertThat(educator.get(href, "If-None-Match", tag).status()).isEqualTo(200);
    var part = educator.get(href, "Accept", VIEWER, "Range", "bytes=2-3", "If-Range", tag);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).containsExactly(0xff, 0xf7);
    var head = educator.send("HEAD", href, "", "", "Accept", VIEWER);
    assertThat(head.header("Content-Length")).isEqualTo("" + packed.bytes().length);
    assertThat(head.bytes()).isEmpty();
  }

  @Test
  void a_whole_file_goes_as_gzip_once_it_has_been_asked_for(RadCase radcase) throws IOException {
    var educator = radcase.as("educator");
    var href = frame(educator, fewValues());
    var address = href.substring(0, href.indexOf("/frames/"));
    var plain = educator.get(address);
    var version = href.substring(href.indexOf("?v="));

    assertThat(Deadline.ofSeconds(60).until(() -> !educator
            .get(address, "Accept-Encoding", "gzip")
            .header("Content-Encoding")
            .isEmpty()))
        .isTrue();
    var packed = educator.get(address + version, "Accept-Encoding", "gzip");

    assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
        .isEqualTo(plain.bytes());
    assertThat(packed.header("Content-Length")).isEqualTo("" + packed.bytes().length);
    assertThat(packed.header("ETag")).endsWith("-file-gzip\"");
    assertThat(packed.header("Vary")).isEqualTo(plain.header("Vary")).isEqualTo("Accept-Encoding");
    assertThat(packed.header("Cache-Control")).contains("private", "immutable");
    assertThat(packed.header("Content-Disposition")).isEqualTo(plain.header("Content-Disposition"));
    var part = educator.get(
        address,
        "Accept-Encoding",
        "gzip",
        "Range",
        "bytes=0-1",
        "If-Range",
        packed.header("ETag"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).containsExactly(0x1f, 0x8b);
    for (var headers : new String[][] {
      {}, {"Accept-Encoding", "gzip;q=0"}, {"Accept-Encoding", "gzip", "X-No-Compression", "1"}
    }) {
      assertThat(educator.get(address, headers).bytes()).isEqualTo(plain.bytes());
      assertThat(educator.get(address, headers).header("ETag")).isEqualTo(plain.header("ETag"));
    }
  }

  @Test
  void a_file_that_gzip_makes_hardly_smaller_stays_as_it_is(RadCase radcase) {
    var educator = radcase.as("educator");
    var pixels = new byte[SIZE * SIZE * 2];
    new Random(1).nextBytes(pixels);
    var href = frame(educator, pixels);
    var address = href.substring(0, href.indexOf("/frames/"));
    var compressible = frame(educator, fewValues());
    var next = compressible.substring(0, compressible.indexOf("/frames/"));

    // One after the other: when the second is packed, the first has been looked at.
    educator.get(address, "Accept-Encoding", "gzip");
    assertThat(Deadline.ofSeconds(60).until(() -> !educator
            .get(next, "Accept-Encoding", "gzip")
            .header("Content-Encoding")
            .isEmpty()))
        .isTrue();

    assertThat(educator.get(address, "Accept-Encoding", "gzip").header("Content-Encoding"))
        .isEmpty();
  }
}
