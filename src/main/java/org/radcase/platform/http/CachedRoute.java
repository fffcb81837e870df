package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Addresses whose answers may be kept; a feature has a bean for each kind that it has. */
public interface CachedRoute {
  /**
   * How the answer is kept, for the one who asks. What has to be checked or recorded before she gets
   * it happens here: an answer that is kept goes through nothing else.
   *
   * @param path below the context path
   * @return nothing if the address is none of these
   * @throws org.radcase.platform.problem.Problem if she may not have it
   */
  Optional<CachePlan> plan(HttpServletRequest request, String path);
}
