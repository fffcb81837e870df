package org.radcase.testing;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.radcase.platform.jdbc.Database;

/** Runs a test once for each kind of database. */
final class DatabaseMatrix implements TestTemplateInvocationContextProvider {
  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    return Stream.of(TestDatabases.values()).map(On::new);
  }

  private record On(TestDatabases kind) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return "on " + kind;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new OneDatabase(kind));
    }
  }

  /** Makes the database when the test asks for it, and drops it afterwards. */
  private static final class OneDatabase implements ParameterResolver, AfterEachCallback {
    private final TestDatabases kind;
    private TestDatabases.@Nullable Fresh fresh;

    OneDatabase(TestDatabases kind) {
      this.kind = kind;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      var type = parameter.getParameter().getType();
      return type == Database.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      if (fresh == null) fresh = kind.fresh();
      return parameter.getParameter().getType() == Database.class
          ? fresh.database()
          : fresh.dataSource();
    }

    @Override
    public void afterEach(ExtensionContext context) {
      if (fresh != null) fresh.drop().run();
    }
  }
}
