package org.radcase.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.DataSourceFactory;
import org.xml.sax.SAXException;

/** The pool of Tomcat with the very settings that {@code server-config} gives administrators. */
public final class ServerConfigPools {
  private static final String SQLITE = "jdbc:sqlite:";

  private ServerConfigPools() {}

  /** A pool on PostgreSQL. */
  public static DataSource postgresql(String url) {
    var settings = settings("postgresql");
    settings.setProperty("url", url);
    settings.setProperty("username", "postgres");
    settings.setProperty("password", "postgres");
    return new DataSource(DataSourceFactory.parsePoolProperties(settings));
  }

  /** A pool on an SQLite file. */
  public static DataSource sqlite(Path file) {
    var settings = settings("sqlite");
    var url = settings.getProperty("url");
    settings.setProperty("url", "jdbc:sqlite:" + file + url.substring(url.indexOf('?')));
    return new DataSource(DataSourceFactory.parsePoolProperties(settings));
  }

  /** A pool on the database to which another source leads. */
  public static DataSource to(javax.sql.DataSource other) throws SQLException {
    try (var connection = other.getConnection()) {
      var url = connection.getMetaData().getURL();
      return url.startsWith(SQLITE)
          ? sqlite(Path.of(url.substring(SQLITE.length())))
          : postgresql(url);
    }
  }

  private static Properties settings(String database) {
    var file = Path.of("server-config/tomcat", database, "conf/Catalina/localhost/ROOT.xml");
    try {
      var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      var attributes = document.getElementsByTagName("Resource").item(0).getAttributes();
      var settings = new Properties();
      for (var i = 0; i < attributes.getLength(); i++) {
        settings.setProperty(
            attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
      }
      settings.remove("name");
      return settings;
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
