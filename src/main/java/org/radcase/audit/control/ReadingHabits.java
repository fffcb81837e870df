package org.radcase.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** What is read most, by the records of reading; of nobody in particular. */
@ApplicationScoped
public class ReadingHabits {
  private final ReadingHabitsDao dao;

  @Inject
  ReadingHabits(ReadingHabitsDao dao) {
    this.dao = dao;
  }

  /** The ids of cases, the one that most people have read first. */
  public List<String> mostReadCases(Instant since, int most) {
    return dao.mostReadCases(since.toEpochMilli(), most);
  }
}
