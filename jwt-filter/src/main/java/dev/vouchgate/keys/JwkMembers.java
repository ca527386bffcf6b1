package dev.vouchgate.keys;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.jws.JoseHeader;
import dev.vouchgate.observe.LogText;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JSON Web Key as it was written (RFC 7517 §4), each member read as its type or refused.
 *
 * @param members as {@link dev.vouchgate.codec.StrictJson} reads them
 */
record JwkMembers(Map<String, @Nullable Object> members) {
  /** Members that only a private key has (RFC 7518 §6.2.2, §6.3.2; RFC 8037 §2). */
  private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi", "oth");

  boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whether a private key lies open here, complete or not. */
  boolean isPrivate() {
    return members.keySet().stream().anyMatch(PRIVATE::contains);
  }

  /** Whether it says that it is for encryption, as an issuer's set may have them beside others. */
  boolean isForEncryption() {
    return "enc".equals(members.get("use"));
  }

  Optional<String> text(String name) throws KeyFormatException {
    if (!has(name)) {
      return Optional.empty();
    }
    if (members.get(name) instanceof String text) {
      return Optional.of(text);
    }
    throw new KeyFormatException("its " + name + " is not a string");
  }

  String requiredText(String name) throws KeyFormatException {
    return text(name).orElseThrow(() -> new KeyFormatException("it has no " + name));
  }

  Optional<String> keyId() throws KeyFormatException {
    Optional<String> kid = text("kid");
    if (kid.isPresent() && kid.get().length() > JoseHeader.MAX_KEY_ID_LENGTH) {
      throw new KeyFormatException(
          "its kid has over "
              + JoseHeader.MAX_KEY_ID_LENGTH
              + " characters, so no token can name it");
    }
    return kid;
  }

  /** Bytes in base64url without padding. */
  byte[] bytes(String name) throws KeyFormatException {
    try {
      return Base64Url.decode(requiredText(name));
    } catch (CodecException e) {
      throw new KeyFormatException("its " + name + " is " + e.getMessage());
    }
  }

  /** Exactly that many bytes, so that a number has one spelling. */
  byte[] bytes(String name, int length) throws KeyFormatException {
    byte[] bytes = bytes(name);
    if (bytes.length != length) {
      throw new KeyFormatException(
          "its " + name + " has " + bytes.length + " bytes; expected " + length);
    }
    return bytes;
  }

  /** A number, big-endian (RFC 7518 §2, Base64urlUInt); a leading zero byte is forgiven. */
  BigInteger number(String name) throws KeyFormatException {
    return new BigInteger(1, bytes(name));
  }

  /**
   * Refuses a key that says it is for something else (RFC 7517 §4.2 and §4.3).
   *
   * @param use the only {@code use} that is right, if it has one
   * @param operations of which {@code key_ops} must name one, if it has any
   */
  void checkPurpose(String use, Set<String> operations) throws KeyFormatException {
    Optional<String> stated = text("use");
    if (stated.isPresent() && !stated.get().equals(use)) {
      throw new KeyFormatException("its use is " + LogText.of(stated.get()) + ", not " + use);
    }
    if (has("key_ops")) {
      boolean right =
          members.get("key_ops") instanceof List<?> listed
              && listed.stream().allMatch(String.class::isInstance)
              && listed.stream().anyMatch(operations::contains);
      if (!right) {
        throw new KeyFormatException(
            "its key_ops does not name " + String.join(" or ", operations));
      }
    }
  }

  /** How an operator finds it among others. */
  String label(int index) {
    String named =
        members.get("kid") instanceof String kid ? ", kid \"" + LogText.of(kid) + "\"" : "";
    return "key " + (index + 1) + named;
  }
}
