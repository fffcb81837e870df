package org.radcase.studies.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;
import org.radcase.cases.control.CaseImages;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.jdbc.Database;
import org.radcase.studies.control.manifests.Manifest;
import org.radcase.studies.control.manifests.Manifests;

/** Chooses the picture by which a case is known in lists: the middle of its longest series. */
@ApplicationScoped
public class Covers {
  private final Database database;
  private final Manifests manifests;
  private final CaseImages caseImages;
  private final PreviewCovers previews;

  @Inject
  Covers(Database database, Manifests manifests, CaseImages caseImages, PreviewCovers previews) {
    this.database = database;
    this.manifests = manifests;
    this.caseImages = caseImages;
    this.previews = previews;
  }

  public void chooseFor(CaseId id) {
    database.transaction(() -> {
      var manifest = manifests.of(id);
      var cover = seriesOf(manifest)
          .map(s -> Addresses.ofThumbnail(id, s.uid(), s.middle().sha256()))
          .orElse(null);
      return caseImages.changed(id, manifest.instanceCount(), cover);
    });
    previews.make(id);
  }

  /** The series that stands for the case: the longest that the server can render. */
  public static Optional<Manifest.Series> seriesOf(Manifest manifest) {
    return manifest.series().stream()
        .filter(series -> series.middle().rendered() && !series.isSegmentation())
        .max(Comparator.comparingInt(series -> series.frames().size()));
  }
}
