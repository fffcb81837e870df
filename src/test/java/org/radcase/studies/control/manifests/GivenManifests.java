package org.radcase.studies.control.manifests;

import org.radcase.platform.jdbc.Database;

/** Manifests over a test's database. */
public final class GivenManifests {
  private GivenManifests() {}

  public static Manifests in(Database database) {
    return new Manifests(new ManifestDao(database));
  }
}
