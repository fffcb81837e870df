package org.radcase.database.control.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.radcase.audit.entity.Actor;
import org.radcase.audit.entity.AuditAction;
import org.radcase.audit.entity.AuditEvent;
import org.radcase.testing.TestDatabases;

/**
 * How long a backup and a restore take: {@code mvn -Pbench -Dbench=Backup}. 2,000 files of half a
 * megabyte, 200,000 instances, 50,000 audit records, unless {@code -Dradcase.bench.…} says otherwise.
 */
class BackupBench {
  private static final int FILES = Integer.getInteger("radcase.bench.files", 2_000);
  private static final int INSTANCES = Integer.getInteger("radcase.bench.instances", 200_000);
  private static final int AUDITS = Integer.getInteger("radcase.bench.audits", 50_000);
  private static final int FILE_BYTES = 512 << 10;
  private static final int AT_ONCE = 1_000;
  private static final Actor ADA = new Actor("ada", "Ada", "north", "admin");

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource(TestDatabases.class)
  void backup_and_restore_by_the_clock(TestDatabases kind) throws IOException {
    try (var server = new GivenServer(kind, folder.resolve("from"));
        var other = new GivenServer(kind, folder.resolve("to"))) {
      fill(server);
      other.takeKeyOf(server);

      var start = System.nanoTime();
      var made = server.backup();
      var written = System.nanoTime();
      var restored = other.restore(made);
      var back = System.nanoTime();

      assertThat(restored.files()).isEqualTo(FILES);
      System.out.printf(
          "%s: %,d rows, %,d files, %,d MB: backup %.1f s, restore with all checks %.1f s%n",
          kind,
          restored.rows(),
          restored.files(),
          restored.bytes() / 1_000_000,
          (written - start) / 1e9,
          (back - written) / 1e9);
    }
  }

  private static void fill(GivenServer server) throws IOException {
    server.study();
    var hashes = new ArrayList<String>();
    var random = new Random(1);
    for (var i = 0; i < FILES; i++) {
      var content = new byte[FILE_BYTES];
      random.nextBytes(content);
      try (var spooled = server.blobs.spool(new ByteArrayInputStream(content), FILE_BYTES)) {
        server.blobs.keep(spooled);
        hashes.add(spooled.sha256());
      }
    }
    server.database.transaction(() -> {
      for (var i = 0; i < INSTANCES; i += AT_ONCE) instances(server, hashes, i);
      return 0;
    });
    var audit = server.audit();
    for (var i = 0; i < AUDITS; i++) {
      audit.audit().record(AuditEvent.done(AuditAction.CASE_MADE, ADA).ofCase("c" + i));
    }
    audit.drain().drain();
  }

  private static void instances(GivenServer server, List<String> hashes, int from) {
    var rows = new ArrayList<List<@Nullable Object>>();
    for (var i = from; i < from + AT_ONCE; i++) {
      rows.add(List.of(
          "n" + i,
          "i",
          "e",
          "1.2.826.0.1.3680043." + i,
          "1.2.840.10008.5.1.4.1.1.2",
          "1.2.840.10008.1.2.1",
          hashes.get(i % hashes.size()),
          (long) FILE_BYTES,
          1L,
          "{\"rows\": 512, \"columns\": 512}".repeat(10),
          "[[1024, 524288]]",
          1L));
    }
    var table = new BackedTable(
        "instance",
        List.of(
            "id",
            "institution_id",
            "series_id",
            "instance_uid",
            "sop_class_uid",
            "transfer_syntax_uid",
            "sha256",
            "length_bytes",
            "frame_count",
            "image",
            "frames",
            "created_at"));
    server.database.write(sql -> {
      AllTables.insert(sql, table, rows);
      return 0;
    });
  }
}
