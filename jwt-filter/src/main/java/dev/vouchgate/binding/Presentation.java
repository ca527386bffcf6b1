package dev.vouchgate.binding;

import java.util.List;
import java.util.Optional;

/**
 * How a token was presented: what a request says beside it. Asked only as far as the token wants a
 * proof, so that a plain bearer token costs nothing more.
 *
 * <p>An application that takes tokens out of something else than servlet requests implements what
 * it can prove: over gRPC with mutual TLS, say, {@link #certificate()} alone.
 */
public interface Presentation {

  /** The token and nothing else. */
  Presentation BEARER = new Presentation() {};

  /** Whether the token came with the authentication scheme {@code DPoP} (RFC 9449 §7.1). */
  default boolean isDpop() {
    return false;
  }

  /** Every value of the header {@code DPoP}, as sent. */
  default List<String> proofs() {
    return List.of();
  }

  /** The method of the request. */
  default String method() {
    return "";
  }

  /**
   * The path of the request below the application's own, not decoded: empty, or beginning with a
   * slash.
   */
  default String path() {
    return "";
  }

  /**
   * The certificate whose key the client has proven to have, in DER; the client's own, not its
   * issuer's.
   */
  default Optional<byte[]> certificate() {
    return Optional.empty();
  }
}
