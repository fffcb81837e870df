package org.radcase.platform.jdbc;

import java.lang.reflect.InvocationTargetException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat's JDBC pool tells of itself. Its classes belong to the server and are not known here;
 * other pools do not tell.
 */
final class ServerPool {
  private final DataSource dataSource;

  ServerPool(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Nullable
  Integer idle() {
    return number("getIdle");
  }

  @Nullable
  Integer most() {
    return number("getMaxActive");
  }

  private @Nullable Integer number(String getter) {
    try {
      return dataSource.getClass().getMethod(getter).invoke(dataSource) instanceof Integer number
          ? number
          : null;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }
}
