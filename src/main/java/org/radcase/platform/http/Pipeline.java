package org.radcase.platform.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;

/** Puts the filters before everything, in the order of their stages. */
@WebListener
public class Pipeline implements ServletContextListener {
  @Inject
  @Any
  Instance<StagedFilter> filters;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    inOrder(filters.stream()).forEach(filter -> {
      var registered = event.getServletContext().addFilter(filter.getClass().getName(), filter);
      registered.setAsyncSupported(true);
      registered.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    });
  }

  static List<StagedFilter> inOrder(Stream<StagedFilter> filters) {
    return filters.sorted(Comparator.comparing(StagedFilter::stage)).toList();
  }
}
