package dev.vouchgate.it.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fetches tokens from the token endpoint of one realm. */
public final class TokenClient {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI endpoint;

  /** A client of the realm with this issuer. */
  public TokenClient(URI issuer) {
    this.endpoint = URI.create(issuer + "/protocol/openid-connect/token");
  }

  /** The access token of a user who gives a public client the password (RFC 6749 section 4.3). */
  public String password(String clientId, String username, String password) {
    return token(
        Map.of(
            "grant_type", "password",
            "client_id", clientId,
            "username", username,
            "password", password));
  }

  /** The same, bound to the key of a proof of possession (RFC 9449 section 5). */
  public String boundPassword(String clientId, String username, String password, String proof) {
    return token(
        "access_token",
        Map.of(
            "grant_type", "password",
            "client_id", clientId,
            "username", username,
            "password", password),
        Optional.of(proof));
  }

  /** Where tokens are fetched. */
  public URI endpoint() {
    return endpoint;
  }

  /** The ID token that the same user gets beside the access token (OpenID Connect Core 1.0). */
  public String idToken(String clientId, String username, String password) {
    return token(
        "id_token",
        Map.of(
            "grant_type", "password",
            "scope", "openid",
            "client_id", clientId,
            "username", username,
            "password", password),
        Optional.empty());
  }

  /** The access token of a confidential client itself (RFC 6749 section 4.4). */
  public String clientCredentials(String clientId, String clientSecret) {
    return token(
        Map.of(
            "grant_type", "client_credentials",
            "client_id", clientId,
            "client_secret", clientSecret));
  }

  /** The same of one that proves itself by an assertion that it has signed (RFC 7523 §2.2). */
  public String clientCredentialsByAssertion(String assertion) {
    return token(
        Map.of(
            "grant_type", "client_credentials",
            "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion", assertion));
  }

  private String token(Map<String, String> form) {
    return token("access_token", form, Optional.empty());
  }

  private String token(String member, Map<String, String> form, Optional<String> proof) {
    String body =
        new TreeMap<>(form)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(LIMIT)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    proof.ifPresent(value -> request.header("DPoP", value));
    HttpResponse<String> response = send(request.build());
    Matcher token =
        Pattern.compile("\"" + member + "\"\\s*:\\s*\"([^\"]+)\"").matcher(response.body());
    if (response.statusCode() != 200 || !token.find()) {
      throw new IllegalStateException(
          "No token for "
              + form.getOrDefault("client_id", "whoever asks")
              + ", but "
              + response.statusCode());
    }
    return token.group(1);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + endpoint, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + endpoint, e);
    }
  }
}
