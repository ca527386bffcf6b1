package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static dev.vouchgate.config.SettingsUnderTest.withSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.client.CallPolicy;
import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Pem;
import dev.vouchgate.testing.StubJwksServer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CallSettingsTest {
  private static final URI HERE = URI.create("http://127.0.0.1:8080/");
  private static final String GOOD =
      "{\"access_token\":\"a.b.c\",\"token_type\":\"Bearer\",\"expires_in\":300}";

  private static SettingsUnderTest withEndpoint() {
    return withSecret()
        .with("vouchgate.call.token-endpoint", "https://sts.example.com/token")
        .with("vouchgate.call.client-id", "shop")
        .with("vouchgate.call.client-secret", "geheim");
  }

  @Test
  void callsAServiceThatHasNoSettingsByItsName() {
    assertThat(withEndpoint().read().calls().policy("inventory"))
        .isEqualTo(new CallPolicy("inventory", TokenOrigin.STS, Optional.empty(), List.of()));
    assertThat(issuerOnly().read().calls().policy("inventory").origin())
        .isEqualTo(TokenOrigin.SELF);
  }

  @Test
  void callsEachServiceAsItsSettingsSay() {
    CallSettings calls =
        withEndpoint()
            .with("vouchgate.call.inventory.audience", "https://inventory.example.com")
            .with("vouchgate.call.inventory.scope", "read write")
            .with("vouchgate.call.billing.from", "caller")
            .with("vouchgate.issue.issuer", "https://shop.example.com")
            .with("vouchgate.call.mail.from", "self")
            .with("vouchgate.call.mail.roles", "clerk,writer")
            .read()
            .calls();
    assertThat(calls.policy("inventory"))
        .isEqualTo(
            new CallPolicy(
                "https://inventory.example.com",
                TokenOrigin.STS,
                Optional.of("read write"),
                List.of()));
    assertThat(calls.policy("billing").origin()).isEqualTo(TokenOrigin.CALLER);
    assertThat(calls.policy("mail"))
        .isEqualTo(
            new CallPolicy("mail", TokenOrigin.SELF, Optional.empty(), List.of("clerk", "writer")));
  }

  @Test
  void takesTheServicesOwnNameForItsSubject() {
    SettingsUnderTest settings = issuerOnly().with("mp.jwt.verify.audiences", "orders,shop");
    assertThat(settings.read().calls().subject()).isEqualTo("orders");
    assertThat(settings.with("vouchgate.call.subject", "me").read().calls().subject())
        .isEqualTo("me");
    assertThat(
            issuerOnly()
                .with("vouchgate.issue.issuer", "https://shop.example.com")
                .read()
                .calls()
                .subject())
        .isEqualTo("https://shop.example.com");
  }

  @Test
  void asksTheTokenEndpointForWhatTheGateNeeds(@TempDir Path folder) throws Exception {
    Path secret = file(folder, "geheim\n", "rw-------");
    try (StubJwksServer sts = new StubJwksServer().on("/token", Answer.of(GOOD));
        Gate gate =
            Gate.from(
                withEndpoint()
                    .with("vouchgate.call.token-endpoint", sts.uri("/token").toString())
                    .without("vouchgate.call.client-secret")
                    .with("vouchgate.call.client-secret.location", secret.toString())
                    .read())) {
      assertThat(gate.calls().token("inventory", HERE, Optional::empty)).isEqualTo("a.b.c");
      assertThat(gate.calls().token("inventory", HERE, Optional::empty)).isEqualTo("a.b.c");
      assertThat(sts.hits("/token")).isEqualTo(1);
      assertThat(sts.requests().get(0).headers().get("Authorization"))
          .containsExactly("Basic c2hvcDpnZWhlaW0=");
    }
  }

  @Test
  void provesItselfWithAKeyOfItsOwn(@TempDir Path folder) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    Path key = file(folder, Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded()), "rw-------");
    try (StubJwksServer sts = new StubJwksServer().on("/token", Answer.of(GOOD));
        Gate gate =
            Gate.from(
                withEndpoint()
                    .with("vouchgate.call.token-endpoint", sts.uri("/token").toString())
                    .without("vouchgate.call.client-secret")
                    .with("vouchgate.call.client-key.location", key.toString())
                    .read())) {
      assertThat(gate.calls().token("inventory", HERE, Optional::empty)).isEqualTo("a.b.c");
      assertThat(sts.requests().get(0).body())
          .contains("client_assertion_type=", "client_assertion=eyJ");
    }
  }

  @Test
  void signsItselfWithoutATokenEndpoint() throws Exception {
    try (Gate gate =
        Gate.from(
            withSecret()
                .with("vouchgate.issue.issuer", "https://shop.example.com")
                .with("mp.jwt.verify.audiences", "orders")
                .read())) {
      String token = gate.calls().token("orders", HERE, Optional::empty);
      assertThat(gate.verify(token).claims().string("sub")).contains("orders");
    }
  }

  @Test
  void refusesASecretThatOthersMayRead(@TempDir Path folder) throws Exception {
    Path secret = file(folder, "geheim", "rw-r--r--");
    assertThat(
            withEndpoint()
                .without("vouchgate.call.client-secret")
                .with("vouchgate.call.client-secret.location", secret.toString())
                .problems())
        .singleElement()
        .asString()
        .startsWith("vouchgate.call.client-secret.location: ")
        .contains(secret.toString(), "rw-r--r--")
        .doesNotContain("geheim");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://sts.example.com/token",
        "sts.example.com",
        "https://user:geheim@sts.example.com/token",
        "https://sts.example.com/token#x",
        "ftp://sts.example.com/token",
        "https://sts example"
      })
  void wantsATokenEndpointThatKeepsSecrets(String address) {
    assertThat(withEndpoint().with("vouchgate.call.token-endpoint", address).problems())
        .singleElement()
        .asString()
        .startsWith("vouchgate.call.token-endpoint: was ")
        .endsWith("; expected https URL, or http of this machine")
        .doesNotContain("geheim");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    assertThat(
            withEndpoint()
                .without("vouchgate.call.client-id")
                .with("vouchgate.call.client-key.location", "key.pem")
                .with("vouchgate.call.inventory.from", "them")
                .with("vouchgate.call.inventory.audience", "*")
                .with("vouchgate.call.billing.from", "caller")
                .with("vouchgate.call.billing.scope", "read")
                .with("vouchgate.call.billing.roles", "clerk")
                .problems())
        .containsExactly(
            "vouchgate.call.client-id: was not set; expected our name at the token endpoint",
            "vouchgate.call.client-secret, vouchgate.call.client-secret.location,"
                + " vouchgate.call.client-key.location: 2 of them are set; expected one beside"
                + " vouchgate.call.token-endpoint",
            "vouchgate.call.billing.scope: was read; expected none: the caller's own token is sent"
                + " on as it has come",
            "vouchgate.call.billing.roles: was clerk; expected none: only tokens that we sign get"
                + " roles from us",
            "vouchgate.call.inventory.audience: was *; expected one service's name, without *",
            "vouchgate.call.inventory.from: was them; expected self, sts or caller");
  }

  @Test
  void wantsTheTokenEndpointThatTheRestIsFor() {
    assertThat(
            issuerOnly()
                .with("vouchgate.call.client-id", "shop")
                .with("vouchgate.call.client-secret", "geheim")
                .with("vouchgate.call.inventory.from", "sts")
                .with("vouchgate.call.mail.from", "self")
                .problems())
        .containsExactly(
            "vouchgate.call.client-secret: was (hidden); expected vouchgate.call.token-endpoint"
                + " beside it",
            "vouchgate.call.client-id: was shop; expected vouchgate.call.token-endpoint beside it",
            "vouchgate.call.inventory.from: was sts; expected vouchgate.call.token-endpoint beside"
                + " it, or self",
            "vouchgate.call.mail.from: was self; expected vouchgate.issue.issuer beside it, or sts");
  }

  private static Path file(Path folder, String text, String permissions) throws Exception {
    Path file = folder.resolve("secret");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }
}
