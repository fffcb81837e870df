package org.radcase.cases.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.SearchText;
import org.radcase.platform.startup.ServerStarting;

/**
 * Writes what can be found of cases again where another release wrote it otherwise: once, in the
 * background, a case at a time. Thread-safe.
 */
@ApplicationScoped
class RefreshSearchTexts {
  private static final Logger LOG = System.getLogger("org.radcase.cases");

  private static final int BATCH = 100;

  /** Longer than one case takes, so that the thread ends before its database does. */
  private static final long LONGEST_END_MILLIS = 5000;

  private final CaseDao cases;
  private final SearchTextDao texts;
  private volatile boolean ending;
  private volatile @Nullable Thread worker;

  @Inject
  RefreshSearchTexts(CaseDao cases, SearchTextDao texts) {
    this.cases = cases;
    this.texts = texts;
  }

  void begin(@Observes ServerStarting event) {
    if (texts.outdated(SearchText.VERSION, 1).isEmpty()) return;
    var thread = new Thread(this::refreshAndLog, "radcase-search-texts");
    thread.setDaemon(true);
    thread.start();
    worker = thread;
  }

  @PreDestroy
  void end() {
    ending = true;
    var thread = worker;
    if (thread == null) return;
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void refreshAndLog() {
    try {
      LOG.log(Level.INFO, "Prepared " + refresh() + " cases for the search of this release");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "Could not prepare all cases for search; the next start goes on", e);
    }
  }

  /** Returns how many it wrote. */
  int refresh() {
    var written = 0;
    while (!ending) {
      var ids = texts.outdated(SearchText.VERSION, BATCH);
      if (ids.isEmpty()) return written;
      for (var id : ids) {
        if (ending) return written;
        if (refresh(id)) written++;
      }
    }
    return written;
  }

  /** A case that changes or goes meanwhile needs nothing more. */
  private boolean refresh(CaseId id) {
    return cases
        .find(id)
        .filter(found -> texts.write(
            id,
            found.revision(),
            SearchText.of(found.content()),
            SearchText.ofStudyView(found.content())))
        .isPresent();
  }
}
