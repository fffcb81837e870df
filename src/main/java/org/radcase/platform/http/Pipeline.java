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

/** Puts the filters before everything, in the order of their stages. */
@WebListener
public class Pipeline implements ServletContextListener {
  @Inject
  @Any
  Instance<StagedFilter> filters;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    filters.stream().sorted(Comparator.comparing(StagedFilter::stage)).forEach(filter -> {
      var registered = event.getServletContext().addFilter(filter.getClass().getName(), filter);
      registered.setAsyncSupported(true);
      registered.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");
    });
  }
}
