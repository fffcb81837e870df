package org.radcase.cases.boundary;

import org.radcase.cases.entity.CaseRights;

/** What one may do with a case, as it travels. */
public record RightsView(boolean edit, boolean coAuthors) {
  static RightsView of(CaseRights rights) {
    return new RightsView(rights.mayEdit(), rights.mayManage());
  }
}
