package org.radcase.cases.control.synonyms;

import org.radcase.accounts.control.administration.GivenAdministrators;
import org.radcase.audit.control.GivenAudit;
import org.radcase.platform.cache.GivenCaches;
import org.radcase.platform.jdbc.Database;

/** The synonyms of a test's database, for tests of search. */
public final class GivenSynonyms {
  private GivenSynonyms() {}

  public static SearchSynonyms in(Database database) {
    return new SearchSynonyms(
        new SynonymDao(database),
        GivenAdministrators.in(database),
        GivenAudit.anywhere(),
        GivenCaches.changes(),
        database);
  }
}
