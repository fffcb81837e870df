package org.radcase.cases.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.radcase.accounts.control.Institutions;
import org.radcase.cases.entity.CaseContent;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem.Fault;

/** What must hold of a case before it is kept, beyond what each of its fields must be. */
@ApplicationScoped
class KeepingRule {
  private final Institutions institutions;

  @Inject
  KeepingRule(Institutions institutions) {
    this.institutions = institutions;
  }

  /** @throws org.radcase.platform.problem.Problem body.invalid with all that is missing */
  void check(CaseContent content, int imageCount) {
    var faults = new ArrayList<Fault>();
    if (content.isPublished()) {
      content
          .gaps(imageCount)
          .forEach(gap -> faults.add(new Fault("/" + gap.field(), gap.code(), gap.detail())));
    }
    var named = content.sharing().sharedWith();
    var known = institutions.knownOf(named);
    for (var i = 0; i < named.size(); i++) {
      if (!known.contains(named.get(i))) {
        faults.add(new Fault("/sharedWith/" + i, "institution.unknown", "No such institution"));
      }
    }
    if (!faults.isEmpty())
      throw HttpProblem.INVALID.because("The case cannot be kept like this").with(faults);
  }
}
