package org.radcase.platform.jdbc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.radcase.platform.config.StartupFailure;

/** Finds the databases that the container manages; RadCase never opens one by its address. */
@ApplicationScoped
public class Pools {
  private static final String MAIN = "jdbc/radcase";
  private static final String NEXT = "jdbc/radcase-next";
  private static final String REPLICA = "jdbc/radcase-replica";

  private final Pool main;
  private final Optional<Pool> next;
  private final Optional<Pool> replica;

  protected Pools() {
    this(
        find(MAIN)
            .orElseThrow(() -> new StartupFailure("RadCase did not start: the server has no"
                + " DataSource jdbc/radcase; server-config shows how to define one")),
        find(NEXT),
        find(REPLICA));
  }

  /** Of pools that nobody has to look up. */
  public Pools(Pool main, Optional<Pool> next, Optional<Pool> replica) {
    this.main = main;
    this.next = next;
    this.replica = replica;
  }

  /** {@code jdbc/radcase}. */
  public Pool main() {
    return main;
  }

  /** {@code jdbc/radcase-next}, to which the data may move. */
  public Optional<Pool> next() {
    return next;
  }

  /** {@code jdbc/radcase-replica}, which follows the main database by means of its own. */
  public Optional<Pool> replica() {
    return replica;
  }

  /** Payara has resources that the WAR does not refer to under their global names alone. */
  private static Optional<Pool> find(String name) {
    return lookup("java:comp/env/" + name)
        .or(() -> lookup(name))
        .map(found -> new Pool(name, found));
  }

  /** All that there are. */
  public List<Pool> all() {
    return Stream.of(Optional.of(main), next, replica).flatMap(Optional::stream).toList();
  }

  @SuppressWarnings("BanJNDI") // Constant names, in the server's own naming.
  private static Optional<DataSource> lookup(String name) {
    try {
      return Optional.of(InitialContext.<DataSource>doLookup(name));
    } catch (NamingException e) {
      if (isMissing(e)) return Optional.empty();
      throw new StartupFailure(
          "RadCase did not start: the server's DataSource " + name + " is not fit: " + e);
    }
  }

  /** Payara wraps it. */
  private static boolean isMissing(NamingException e) {
    return e instanceof NameNotFoundException || e.getRootCause() instanceof NameNotFoundException;
  }
}
