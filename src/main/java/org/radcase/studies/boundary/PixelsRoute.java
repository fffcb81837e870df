package org.radcase.studies.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.radcase.accounts.entity.Caller;
import org.radcase.cases.entity.CaseId;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.http.FileAnswer;
import org.radcase.platform.http.FileRoute;
import org.radcase.studies.entity.InstanceUid;

/**
 * The short way to instances and frames, of which a viewer reads hundreds: the same as {@link
 * PixelsResource}, which describes them and tells what is wrong with an address.
 */
@Direct
class PixelsRoute implements FileRoute {
  private static final String CASES = "/api/cases/";
  private static final Pattern PATH =
      Pattern.compile(CASES + "([^/]+)/instances/([0-9]+(?:\\.[0-9]+)*)(?:/frames/([0-9]{1,9}))?");
  private static final int MOST_UID_CHARACTERS = 64;

  private final PixelFiles files;

  @Inject
  PixelsRoute(PixelFiles files) {
    this.files = files;
  }

  @Override
  public Optional<FileAnswer> find(HttpServletRequest request, String path) throws IOException {
    if (!path.startsWith(CASES)) return Optional.empty();
    var matcher = PATH.matcher(path);
    if (!matcher.matches() || matcher.group(2).length() > MOST_UID_CHARACTERS) {
      return Optional.empty();
    }
    var id = CaseId.parse(matcher.group(1));
    if (id.isEmpty()) return Optional.empty();
    var caller = (Caller) request.getAttribute(Caller.ATTRIBUTE);
    var uid = new InstanceUid(matcher.group(2));
    var frame = matcher.group(3);
    return Optional.of(
        frame == null
            ? files.instance(caller, id.get(), uid, request)
            : files.frame(caller, id.get(), uid, Integer.parseInt(frame), request));
  }
}
