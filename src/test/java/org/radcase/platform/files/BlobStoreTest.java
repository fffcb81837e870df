package org.radcase.platform.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobStoreTest {
  /** Of the three bytes "abc". Source: FIPS 180-4's example. */
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir
  Path folder;

  private Home home = new Home(Path.of("."));
  private BlobStore blobs = new BlobStore(home);

  @BeforeEach
  void prepare() {
    home = new Home(folder);
    home.prepare();
    blobs = new BlobStore(home);
  }

  @Test
  void a_kept_file_lies_under_the_hash_of_its_content() throws IOException {
    try (var file = blobs.spool(bytes("abc"), 10)) {
      assertThat(blobs.keep(file)).isTrue();
      assertThat(file.sha256()).isEqualTo(SHA256_OF_ABC);
    }

    assertThat(blobs.path(SHA256_OF_ABC)).hasContent("abc");
    assertThat(spooled()).isZero();
  }

  @Test
  void the_same_content_is_kept_once() throws IOException {
    keep("abc");

    try (var again = blobs.spool(bytes("abc"), 10)) {
      assertThat(blobs.keep(again)).isFalse();
    }

    assertThat(blobs.path(SHA256_OF_ABC)).hasContent("abc");
    assertThat(spooled()).isZero();
  }

  @Test
  void a_file_that_is_not_kept_is_gone() throws IOException {
    try (var file = blobs.spool(bytes("abc"), 10)) {
      assertThat(file.path()).exists();
    }

    assertThat(spooled()).isZero();
    assertThat(blobs.path(SHA256_OF_ABC)).doesNotExist();
  }

  @Test
  void a_stream_that_goes_on_too_long_leaves_nothing() throws IOException {
    assertThatThrownBy(() -> blobs.spool(bytes("abcd"), 3)).isInstanceOf(TooLargeException.class);

    assertThat(spooled()).isZero();
  }

  @Test
  void a_stream_that_breaks_leaves_nothing() throws IOException {
    var broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), cut());

    assertThatThrownBy(() -> blobs.spool(broken, 1 << 20)).hasMessage("cable");
    assertThat(spooled()).isZero();
  }

  @Test
  void what_a_killed_server_left_in_the_spool_is_gone_after_the_next_start() throws IOException {
    Files.writeString(home.spool().resolve("left.part"), "half");

    home.prepare();

    assertThat(spooled()).isZero();
  }

  private static InputStream cut() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("cable");
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        throw new IOException("cable");
      }
    };
  }

  private void keep(String text) throws IOException {
    try (var file = blobs.spool(bytes(text), 1000)) {
      blobs.keep(file);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private long spooled() throws IOException {
    try (var files = Files.list(home.spool())) {
      return files.count();
    }
  }
}
