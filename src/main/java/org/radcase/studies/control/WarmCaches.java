package org.radcase.studies.control;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.radcase.accounts.control.Institutions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.Institution;
import org.radcase.accounts.entity.PersonId;
import org.radcase.accounts.entity.Role;
import org.radcase.audit.control.ReadingHabits;
import org.radcase.caches.control.WarmUpReported;
import org.radcase.caches.control.WarmUpReported.State;
import org.radcase.caches.control.WarmUpWanted;
import org.radcase.cases.control.FindCases;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.CaseOrder;
import org.radcase.cases.entity.search.CaseQuery;
import org.radcase.platform.config.Settings;
import org.radcase.platform.paging.PageRequest;
import org.radcase.platform.problem.Problem;
import org.radcase.platform.startup.ServerStarting;
import org.radcase.platform.time.Timers;
import org.radcase.studies.control.manifests.Manifests;

/**
 * Reads what people will ask for next before they do: the cases read most in the last days, and the
 * first page of the list of each institution. In the background, after the server is ready, and resting
 * as long as it works, so that people come first.
 */
@ApplicationScoped
class WarmCaches {
  private static final Logger LOG = System.getLogger("org.radcase.cache");
  private static final Duration DAYS = Duration.ofDays(3);
  private static final int MOST_CASES = 100;
  private static final long FIRST_SECONDS = 5;

  /** Nobody: the lists of readers are the same for all of an institution. */
  private static final PersonId READER = new PersonId(new UUID(0, 0));

  private final FindCases findCases;
  private final ReadCase readCase;
  private final Manifests manifests;
  private final ShownDao shown;
  private final ComputedOfSeries computed;
  private final Institutions institutions;
  private final ReadingHabits habits;
  private final Event<WarmUpReported> reports;
  private final Settings settings;
  private final Clock clock;
  private final ScheduledExecutorService timer = Timers.named("radcase-warm-up");

  @Inject
  WarmCaches(
      FindCases findCases,
      ReadCase readCase,
      Manifests manifests,
      ShownDao shown,
      ComputedOfSeries computed,
      Institutions institutions,
      ReadingHabits habits,
      Event<WarmUpReported> reports,
      Settings settings,
      Clock clock) {
    this.findCases = findCases;
    this.readCase = readCase;
    this.manifests = manifests;
    this.shown = shown;
    this.computed = computed;
    this.institutions = institutions;
    this.habits = habits;
    this.reports = reports;
    this.settings = settings;
    this.clock = clock;
  }

  void begin(@Observes ServerStarting event) {
    var every = settings.warmUp().toSeconds();
    if (every == 0) return;
    var unused = timer.scheduleWithFixedDelay(this::run, FIRST_SECONDS, every, TimeUnit.SECONDS);
  }

  void now(@Observes WarmUpWanted event) {
    timer.execute(this::run);
  }

  @PreDestroy
  void end() {
    timer.shutdownNow();
  }

  /** One at a time, by the timer's only thread. */
  private void run() {
    var warmUp = new WarmUp(clock.instant());
    warmUp.report(State.RUNNING, Optional.empty());
    try {
      warmUp.lists();
      warmUp.cases();
    } catch (RuntimeException e) {
      warmUp.failed(e);
    }
    warmUp.report(State.DONE, Optional.of(clock.instant()));
  }

  private final class WarmUp {
    private final Instant startedAt;
    private int cases;
    private int lists;
    private int failures;

    WarmUp(Instant startedAt) {
      this.startedAt = startedAt;
    }

    void report(State state, Optional<Instant> finishedAt) {
      reports.fire(new WarmUpReported(state, startedAt, finishedAt, cases, lists, failures));
    }

    void failed(Exception e) {
      failures++;
      LOG.log(Level.INFO, "Something was not read ahead: " + e.getMessage());
    }

    void lists() {
      for (var institution :
          institutions.page(new PageRequest(1, MOST_CASES, null)).rows()) {
        if (!institution.active()) continue;
        resting(() -> listsOf(institution, Role.LEARNER));
        resting(() -> listsOf(institution, Role.DIRECTOR));
      }
    }

    private void listsOf(Institution institution, Role role) {
      var caller = new Caller(READER, "", institution.id(), role);
      var first = new PageRequest(1, PageRequest.DEFAULT_ROWS, null);
      var all = CaseQuery.EVERYTHING;
      findCases.as(caller, all, CaseOrder.LAST_CHANGED_FIRST, first);
      findCases.facets(caller, all);
      lists += 2;
    }

    void cases() {
      for (var read : habits.mostReadCases(clock.instant().minus(DAYS), MOST_CASES)) {
        if (Thread.currentThread().isInterrupted()) return;
        CaseId.parse(read).ifPresent(id -> resting(() -> readAhead(id)));
      }
    }

    private void resting(Runnable work) {
      var start = System.nanoTime();
      work.run();
      LockSupport.parkNanos(System.nanoTime() - start);
    }

    private void readAhead(CaseId id) {
      try {
        readCase.ahead(id);
        for (var series : manifests.of(id).series()) {
          var middle = series.middle();
          var instance = shown.find(id, middle.instance());
          if (middle.rendered() && instance.isPresent()) {
            computed.thumbnail(id, series.uid(), instance.get(), middle.number());
          }
        }
        cases++;
      } catch (Problem e) {
        LOG.log(Level.DEBUG, "Deleted since, or no picture can be made of it: " + e.getMessage());
      } catch (IOException e) {
        failed(e);
      }
    }
  }
}
