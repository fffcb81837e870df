package org.radcase.cases.entity.search;

import org.radcase.accounts.entity.Caller;

/**
 * Who finds the same by the same query. Readers of an institution share their lists; who writes finds
 * drafts of her own as well, and a learner who looks for a tag finds what she has revealed herself.
 *
 * @param personal whether that is one person alone
 */
public record ListAudience(String text, boolean personal) {
  /** @param byTag whether the query names a tag */
  public static ListAudience of(Caller caller, boolean byTag) {
    var personal =
        switch (caller.role()) {
          case LEARNER -> byTag;
          case EDUCATOR, ADMIN -> true;
          case DIRECTOR, OPERATOR -> false;
        };
    var shared = caller.institution() + "/" + caller.role().term();
    return new ListAudience(personal ? shared + "/" + caller.person() : shared, personal);
  }
}
