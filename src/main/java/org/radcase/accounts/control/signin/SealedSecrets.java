package org.radcase.accounts.control.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.radcase.accounts.entity.PersonId;
import org.radcase.platform.secrets.ServerKey;

/**
 * Keeps what must be read again, and only by this server: AES-256-GCM under a key of its own, bound
 * to its person. Source: NIST SP 800-38D. Thread-safe.
 */
@ApplicationScoped
class SealedSecrets {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  @Inject
  SealedSecrets(ServerKey serverKey) {
    key = new SecretKeySpec(serverKey.forPurpose("second factor"), "AES");
  }

  String seal(byte[] secret, PersonId person) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, secret, person);
    var whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
    return Base64.getEncoder().encodeToString(whole);
  }

  /** @throws IllegalStateException if it was sealed by another server, or for somebody else */
  byte[] open(String sealed, PersonId person) {
    var whole = Base64.getDecoder().decode(sealed);
    var nonce = Arrays.copyOf(whole, NONCE_BYTES);
    return cipher(
        Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length), person);
  }

  private byte[] cipher(int mode, byte[] nonce, byte[] text, PersonId person) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(person.toString().getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A sealed secret does not open: was the key changed?", e);
    }
  }
}
