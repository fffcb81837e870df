package org.radcase.studies.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.platform.jdbc.Database;
import org.radcase.testing.EachDatabase;

class SweepBlobsTest {
  @TempDir
  Path folder;

  @EachDatabase
  void a_file_that_no_instance_has_any_more_goes_in_the_second_round(Database database)
      throws IOException {
    var home = new Home(folder);
    home.prepare();
    var blobs = new BlobStore(home);
    var dao = new BlobSweepDao(database);
    var sweep = new SweepBlobs(dao, blobs, new BlobLocks(), new Renderings(home, blobs));
    var sha256 = keep(blobs);
    database.write(sql -> sql.update("INSERT INTO blob_to_sweep (sha256) VALUES (?)", sha256));

    sweep.sweep();
    assertThat(blobs.path(sha256)).as("somebody may be about to open it").exists();

    sweep.sweep();
    assertThat(blobs.path(sha256)).doesNotExist();
    assertThat(dao.noted()).isEmpty();
    sweep.end();
  }

  private static String keep(BlobStore blobs) throws IOException {
    try (var spooled = blobs.spool(new ByteArrayInputStream(new byte[] {1, 2, 3}), 10)) {
      blobs.keep(spooled);
      return spooled.sha256();
    }
  }
}
