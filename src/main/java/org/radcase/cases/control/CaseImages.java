package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Status;
import org.radcase.platform.jdbc.Database;

/**
 * Tells a case about its images, which the case itself does not keep. Each telling joins the
 * transaction that is open and makes a new revision. Rights are the teller's to check.
 */
@ApplicationScoped
public class CaseImages {
  private final CaseImagesDao dao;
  private final CaseChanges changes;
  private final Database database;
  private final Clock clock;

  @Inject
  CaseImages(CaseImagesDao dao, CaseChanges changes, Database database, Clock clock) {
    this.dao = dao;
    this.changes = changes;
    this.database = database;
    this.clock = clock;
  }

  /**
   * The case has one image more.
   *
   * @param thumbnailIfNone becomes the case's thumbnail, unless it has one
   * @return the new revision
   * @throws org.radcase.platform.problem.Problem case.not-found
   */
  public int added(CaseId id, @Nullable String thumbnailIfNone) {
    return database.transaction(() ->
        noted(id, dao.add(id, thumbnailIfNone, clock.millis()).orElseThrow(() -> notFound(id))));
  }

  /**
   * The case's images are others.
   *
   * @param thumbnail an address relative to the context path, or null for none
   * @return the new revision
   * @throws org.radcase.platform.problem.Problem case.not-found; case.needs-images if a published
   *     case would lose its last one
   */
  public int changed(CaseId id, int imageCount, @Nullable String thumbnail) {
    return database.transaction(() -> {
      var told = dao.set(id, imageCount, thumbnail, clock.millis()).orElseThrow(() -> notFound(id));
      if (imageCount == 0 && told.sharing().status() == Status.PUBLISHED) {
        throw CaseProblem.NEEDS_IMAGES.because("Make it a draft first, or add an image");
      }
      return noted(id, told);
    });
  }

  private int noted(CaseId id, CaseImagesDao.Told told) {
    changes.of(id, told.owner(), told.sharing());
    return told.revision();
  }

  private static RuntimeException notFound(CaseId id) {
    return CaseProblem.NOT_FOUND.because("No case " + id);
  }
}
