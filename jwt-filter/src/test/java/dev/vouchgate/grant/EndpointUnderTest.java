package dev.vouchgate.grant;

import dev.vouchgate.codec.JsonWriter;
import dev.vouchgate.config.Gate;
import dev.vouchgate.config.Settings;
import dev.vouchgate.config.SettingsSource;
import dev.vouchgate.issue.IssuePolicy;
import dev.vouchgate.issue.RotationPolicy;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.issue.TokenDraft;
import dev.vouchgate.issue.TokenIssuer;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.SignatureProvider;
import dev.vouchgate.keys.FixedKeys;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenIssued;
import dev.vouchgate.observe.TokenRequestRefused;
import dev.vouchgate.testing.Jwks;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import dev.vouchgate.verify.RejectedException;
import dev.vouchgate.verify.VerifiedJwt;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A token endpoint with three clients: {@code orders}, who has a secret and may exchange; {@code
 * billing}, who has an API key; {@code reports}, who has keys.
 */
final class EndpointUnderTest implements GateListener {
  static final String ISSUER = "https://sts.example.com";
  static final String ADDRESS = ISSUER + "/token";
  static final String SECRET = "s3cret:of+orders%";
  static final ApiKey API_KEY = ApiKey.random("billing");
  static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
  static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
  private static final PasswordHash HASH = PasswordHash.of(SECRET, 1024);

  final MutableClock clock = new MutableClock();
  final List<Integer> derivations = new ArrayList<>();
  final List<TokenIssued> issued = new ArrayList<>();
  final List<TokenRequestRefused> refused = new ArrayList<>();
  final TokenIssuer issuer;
  private final TokenEndpoint endpoint;
  private final Gate gate;

  EndpointUnderTest(Client... more) {
    SigningKeyRing ring =
        SigningKeyRing.inMemory(
            new RotationPolicy(
                JwsAlgorithm.ES256, Duration.ofDays(1), Duration.ofHours(1), Duration.ofHours(1)),
            clock);
    issuer =
        new TokenIssuer(
            new IssuePolicy(ISSUER, Duration.ofMinutes(5), Duration.ofMinutes(10)), ring, clock);
    String keys =
        new String(JsonWriter.object(Map.of("keys", ring.published())), StandardCharsets.UTF_8);
    gate =
        Gate.from(
            Settings.read(
                SettingsSource.of(
                    Map.of(
                        "vouchgate.issuers",
                        "own,partner",
                        "vouchgate.issuer.own.issuer",
                        ISSUER,
                        "vouchgate.issuer.own.publickey",
                        keys,
                        "vouchgate.issuer.partner.issuer",
                        Tokens.ISSUER,
                        "vouchgate.issuer.partner.publickey",
                        Jwks.set(TestKeys.rsa("rsa")))),
                getClass().getClassLoader(),
                new GateListener() {}),
            clock);
    List<Client> clients = new ArrayList<>(List.of(orders(), billing(), reports()));
    clients.addAll(List.of(more));
    KeyDerivation counting =
        (algorithm, secret, salt, iterations, bytes) -> {
          derivations.add(iterations);
          return KeyDerivation.PLATFORM.derive(algorithm, secret, salt, iterations, bytes);
        };
    endpoint =
        new TokenEndpoint(
            new ClientAuthentication(
                clients,
                new ClientSecrets(clients, counting, clock),
                new ClientAssertions(
                    clients, Set.of(ISSUER, ADDRESS), SignatureProvider.PLATFORM, clock)),
            issuer,
            gate::verify,
            "shop",
            clock,
            this);
  }

  private static Client orders() {
    return new Client(
        "orders",
        new Client.Credentials(Optional.of(HASH), Optional.empty(), Optional.empty()),
        new Client.Rights(
            List.of("inventory", "https://mail.example.com"),
            List.of("read", "write"),
            Set.of("service", "user"),
            Set.of("orders"),
            Optional.of(Duration.ofMinutes(2))));
  }

  private static Client billing() {
    return new Client(
        "billing",
        new Client.Credentials(Optional.empty(), Optional.of(API_KEY.hash()), Optional.empty()),
        new Client.Rights(List.of("orders"), List.of(), Set.of(), Set.of(), Optional.empty()));
  }

