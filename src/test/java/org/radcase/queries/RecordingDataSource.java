package org.radcase.queries;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands on connections, and tells of every statement that is prepared and run on them. */
final class RecordingDataSource implements DataSource {
  /** One statement as it ran, with its arguments by their number, from 1. */
  record Ran(String sql, Map<Integer, Object> arguments, long nanos) {}

  private final DataSource real;
  private final Consumer<Ran> told;

  RecordingDataSource(DataSource real, Consumer<Ran> told) {
    this.real = real;
    this.told = told;
  }

  @Override
  public Connection getConnection() throws SQLException {
    var connection = real.getConnection();
    return proxy(Connection.class, (proxy, method, arguments) -> {
      var result = call(connection, method, arguments);
      return method.getName().equals("prepareStatement")
          ? recording((PreparedStatement) result, (String) arguments[0])
          : result;
    });
  }

  /** It ran from its execution to its closing: SQLite reads on while its rows are fetched. */
  private PreparedStatement recording(PreparedStatement prepared, String sql) {
    var given = new TreeMap<Integer, Object>();
    var started = new long[1];
    return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
      var name = method.getName();
      if (name.equals("setObject")) given.put((Integer) arguments[0], arguments[1]);
      if (name.startsWith("execute")) started[0] = System.nanoTime();
      var result = call(prepared, method, arguments);
      if (name.equals("close") && started[0] != 0) {
        told.accept(new Ran(sql, new TreeMap<>(given), System.nanoTime() - started[0]));
      }
      return result;
    });
  }

  private static Object call(
      Object target, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    var loader = RecordingDataSource.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return real.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return real.isWrapperFor(type);
  }
}
