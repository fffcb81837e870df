package org.radcase.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings from MicroProfile Config: system properties, environment, files of the server. */
@ApplicationScoped
class SettingsProducer {
  @Produces
  @Singleton
  Settings settings() {
    var config = ConfigProvider.getConfig();
    return new SettingsReader(key -> config.getOptionalValue(key, String.class)).read();
  }

  @Produces
  @Singleton
  ServingSettings serving() {
    var config = ConfigProvider.getConfig();
    return new ServingSettingsReader(key -> config.getOptionalValue(key, String.class)).read();
  }
}