  private static Client reports() {
    try {
      JwkSet keys =
          KeyDocument.parse(
              Jwks.set(TestKeys.p256("reports"), TestKeys.rsa("reports-rsa")),
              new KeyPolicy(false),
              skipped -> {});
      return new Client(
          "reports",
          new Client.Credentials(
              Optional.empty(), Optional.empty(), Optional.of(new FixedKeys(keys))),
          new Client.Rights(
              List.of("orders"), List.of("read"), Set.of(), Set.of(), Optional.empty()));
    } catch (KeyFormatException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A client whose secret costs that much. */
  static Client withSecret(String name, String secret, int iterations) {
    return new Client(
        name,
        new Client.Credentials(
            Optional.of(PasswordHash.of(secret, iterations)), Optional.empty(), Optional.empty()),
        new Client.Rights(List.of("orders"), List.of(), Set.of(), Set.of(), Optional.empty()));
  }

  /** A request by {@code orders}, properly authenticated. */
  TokenResponse byOrders(String... form) {
    return by(basic("orders", SECRET), form);
  }

  /** A request with that Authorization header. */
  TokenResponse by(String authorization, String... form) {
    return ask(List.of(authorization), List.of(), form(form));
  }

  /** A request with nothing but a form. */
  TokenResponse ask(String... form) {
    return ask(List.of(), List.of(), form(form));
  }

  TokenResponse ask(List<String> authorization, List<String> apiKeys, String body) {
    return endpoint.answer(authorization, apiKeys, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Names and values by turns, encoded. */
  static String form(String... namesAndValues) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.add(encoded(namesAndValues[i]) + "=" + encoded(namesAndValues[i + 1]));
    }
    return String.join("&", pairs);
  }

  static String basic(String name, String secret) {
    String pair = encoded(name) + ":" + encoded(secret);
    return "Basic "
        + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A good assertion of {@code reports}, to be changed. */
  static Tokens assertion() {
    return Tokens.valid("ES256", TestKeys.p256("reports"))
        .claim("iss", "reports")
        .claim("sub", "reports")
        .claim("aud", ADDRESS)
        .without("upn")
        .without("groups");
  }

  /** A request by {@code reports} with an assertion. */
  TokenResponse byAssertion(String compact, String... more) {
    List<String> form =
        new ArrayList<>(
            List.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                compact));
    form.addAll(List.of(more));
    return ask(form.toArray(String[]::new));
  }

  /** An exchange by {@code orders}; values may be replaced, or left away by an empty one. */
  TokenResponse exchange(String subjectToken, String... changes) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", EXCHANGE);
    form.put("subject_token", subjectToken);
    form.put("subject_token_type", ACCESS_TOKEN);
    form.put("audience", "inventory");
    for (int i = 0; i < changes.length; i += 2) {
      form.put(changes[i], changes[i + 1]);
    }
    return byOrders(
        form.entrySet().stream()
            .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
            .toArray(String[]::new));
  }

  /** A token of {@code jdoe}'s for {@code orders}, to be changed. */
  TokenDraft subject() {
    return issuer.token("jdoe", "orders").roles("user", "admin");
  }

  /** Another issuer's token for {@code orders}, to be changed. */
  static Tokens foreign() {
    return Tokens.valid().claim("aud", "orders");
  }

  /** What the token in an answer says, once it is proven. */
  VerifiedJwt token(TokenResponse response) throws RejectedException {
    return gate.verify(text(response, "access_token"));
  }

  static String text(TokenResponse response, String member) {
    Object value = response.members().get(member);
    return value == null ? "none in " + response.members().keySet() : value.toString();
  }

  /** The error that a refusal names, which must have nothing else in it. */
  static @Nullable Object error(TokenResponse response) {
    return response.members().keySet().equals(Set.of("error", "error_description"))
        ? response.members().get("error")
        : null;
  }

  /** All that was said of a request: the answer, the events, and what these look like in a log. */
  String said(TokenResponse response) {
    return new String(response.json(), StandardCharsets.UTF_8)
        + response
        + response.headers()
        + refused.stream().map(Object::toString).collect(Collectors.joining());
  }

  @Override
  public void tokenIssued(TokenIssued event) {
    issued.add(event);
  }

  @Override
  public void tokenRequestRefused(TokenRequestRefused event) {
    refused.add(event);
  }
}
