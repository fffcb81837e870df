package org.radcase.database.control.backup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.radcase.database.entity.Backup;
import org.radcase.database.entity.Backup.State;
import org.radcase.platform.config.Settings;
import org.radcase.platform.files.DurableFiles;
import org.radcase.platform.json.Json;

/**
 * Where backups lie, each in a folder of its own. One that is being made has another name, which no
 * list shows: it gets its own when it is complete and on the disk.
 */
@ApplicationScoped
public class BackupFolder {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String WELL_FORMED = "\\d{8}-\\d{6}";
  private static final String UNFINISHED = ".part";

  /** More than anybody keeps; a list that goes on for ever helps nobody. */
  private static final int MOST = 1_000;

  private final Path folder;

  @Inject
  public BackupFolder(Settings settings) {
    folder = settings.backups();
  }

  public Path path() {
    return folder;
  }

  /** Makes the folder of a new one; nobody but the server's account may look into it. */
  Path begin(Instant now) throws IOException {
    Files.createDirectories(folder);
    removeUnfinished();
    var at = now;
    while (Files.exists(folder.resolve(ID.format(at)))) at = at.plusSeconds(1);
    var made = folder.resolve(ID.format(at) + UNFINISHED);
    try {
      Files.createDirectory(
          made, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (UnsupportedOperationException e) {
      Files.createDirectory(made);
    }
    return made;
  }

  /** What a killed server left; it could not be restored. */
  private void removeUnfinished() throws IOException {
    try (var left = Files.newDirectoryStream(folder, "*" + UNFINISHED)) {
      for (var one : left) DurableFiles.removeTree(one);
    }
  }

  static String idOf(Path made) {
    return made.getFileName().toString().replace(UNFINISHED, "");
  }

  /** Writes the manifest and gives the folder its name: from now on it is a backup. */
  void finish(Path made, Manifest manifest) throws IOException {
    HashedFile.write(
        made,
        Manifest.FILE,
        out -> out.write(Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest)));
    try (var folders = Files.walk(made)) {
      for (var one : (Iterable<Path>) folders.filter(Files::isDirectory)::iterator) {
        DurableFiles.force(one);
      }
    }
    Files.move(made, folder.resolve(manifest.id()), StandardCopyOption.ATOMIC_MOVE);
    DurableFiles.force(folder);
  }

  /** Those that can be restored, the newest first. */
  public List<Backup> complete() throws IOException {
    if (!Files.isDirectory(folder)) return List.of();
    var ids = new ArrayList<String>();
    try (var there = Files.newDirectoryStream(folder)) {
      for (var one : there) {
        var name = one.getFileName().toString();
        if (name.matches(WELL_FORMED)) ids.add(name);
      }
    }
    ids.sort((a, b) -> b.compareTo(a));
    var found = new ArrayList<Backup>();
    for (var id : ids.subList(0, Math.min(MOST, ids.size()))) find(id).ifPresent(found::add);
    return found;
  }

  /** One that can be restored. */
  public Optional<Backup> find(String id) throws IOException {
    if (!id.matches(WELL_FORMED)) return Optional.empty();
    return Manifest.of(folder.resolve(id)).map(BackupFolder::backup);
  }

  private static Backup backup(Manifest manifest) {
    return new Backup(
        manifest.id(),
        State.COMPLETE,
        manifest.startedAt(),
        Optional.of(manifest.finishedAt()),
        manifest.product(),
        manifest.schema(),
        manifest.rows(),
        manifest.rows(),
        manifest.blobCount(),
        manifest.blobCount(),
        manifest.bytes(),
        Optional.empty());
  }
}
