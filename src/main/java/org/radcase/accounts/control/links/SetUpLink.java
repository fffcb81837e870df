package org.radcase.accounts.control.links;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.radcase.accounts.control.People;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.StartupFailure;
import org.radcase.platform.startup.ServerStarting;

/**
 * The link by which a new server gets its first people: in a file that only the server's own account
 * reads. The log names the file, never the link.
 */
@ApplicationScoped
class SetUpLink {
  private static final Logger LOG = System.getLogger("org.radcase");

  private final Settings settings;
  private final People people;
  private final Links links;

  @Inject
  SetUpLink(Settings settings, People people, Links links) {
    this.settings = settings;
    this.people = people;
    this.links = links;
  }

  /** After the demo's people. */
  void write(@Observes @Priority(2) ServerStarting event) {
    if (people.hasOperator()) return;
    var here = "http://localhost:" + settings.port() + event.contextPath();
    var address = settings.publicUrl().isEmpty() ? here : settings.publicUrl();
    try {
      write(address + "/set-up#" + links.toSetUp().secret().text());
    } catch (IOException e) {
      throw new StartupFailure("RadCase did not start: " + file() + " cannot be written: " + e);
    }
    LOG.log(Level.INFO, "RadCase has no operator yet. Open the address in " + file());
  }

  private void write(String line) throws IOException {
    var draft = Files.createTempFile(settings.home(), "setup-link", ".part", ownersOnly());
    try {
      Files.writeString(draft, line + System.lineSeparator());
      Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownersOnly() {
    var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** What it leads to has been done. */
  void remove() {
    try {
      Files.deleteIfExists(file());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Remove " + file() + ", whose link is used up: " + e);
    }
  }

  private Path file() {
    return settings.home().resolve("setup-link");
  }
}
