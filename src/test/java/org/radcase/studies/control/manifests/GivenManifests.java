package org.radcase.studies.control.manifests;

import java.nio.file.Path;
import org.radcase.platform.files.BlobStore;
import org.radcase.platform.files.Home;
import org.radcase.platform.jdbc.Database;

/** Manifests over a test's database. */
public final class GivenManifests {
  private GivenManifests() {}

  /** @param folder of the files, of which none is read while attributes are of this version */
  public static Manifests in(Database database, Path folder) {
    var home = new Home(folder);
    home.prepare();
    var dao = new ManifestDao(database);
    return new Manifests(dao, new RefreshAttributes(dao, new BlobStore(home)));
  }
}
