package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;

/** Addresses whose answers are bytes of files; a feature has a bean for each kind that it has. */
public interface FileRoute {
  /**
   * What is to be sent to the one who asks. What has to be checked or recorded before she gets it
   * happens here.
   *
   * @param path below the context path
   * @return nothing if the address is none of these, or not well formed: JAX-RS tells what is wrong
   * @throws org.radcase.platform.problem.Problem if she may not have it
   */
  Optional<FileAnswer> find(HttpServletRequest request, String path) throws IOException;
}
