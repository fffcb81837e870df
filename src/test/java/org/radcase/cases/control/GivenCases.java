package org.radcase.cases.control;

import java.time.Clock;
import java.util.List;
import org.radcase.accounts.control.GivenInstitutions;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.audit.control.GivenAudit;
import org.radcase.cases.control.synonyms.GivenSynonyms;
import org.radcase.cases.entity.CaseContent;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.Contents;
import org.radcase.cases.entity.Sharing;
import org.radcase.cases.entity.Status;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.cases.entity.Visibility;
import org.radcase.cases.entity.search.Search;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;
import org.radcase.platform.time.FreshIds;

/** The use cases of teaching cases over a test's database, and cases made by them. */
public final class GivenCases {
  public final ReadCase read;
  public final MakeCase make;
  public final ReviseCase revise;
  public final CaseImages images;
  public final FindCases find;
  public final RevealCase reveal;
  final Cases cases;

  private GivenCases(Database database, Clock clock) {
    cases = new Cases(
        new CaseDao(database),
        new CaseWritingDao(database),
        new CaseChanges(GivenCaches.changes()));
    var rule = new KeepingRule(GivenInstitutions.in(database));
    var audit = GivenAudit.anywhere();
    read = new ReadCase(cases, new TiesDao(database), audit);
    make = new MakeCase(cases, rule, database, new FreshIds(clock), clock, audit);
    revise = new ReviseCase(read, cases, rule, database, clock, audit);
    reveal = new RevealCase(read, new RevealDao(database), database, clock);
    images = new CaseImages(
        new CaseImagesDao(database), new CaseChanges(GivenCaches.changes()), database, clock);
    find = new FindCases(new SearchResults(
        new CaseListDao(database),
        new CaseFacetsDao(database),
        new CaseHighlightsDao(database),
        GivenSynonyms.in(database)));
  }

  public static GivenCases in(Database database, Clock clock) {
    return new GivenCases(database, clock);
  }

  /** What somebody typed, with the synonyms of this database. */
  static Search expanded(Database database, String typed) {
    var search = Search.of(typed);
    return GivenSynonyms.in(database).of(search).expand(search);
  }

  /** A draft that lacks nothing but images. */
  public TeachingCase aDraft(Caller author, String diagnosis) {
    return make.as(author, Contents.ofDiagnosis(diagnosis));
  }

  /** A published case with one image. */
  public TeachingCase published(
      Caller author, String diagnosis, Visibility visibility, InstitutionId... sharedWith) {
    var sharing = new Sharing(Status.PUBLISHED, visibility, List.of(sharedWith));
    return published(author, Contents.ofDiagnosis(diagnosis).with(sharing));
  }

  /** A case with one image and this content, which may say that it is published. */
  public TeachingCase published(Caller author, CaseContent content) {
    var id = make.as(author, content.with(Sharing.INITIAL)).id();
    images.added(id, null);
    return revised(author, id, content);
  }

  public TeachingCase revised(Caller author, CaseId id, CaseContent content) {
    return revise.as(author, id, revision -> true, stored -> content);
  }
}
