package dev.vouchgate.it.threats;

import dev.vouchgate.it.sample.TestIssuer;
import dev.vouchgate.it.threats.RawCall.Answer;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whoever wants into a {@link Place} that is kept for administrators: tries each call without a
 * token and with the token of a user, and writes down what should not have happened.
 */
public final class Intruder {
  private static final String METHODS =
      "GET HEAD POST PUT PATCH DELETE OPTIONS TRACE get Get post delete PROPFIND MOVE LINK BREW X";

  private final URL server;
  private final String contextPath;
  private final String token;

  /**
   * Creates one.
   *
   * @param contextPath the application's, empty for the root
   */
  public Intruder(URL server, String contextPath, TestIssuer issuer) {
    this.server = server;
    this.contextPath = contextPath;
    this.token = issuer.token("alice", "user");
  }

  /** Every spelling; what served the place, or was answered 5xx. */
  public List<String> spell(Place place) throws IOException {
    List<String> served = new ArrayList<>();
    for (String target : Spellings.of(contextPath + place.before(), place.segment()).toList()) {
      served.addAll(attempt(place, "GET", target));
    }
    return served;
  }

  /** Every method, with and without headers that ask for another. */
  public List<String> vary(Place place) throws IOException {
    List<String> served = new ArrayList<>();
    for (String method : METHODS.split(" ", -1)) {
      served.addAll(attempt(place, method, contextPath + place.path()));
    }
    for (String name : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
      served.addAll(attempt(place, "POST", contextPath + place.path(), name + ": GET"));
      served.addAll(attempt(place, "GET", contextPath + place.path(), name + ": POST"));
    }
    served.addAll(attempt(place, "POST", contextPath + place.path() + "?_method=GET"));
    return served;
  }

  /** One call; what should not have happened. */
  List<String> attempt(Place place, String method, String target, String... headers)
      throws IOException {
    List<String> served = new ArrayList<>();
    Answer nobody = call(method, target, headers).send();
    Answer user = call(method, target, headers).token(token).send();
    Stream.of(nobody, user)
        .filter(answer -> place.isServed(answer) || answer.status() >= 500)
        .map(
            answer ->
                method + " " + target + " " + String.join(" ", headers) + ": " + answer.status())
        .forEach(served::add);
    return served;
  }

  private RawCall call(String method, String target, String... headers) {
    RawCall call = RawCall.of(server, method, target);
    for (String header : headers) {
      call.header(header);
    }
    return call;
  }
}
