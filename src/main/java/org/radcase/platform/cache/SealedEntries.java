package org.radcase.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import org.radcase.platform.secrets.ServerKey;

/**
 * Entries as Redis has them: a version, an HMAC under the server's key, and the fields in the order in
 * which they are written here, numbers as big endian. Redis is not trusted: what it gives back may be
 * anybody's. The HMAC includes where the entry belongs.
 */
@ApplicationScoped
class SealedEntries {
  private static final byte VERSION = 1;
  private static final int SEAL_BYTES = 32;
  private static final int MOST_TAGS = 64;

  private final byte[] key;

  @Inject
  SealedEntries(ServerKey key) {
    this.key = key.forPurpose("cache");
  }

  byte[] seal(CacheName cache, String entryKey, Entry entry) {
    try {
      var body = bodyOf(entry);
      var out = new ByteArrayOutputStream(body.length + SEAL_BYTES + 1);
      out.write(VERSION);
      out.write(sealOf(cache, entryKey, body));
      out.write(body);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns nothing for what this version of RadCase, with this key, did not write there. */
  Optional<Entry> open(CacheName cache, String entryKey, byte[] sealed) {
    if (sealed.length <= SEAL_BYTES || sealed[0] != VERSION) return Optional.empty();
    var body = Arrays.copyOfRange(sealed, 1 + SEAL_BYTES, sealed.length);
    var seal = Arrays.copyOfRange(sealed, 1, 1 + SEAL_BYTES);
    if (!MessageDigest.isEqual(seal, sealOf(cache, entryKey, body))) return Optional.empty();
    try (var in = new DataInputStream(new ByteArrayInputStream(body))) {
      return Optional.of(entryIn(in));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private byte[] sealOf(CacheName cache, String entryKey, byte[] body) {
    var place = (cache.term() + '\n' + entryKey + '\n').getBytes(StandardCharsets.UTF_8);
    var message = Arrays.copyOf(place, place.length + body.length);
    System.arraycopy(body, 0, message, place.length, body.length);
    return ServerKey.hmac(key, message);
  }

  private static byte[] bodyOf(Entry entry) throws IOException {
    var bytes = new ByteArrayOutputStream(entry.bytes().length + 256);
    var out = new DataOutputStream(bytes);
    out.writeUTF(entry.shape());
    out.writeLong(entry.storedAtMillis());
    out.writeLong(entry.freshUntilMillis());
    out.writeInt(entry.tags().size());
    for (var tag : entry.tags()) out.writeUTF(tag);
    for (var stamp : entry.stamps()) out.writeLong(stamp);
    out.writeInt(entry.bytes().length);
    out.write(entry.bytes());
    return bytes.toByteArray();
  }

  private static Entry entryIn(DataInputStream in) throws IOException {
    var shape = in.readUTF();
    var storedAt = in.readLong();
    var freshUntil = in.readLong();
    var count = in.readInt();
    if (count < 0 || count > MOST_TAGS) throw new IllegalArgumentException("Tags: " + count);
    var tags = new ArrayList<String>();
    for (var i = 0; i < count; i++) tags.add(in.readUTF());
    var stamps = new long[count];
    for (var i = 0; i < count; i++) stamps[i] = in.readLong();
    var length = in.readInt();
    if (length < 0 || length != in.available()) throw new IllegalArgumentException("Length");
    return new Entry(in.readNBytes(length), shape, tags, stamps, storedAt, freshUntil);
  }
}
