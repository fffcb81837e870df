package org.radcase.studies.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.problem.Problem;
import org.radcase.studies.control.Renderings.Size;
import org.radcase.studies.control.manifests.Manifests;

/** Makes the pictures that a case begins with before anybody asks for them. */
@ApplicationScoped
class PreviewCovers {
  private static final Logger LOG = System.getLogger("org.radcase.storage");

  private final Manifests manifests;
  private final ShownDao shown;
  private final Renderings renderings;
  private final SpareTime spareTime = new SpareTime("radcase-preview");

  @Inject
  PreviewCovers(Manifests manifests, ShownDao shown, Renderings renderings) {
    this.manifests = manifests;
    this.shown = shown;
    this.renderings = renderings;
  }

  @PreDestroy
  void end() {
    spareTime.close();
  }

  void make(CaseId id) {
    spareTime.put(id.toString(), () -> makeOrLog(id));
  }

  private void makeOrLog(CaseId id) {
    try {
      var cover = Covers.seriesOf(manifests.of(id));
      if (cover.isEmpty()) return;
      var middle = cover.get().middle();
      var instance = shown.find(id, middle.instance());
      if (instance.isEmpty()) return;
      for (var size : Size.values()) renderings.of(instance.get(), middle.number(), size);
    } catch (IOException | Problem e) {
      LOG.log(Level.INFO, "The pictures of case " + id + " are made when they are asked for", e);
    }
  }
}
