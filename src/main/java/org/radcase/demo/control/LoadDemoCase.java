package org.radcase.demo.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.radcase.accounts.control.DemoPeople;
import org.radcase.cases.control.CaseProblem;
import org.radcase.cases.control.DeleteCase;
import org.radcase.cases.control.MakeCase;
import org.radcase.cases.control.ReviseCase;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.demo.entity.DemoCase;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.problem.Problem;
import org.radcase.studies.control.intake.ReceiveFiles;

/** Loads one demo case by the same way that people's cases come in; one cut off begins anew. */
@ApplicationScoped
class LoadDemoCase {
  private final DemoPeople demoPeople;
  private final DemoCaseDao loaded;
  private final Database database;
  private final MakeCase makeCase;
  private final ReviseCase reviseCase;
  private final DeleteCase deleteCase;
  private final ReceiveFiles receiveFiles;

  @Inject
  LoadDemoCase(
      DemoPeople demoPeople,
      DemoCaseDao loaded,
      Database database,
      MakeCase makeCase,
      ReviseCase reviseCase,
      DeleteCase deleteCase,
      ReceiveFiles receiveFiles) {
    this.demoPeople = demoPeople;
    this.loaded = loaded;
    this.database = database;
    this.makeCase = makeCase;
    this.reviseCase = reviseCase;
    this.deleteCase = deleteCase;
    this.receiveFiles = receiveFiles;
  }

  boolean isMissing(DemoCase demo) {
    return loaded.find(demo.number()).filter(DemoCaseDao.Loaded::complete).isEmpty();
  }

  /** Loads it, and leaves it half-loaded for the next start if {@code ending} says so. */
  void load(DemoCase demo, DemoStudies studies, BooleanSupplier ending) throws IOException {
    loaded
        .find(demo.number())
        .flatMap(half -> CaseId.parse(half.caseId()))
        .ifPresent(this::removeHalf);
    var made = database.transaction(() -> begin(demo));
    try (var delivery = receiveFiles.begin(demoPeople.educator(), made.id())) {
      for (var file : studies.files(demo)) {
        if (ending.getAsBoolean()) return;
        var bytes = new ByteArrayOutputStream();
        file.writeTo(bytes);
        delivery.take(file.name(), new ByteArrayInputStream(bytes.toByteArray()));
      }
    }
    database.transaction(() -> complete(demo, made.id()));
  }

  private TeachingCase begin(DemoCase demo) {
    var made = makeCase.as(demoPeople.educator(), DemoContent.of(demo));
    loaded.begin(demo.number(), made.id());
    return made;
  }

  private CaseId complete(DemoCase demo, CaseId id) {
    if (demo.published()) {
      reviseCase.as(demoPeople.educator(), id, revision -> true, LoadDemoCase::published);
    }
    loaded.complete(demo.number());
    return id;
  }

  private static CaseContent published(TeachingCase teachingCase) {
    var sharing = teachingCase.content().sharing();
    return teachingCase
        .content()
        .with(new Sharing(Status.PUBLISHED, Visibility.INSTITUTION, sharing.sharedWith()));
  }

  private void removeHalf(CaseId id) {
    try {
      deleteCase.as(demoPeople.educator(), id, revision -> true);
    } catch (Problem e) {
      if (e.kind() != CaseProblem.NOT_FOUND) throw e;
    }
  }
}
