package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.it.server.Deadline;
import org.radcase.it.server.TomcatServer;

/** A backup that an operator makes fills an empty server; a broken database file says so. */
@Tag("own-server")
class BackupTest {
  private static final String BACKUPS = "api/admin/database/backups";

  @TempDir
  Path folder;

  @Test
  void a_backup_fills_an_empty_server_with_people_images_and_trail() throws IOException {
    var file = new DicomFile();
    String address;
    RadCase before;
    Path backup;
    var settings = Map.of("RADCASE_BACKUP_FOLDER", folder.toString());
    try (var server = TomcatServer.onSqlite(settings)) {
      before = server.radcase().as("educator");
      address = Given.addressOf(Given.aCase(before));
      var sent = before.post(address + "/dicom", new Multipart().file("ct.dcm", file.bytes()));
      assertThat(sent.status()).as(sent.toString()).isEqualTo(200);
      backup = folder.resolve(complete(server.radcase().as("operator")));
    }

    try (var server = TomcatServer.onSqlite(Map.of("RADCASE_RESTORE", backup.toString()))) {
      // Her session came back as well.
      var radcase = new RadCase(server.address(), before.people()).withCookie(before.cookie());
      assertThat(radcase.get(address).json().path("imageCount").asInt()).isEqualTo(1);
      assertThat(radcase.get(address + "/instances/" + file.instanceUid()).bytes())
          .isEqualTo(file.bytes());
      var operator = new RadCase(server.address(), before.people()).as("operator");
      var check = operator.postJson("api/admin/audit/check", "{}");
      assertThat(check.json().path("ok").asBoolean()).as(check.toString()).isTrue();
      assertThat(operator.get("api/admin/audit?action=backup-restored").json().path("data"))
          .hasSize(1);
    }
  }

  /** Makes one, and returns its id when it is complete. */
  private static String complete(RadCase operator) {
    var begun = operator.postJson(BACKUPS, "{}");
    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    var id = begun.json().path("id").asText();
    assertThat(begun.header("Location")).endsWith("/" + BACKUPS + "/" + id);
    var done = Deadline.ofSeconds(60)
        .until(() ->
            !operator.get(BACKUPS + "/" + id).json().path("state").asText().equals("running"));
    assertThat(done).isTrue();
    var listed = operator.get(BACKUPS).json().path("data").path(0);
    assertThat(listed.path("id").asText()).isEqualTo(id);
    assertThat(listed.path("state").asText()).as(listed.toString()).isEqualTo("complete");
    assertThat(listed.path("files").asInt()).isEqualTo(1);
    return id;
  }

  @Test
  void a_damaged_database_stops_the_start_with_what_to_do() throws IOException {
    Path home;
    try (var server = TomcatServer.onSqlite(Map.of())) {
      home = server.radcaseHome();
    }
    try (var bytes = new RandomAccessFile(home.resolve("radcase.db").toFile(), "rw")) {
      bytes.seek(4096);
      bytes.write(new byte[4096]);
    }
    Files.deleteIfExists(home.resolve("radcase.db-wal"));

    var output = TomcatServer.outputOfRefusedStart(Map.of("RADCASE_HOME", home.toString()));

    assertThat(output).contains("RadCase did not start: the database jdbc/radcase is damaged");
    assertThat(output).contains("radcase.restore");
  }

  @Test
  void what_is_no_backup_stops_the_start() {
    var output = TomcatServer.outputOfRefusedStart(Map.of("RADCASE_RESTORE", folder.toString()));

    assertThat(output).contains("RadCase did not start: radcase.restore is " + folder);
  }
}
