package dev.vouchgate.binding;

import dev.vouchgate.testing.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a token came: with a GET of {@code /orders}. Immutable; each call changes one thing. */
record StubPresentation(
    boolean isDpop, List<String> proofs, String method, String path, Optional<byte[]> certificate)
    implements Presentation {

  static StubPresentation bearer() {
    return new StubPresentation(false, List.of(), "GET", "/orders", Optional.empty());
  }

  static StubPresentation dpop(Tokens... proofs) {
    return bearer().with(Arrays.stream(proofs).map(Tokens::compact).toArray(String[]::new));
  }

  StubPresentation with(String... headers) {
    return new StubPresentation(true, List.of(headers), method, path, certificate);
  }

  StubPresentation method(String name) {
    return new StubPresentation(isDpop, proofs, name, path, certificate);
  }

  StubPresentation path(String value) {
    return new StubPresentation(isDpop, proofs, method, value, certificate);
  }

  StubPresentation certificate(byte[] der) {
    return new StubPresentation(isDpop, proofs, method, path, Optional.of(der));
  }
}
