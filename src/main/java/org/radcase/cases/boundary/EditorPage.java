package org.radcase.cases.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.control.ReadCase;
import org.radcase.cases.entity.CaseId;
import org.radcase.cases.entity.TeachingCase;
import org.radcase.platform.pages.Page;
import org.radcase.platform.problem.HttpProblem;

/** The page to make a case, and to change one's own. */
@ApplicationScoped
class EditorPage implements Page {
  private static final Pattern EDIT = Pattern.compile("/cases/([0-9a-f-]{36})/edit");

  private final ReadCase readCase;
  private final Instance<Caller> caller;

  @Inject
  EditorPage(ReadCase readCase, Instance<Caller> caller) {
    this.readCase = readCase;
    this.caller = caller;
  }

  @Override
  public Optional<Content> at(String path) {
    if (path.equals("/cases/new")) {
      if (!TeachingCase.mayBeMadeBy(caller.get())) {
        throw HttpProblem.NOT_FOUND.because("No page at " + path);
      }
      return Optional.of(Content.of("editor.html"));
    }
    var edit = EDIT.matcher(path);
    if (!edit.matches()) return Optional.empty();
    return CaseId.parse(edit.group(1)).map(id -> {
      readCase.toEdit(caller.get(), id);
      return Content.of("editor.html");
    });
  }
}
