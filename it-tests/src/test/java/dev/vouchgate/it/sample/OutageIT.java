package dev.vouchgate.it.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sample, started while the issuer's keys cannot be had. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
@Tag("matrix")
class OutageIT {
  private static final TestIssuer ISSUER = new TestIssuer();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @ArquillianResource URL base;

  @Deployment(testable = false)
  static WebArchive sample() {
    // Port 1 answers nobody.
    return SampleWar.with(
        Map.of(
            "mp.jwt.verify.issuer",
            ISSUER.name(),
            "mp.jwt.verify.publickey.location",
            "http://127.0.0.1:1/keys"));
  }

  @Test
  void asksToComeBackInsteadOfJudging() throws Exception {
    HttpResponse<String> response = get("user", Optional.of(ISSUER.token("alice", "user")));

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    assertThat(response.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void servesWhatNeedsNoCaller() throws Exception {
    assertThat(get("public", Optional.empty()).statusCode()).isEqualTo(200);
  }

  @Test
  void asksForATokenWhereOneIsNeeded() throws Exception {
    assertThat(get("user", Optional.empty()).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String path, Optional<String> token) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    token.ifPresent(compact -> request.header("Authorization", "Bearer " + compact));
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }
}
