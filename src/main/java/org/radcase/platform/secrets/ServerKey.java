package org.radcase.platform.secrets;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.radcase.platform.config.Settings;
import org.radcase.platform.config.StartupFailure;

/**
 * The key that only this server (and its other instances) knows: {@code radcase.key}, or else a file
 * of {@code radcase.home} that the first start makes. It is never used itself: every purpose has a
 * key of its own, derived from it. Source: RFC 5869 §2.3 with a single block, as the key is random.
 */
@ApplicationScoped
public class ServerKey {
  /** Of the key, and of each derived one. */
  public static final int LENGTH_BYTES = 32;

  private static final int FINGERPRINT_BYTES = 8;
  private static final String FILE = "key";

  private final byte[] key;

  /** @throws StartupFailure if the key can be neither read nor made */
  @Inject
  public ServerKey(Settings settings) {
    key = settings.key().isEmpty() ? ofFile(fileIn(settings.home())) : parsed(settings.key());
  }

  /** Returns the key for one purpose, {@link #LENGTH_BYTES} long. */
  public byte[] forPurpose(String purpose) {
    return hmac(key, (purpose + '\1').getBytes(StandardCharsets.UTF_8));
  }

  /** Tells the key from others, and nothing about it. */
  public String fingerprint() {
    return HexFormat.of().formatHex(forPurpose("fingerprint"), 0, FINGERPRINT_BYTES);
  }

  /** Where the key is kept that the first start makes. */
  public static Path fileIn(Path home) {
    return home.resolve(FILE);
  }

  /** HMAC-SHA-256, 32 bytes. Source: RFC 2104. */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA256", e);
    }
  }

  private static byte[] ofFile(Path file) {
    try {
      if (!Files.exists(file)) make(file);
      return parsed(Files.readString(file).strip());
    } catch (IOException e) {
      throw new StartupFailure("RadCase did not start: the key " + file + " cannot be read: " + e);
    }
  }

  /** Appears whole or not at all; of two instances that start at once one makes it. */
  private static void make(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var bytes = new byte[LENGTH_BYTES];
    new SecureRandom().nextBytes(bytes);
    var draft = Files.createTempFile(
        file.getParent(),
        "key",
        ".part",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      Files.writeString(draft, HexFormat.of().formatHex(bytes));
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // The other instance was faster; its key is read.
    } catch (UnsupportedOperationException e) {
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static byte[] parsed(String hex) {
    try {
      var bytes = HexFormat.of().parseHex(hex);
      if (bytes.length >= LENGTH_BYTES) return bytes;
    } catch (IllegalArgumentException e) {
      // Said below, as for one that is too short. Its text is a secret.
    }
    throw new StartupFailure(
        "RadCase did not start: the value of radcase.key is wrong; allowed: 64 or more"
            + " hexadecimal digits");
  }
}
