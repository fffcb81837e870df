package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import org.radcase.platform.files.FilePieces;

/**
 * Has Tomcat send a run of a file after we have returned, from the disk's cache to the network without
 * passing through Java. Source: Tomcat's "Advanced IO and Tomcat", Asynchronous writes.
 *
 * <p>Tomcat opens the file when the headers are on their way. A file that went away in between breaks the
 * answer off; {@code SweepBlobs} waits longer than that may take before it removes one.
 */
final class SendFile {
  private static final String NAME = "org.apache.tomcat.sendfile.";

  /** Less is copied sooner, and leaves in one packet with its headers. So does Tomcat with its files. */
  private static final long LEAST_BYTES = 48 << 10;

  private SendFile() {}

  /** Whether the container will send it; nothing may be written then. */
  static boolean takes(HttpServletRequest request, FilePieces.Run run) {
    var supported = Boolean.TRUE.equals(request.getAttribute(NAME + "support"));
    // Over HTTP/2 Tomcat would map the file into memory for each request, until the next
    // collection.
    var isHttp1 = request.getProtocol().equals("HTTP/1.1");
    if (!supported || !isHttp1 || run.lengthBytes() < LEAST_BYTES) return false;
    request.setAttribute(NAME + "filename", run.path().toString());
    request.setAttribute(NAME + "start", run.offset());
    request.setAttribute(NAME + "end", run.offset() + run.lengthBytes());
    return true;
  }
}
