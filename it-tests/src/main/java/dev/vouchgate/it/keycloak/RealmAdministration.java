package dev.vouchgate.it.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes a realm's keys and clients while it runs, through Keycloak's administration API. */
public final class RealmAdministration {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern ID = Pattern.compile("^\\{\"id\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final KeycloakServer server;
  private final URI realm;

  /** Of the realm of that name. */
  public RealmAdministration(KeycloakServer server, String realm) {
    this.server = server;
    this.realm = server.administration(realm);
  }

  /**
   * Makes a key and signs with it from now on: it is published and used at the same moment.
   *
   * @param provider such as {@code ecdsa-generated}
   * @param algorithm such as {@code ES256}
   * @param priority higher than that of every key before it
   */
  public void signWith(String provider, String algorithm, int priority) {
    Matcher id = ID.matcher(send("GET", realm, "").body());
    if (!id.find()) {
      throw new IllegalStateException("Keycloak tells no id of " + realm);
    }
    send(
        "POST",
        URI.create(realm + "/components"),
        String.format(
            Locale.ROOT,
            """
            {"name": "%s-%d", "providerId": "%s", "providerType": "org.keycloak.keys.KeyProvider",
             "parentId": "%s", "config": {"priority": ["%d"], "enabled": ["true"], "active": ["true"]%s}}
            """,
            provider,
            priority,
            provider,
            id.group(1),
            priority,
            provider.startsWith("rsa") ? ", \"algorithm\": [\"" + algorithm + "\"]" : ""));
    send("PUT", realm, "{\"defaultSignatureAlgorithm\": \"" + algorithm + "\"}");
  }

  /**
   * Adds a client with a service account, which proves itself by signed assertions (RFC 7523).
   *
   * @param clientId its name
   * @param algorithm of its signatures, such as {@code ES256}
   * @param keys where its public keys are published
   */
  public void addSigningClient(String clientId, String algorithm, URI keys) {
    send(
        "POST",
        URI.create(realm + "/clients"),
        String.format(
            Locale.ROOT,
            """
            {"clientId": "%s", "enabled": true, "protocol": "openid-connect", "publicClient": false,
             "serviceAccountsEnabled": true, "standardFlowEnabled": false,
             "clientAuthenticatorType": "client-jwt",
             "attributes": {"use.jwks.url": "true", "jwks.url": "%s",
                            "token.endpoint.auth.signing.alg": "%s"}}
            """,
            clientId,
            keys,
            algorithm));
  }

  private HttpResponse<String> send(String method, URI uri, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(LIMIT)
            // anew each time: it lives for a minute
            .header("Authorization", "Bearer " + server.administratorToken())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + uri + " was answered " + response.statusCode() + " " + response.body());
      }
      return response;
    } catch (IOException e) {
      throw new IllegalStateException("No answer from " + uri, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + uri, e);
    }
  }
}
