package org.radcase.platform.http.tomcat;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.radcase.platform.http.HangUp;

/** Tomcat takes this for a client that went away: it closes the connection and logs nothing. */
@ApplicationScoped
public class TomcatHangUp implements HangUp {
  @Override
  public IOException because(String why) {
    return new ClientAbortException(why);
  }
}
