package org.radcase.studies.control.manifests;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.radcase.dicom.part10.Part10Reader;
import org.radcase.platform.files.BlobStore;
import org.radcase.studies.control.manifests.ManifestDao.Row;

/**
 * Reads again what an earlier version of RadCase kept of an instance, from its file, when a manifest
 * needs it: once, by whoever is first.
 */
@ApplicationScoped
class RefreshAttributes {
  private static final Logger LOG = System.getLogger("org.radcase.storage");

  private final ManifestDao dao;
  private final BlobStore blobs;

  @Inject
  RefreshAttributes(ManifestDao dao, BlobStore blobs) {
    this.dao = dao;
    this.blobs = blobs;
  }

  List<Row> of(List<Row> rows) {
    return rows.stream().map(this::current).toList();
  }

  private Row current(Row row) {
    if (row.attributes().version() >= FrameAttributes.VERSION) return row;
    try {
      var file = Part10Reader.read(blobs.path(row.sha256()));
      var fresh = FrameAttributes.of(file.dataSet(), file.transferSyntax());
      dao.describe(row.sha256(), fresh);
      return row.with(fresh);
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What is kept of " + row.instance() + " stays as it was", e);
      return row;
    }
  }
}
