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

  /** After a tag of lists: only of how many cases there are of a kind. */
  private static final String COUNTS = ":counts";

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

  /** What lists of a tag's cases count: a new text does not change it. */
  static String countsOf(String tag) {
    return tag + COUNTS;
  }

  /** Of how many cases there are of each kind, where nobody looks for words. */
  public static List<String> ofCounts(Caller caller, ListAudience audience) {
    var tags = new ArrayList<>(List.of(
        countsOf(ofInstitution(caller.institution())), countsOf(ELSEWHERE), AccountTags.PEOPLE));
    if (audience.personal()) tags.add(CacheName.USER_PROGRESS.prefix() + caller.person());
    return tags;
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
