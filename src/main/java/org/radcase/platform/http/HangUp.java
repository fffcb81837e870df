package org.radcase.platform.http;

import java.io.IOException;

/** How a server is told to close a connection whose answer is sent. */
@FunctionalInterface
public interface HangUp {
  /** What to throw. */
  IOException because(String why);
}
