package dev.vouchgate.filter;

import dev.vouchgate.verify.Credential;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.Rejection.AmbiguousCredentials;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the extractor makes of a request, for tests in other rooms.
 *
 * @param token the credential it found
 * @param ambiguous whether it refused the request as ambiguous
 */
public record Extraction(Optional<String> token, boolean ambiguous) {
  /** A name of a cookie (RFC 6265 §4.1.1); a container hands over no other. */
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#%&'*+.^_`|~-]+");

  /** In header mode; a cookie is a name and a value. */
  public static Extraction fromHeader(List<String> authorization, List<String[]> cookies) {
    return of(new BearerTokenExtractor(Optional.empty(), true), authorization, cookies);
  }

  /** In cookie mode. */
  public static Extraction fromCookie(
      String name, List<String> authorization, List<String[]> cookies) {
    return of(new BearerTokenExtractor(Optional.of(name), true), authorization, cookies);
  }

  private static Extraction of(
      BearerTokenExtractor extractor, List<String> authorization, List<String[]> cookies) {
    StubRequest stub = StubRequest.withHeaders(authorization.toArray(String[]::new));
    for (String[] cookie : cookies) {
      if (TOKEN.matcher(cookie[0]).matches()) {
        stub.cookie(cookie[0], cookie[1]);
      }
    }
    try {
      return new Extraction(extractor.extract(stub.request()).map(Credential::compact), false);
    } catch (RejectedException e) {
      if (!(e.rejection() instanceof AmbiguousCredentials)) {
        throw new AssertionError("refused for another reason", e);
      }
      return new Extraction(Optional.empty(), true);
    }
  }
}
