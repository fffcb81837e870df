package org.radcase.cases.control;

import java.util.ArrayList;
import java.util.List;
import org.radcase.accounts.control.AccountTags;
import org.radcase.accounts.entity.Caller;
import org.radcase.accounts.entity.InstitutionId;
import org.radcase.cases.control.synonyms.SearchSynonyms;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.search.ListAudience;
import org.radcase.platform.cache.CacheName;

/** By which tags what is kept of cases ends. */
public final class CaseTags {
  /** Published cases that others than their own institution see. */
  static final String ELSEWHERE = "cases:elsewhere";

  private CaseTags() {}

  /** Of one case. */
  public static List<String> of(CaseId id) {
    return List.of(ofCase(id), AccountTags.PEOPLE);
  }

  static String ofCase(CaseId id) {
    return CacheName.CASES.prefix() + id;
  }

  static String ofInstitution(InstitutionId institution) {
    return "cases:" + institution;
  }

  /**
   * Of a list.
   *
   * @param searches whether its query looks for words
   */
  public static List<String> ofList(Caller caller, ListAudience audience, boolean searches) {
    var tags = new ArrayList<>(
        List.of(ofInstitution(caller.institution()), ELSEWHERE, AccountTags.PEOPLE));
    if (audience.personal()) tags.add(CacheName.USER_PROGRESS.prefix() + caller.person());
    if (searches) tags.add(SearchSynonyms.TAG);
    return tags;
  }
}
