package dev.vouchgate.config;

import static dev.vouchgate.config.SettingsUnderTest.issuerOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouchgate.http.HttpProxy;
import dev.vouchgate.http.HttpRoute;
import dev.vouchgate.http.OriginHeaders;
import dev.vouchgate.keys.TlsStore;
import dev.vouchgate.testing.Answer;
import dev.vouchgate.testing.Certificates;
import dev.vouchgate.testing.KeyTexts;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.StubJwksServer;
import dev.vouchgate.testing.TestKey;
import dev.vouchgate.testing.TestKeys;
import dev.vouchgate.testing.Tokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a key server is reached: the settings, and what is wrong with them. */
@Timeout(60)
class RouteSettingsTest {
  private static final String LOCATION = "mp.jwt.verify.publickey.location";
  private static final String PROXY = "vouchgate.jwks.proxy";
  private static final String TRUSTSTORE = "vouchgate.jwks.truststore";
  private static final String KEYSTORE = "vouchgate.jwks.keystore";
  private static final String OPTION = "jdk.http.auth.tunneling.disabledSchemes";

  @TempDir private Path folder;

  @AfterEach
  void forgetTheOption() {
    System.clearProperty(OPTION);
  }

  @Test
  void goesTheUsualWayIfNothingIsSet() {
    assertThat(issuerOnly().read().issuers().get(0).keys().fetching().route())
        .isEqualTo(HttpRoute.usual());
  }

  @Test
  void readsTheProxy() {
    System.setProperty(OPTION, "");

    assertThat(withProxy().read().issuers().get(0).keys().fetching().route().proxy())
        .contains(
            new HttpProxy(
                "proxy.example.com",
                3128,
                Optional.of(new HttpProxy.Credentials("shop", "wombat"))));
  }

  @ParameterizedTest(name = "[{0}]")
  @ValueSource(strings = {"(not set)", "Basic", "Negotiate, basic"})
  void stopsWhereThePlatformWouldNotSendCredentialsThroughTunnel(String disabled) {
    if (!disabled.equals("(not set)")) {
      System.setProperty(OPTION, disabled);
    }

    assertThat(withProxy().problems())
        .containsExactly(
            "vouchgate.jwks.proxy.user: this Java platform sends no Basic credentials to a proxy"
                + " for an https address; expected the option"
                + " -Djdk.http.auth.tunneling.disabledSchemes= (with nothing behind it) when it is"
                + " started");
  }

  @Test
  void needsNoOptionWithoutCredentialsOrWithoutTunnel() {
    assertThat(issuerOnly().with(PROXY, "proxy.example.com:3128").problems()).isEmpty();
    assertThat(withProxy().with(LOCATION, "http://127.0.0.1:8180/jwks").problems()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "proxy.example.com",
        "https://proxy.example.com:3128",
        "shop:wombat@proxy.example.com:3128",
        "http://shop:wombat@proxy.example.com:3128",
        "proxy.example.com:0",
        "proxy.example.com:65536",
      })
  void refusesWhatIsNoProxyAndDoesNotShowIt(String proxy) {
    assertThat(issuerOnly().with(PROXY, proxy).problems())
        .containsExactly(
            PROXY
                + ": was (hidden); expected host:port; user and password have settings of their"
                + " own");
  }

  @Test
  void wantsUserAndPasswordAndTheProxyTheyAreFor() {
    SettingsUnderTest proxy = issuerOnly().with(PROXY, "proxy.example.com:3128");
    assertThat(proxy.with("vouchgate.jwks.proxy.user", "shop").problems())
        .containsExactly(
            "vouchgate.jwks.proxy.password: was not set; expected both of them, user and password,"
                + " or neither");
    assertThat(proxy.with("vouchgate.jwks.proxy.password", "wombat").problems())
        .containsExactly(
            "vouchgate.jwks.proxy.user: was not set; expected both of them, user and password, or"
                + " neither");
    assertThat(withProxy().without(PROXY).problems())
        .containsExactly(
            PROXY + ": was not set; expected the proxy that the user and the password are for");
  }

  @Test
  void sendsHeadersToTheIssuerAndNotToWhereItsMetadataLeads() throws Exception {
    try (StubJwksServer issuer = new StubJwksServer();
        StubJwksServer keys = new StubJwksServer()) {
      keys.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
      issuer.on(
          "/.well-known/openid-configuration",
          Answer.of(
              "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(issuer.origin(), keys.jwks())));
      Settings settings =
          issuerOnly()
              .with("mp.jwt.verify.issuer", issuer.origin())
              .with("vouchgate.jwks.header.X-Api-Key", "wombat")
              .read();
      try (Gate gate = Gate.from(settings, new MutableClock())) {
        gate.verify(Tokens.valid().claim("iss", issuer.origin()).compact());
      }

      assertThat(issuer.requests().get(0).headers().get("X-api-key")).containsExactly("wombat");
      assertThat(keys.requests().get(0).headers()).doesNotContainKey("X-api-key");
    }
  }

  @Test
  void takesHyphensForTheUnderscoresOfAnEnvironmentVariable() {
    SettingsSource environment =
        SettingsSource.layered(
            List.of(
                issuerOnly().source(),
                StandardSources.environment(Map.of("VOUCHGATE_JWKS_HEADER_X_API_KEY", "wombat"))));
    Settings settings = Settings.read(environment, getClass().getClassLoader());

    assertThat(settings.issuers().get(0).keys().fetching().route().headers())
        .contains(new OriginHeaders(URI.create(Tokens.ISSUER), Map.of("x-api-key", "wombat")));
  }

  @Test
  void sendsHeadersOfOneIssuerToNoOther() {
    Settings settings =
        issuerOnly()
            .without("mp.jwt.verify.issuer")
            .with("vouchgate.issuers", "shop,partner")
            .with("vouchgate.issuer.shop.issuer", "https://shop.example.com")
            .with("vouchgate.issuer.shop.jwks.header.X-Api-Key", "wombat")
            .with("vouchgate.issuer.partner.issuer", "https://partner.example.com")
            .read();

    assertThat(
            settings.issuers().stream().map(issuer -> issuer.keys().fetching().route().headers()))
        .containsExactly(
            Optional.of(
                new OriginHeaders(
                    URI.create("https://shop.example.com"), Map.of("X-Api-Key", "wombat"))),
            Optional.empty());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"Host, wombat", "X Api, wombat", "X, wömbat"})
  void refusesWhatIsNoHeaderAndDoesNotShowIt(String name, String value) {
    assertThat(issuerOnly().with("vouchgate.jwks.header." + name, value).problems())
        .containsExactly(
            "vouchgate.jwks.header."
                + name
                + ": was (hidden); expected the value of a header, in visible ASCII, that is not"
                + " one of the connection's own");
  }

  @Test
  void fetchesFromServerThatWantsCertificateAndHasOneOfItsOwn() throws Exception {
    TestKey serverKey = TestKeys.rsa("server");
    TestKey clientKey = TestKeys.rsa("client");
    Path trusted = Files.writeString(folder.resolve("trusted.pem"), Certificates.pem(serverKey));
    Path own = Files.writeString(folder.resolve("own.pem"), Certificates.pemWithKey(clientKey));
    SSLContext tls =
        TlsStore.context(
            Optional.of(store(Certificates.pem(clientKey))),
            Optional.of(store(Certificates.pemWithKey(serverKey))));
    try (StubJwksServer server = new StubJwksServer(tls, true)) {
      server.serve(KeyTexts.jwks(TestKeys.rsa("rsa")));
      Settings settings =
          issuerOnly()
              .with(LOCATION, server.jwks().toString())
              .with(TRUSTSTORE, trusted.toString())
              .with(KEYSTORE, own.toString())
              .read();
      try (Gate gate = Gate.from(settings, new MutableClock())) {
        assertThat(gate.verify(Tokens.valid().compact()).callerName())
            .isEqualTo("jdoe@example.com");
      }
    }
  }

  @Test
  void issuersThatAreReachedAlikeShareOneClient() throws Exception {
    Path trusted =
        Files.writeString(folder.resolve("trusted.pem"), Certificates.pem(TestKeys.rsa("server")));
    Settings settings =
        issuerOnly()
            .with(PROXY, "proxy.example.com:3128")
            .with(TRUSTSTORE, trusted.toString())
            .with("vouchgate.issuers", "shop,partner")
            .with("vouchgate.issuer.shop.issuer", "https://shop.example.com")
            .with("vouchgate.issuer.partner.issuer", "https://partner.example.com")
            .read();

    assertThat(settings.issuers().stream().map(issuer -> issuer.keys().fetching().client()))
        .hasSize(3)
        .containsOnly(settings.issuers().get(0).keys().fetching().client());
  }

  @Test
  void wantsInEachStoreWhatItIsFor() throws Exception {
    TestKey key = TestKeys.rsa("server");
    String certificate =
        Files.writeString(folder.resolve("certificate.pem"), Certificates.pem(key)).toString();
    String both =
        Files.writeString(folder.resolve("both.pem"), Certificates.pemWithKey(key)).toString();

    assertThat(issuerOnly().with(TRUSTSTORE, both).problems())
        .containsExactly(
            TRUSTSTORE + ": was " + shown(both) + "; expected a file with a certificate to trust");
    assertThat(issuerOnly().with(KEYSTORE, certificate).problems())
        .containsExactly(
            KEYSTORE
                + ": was "
                + shown(certificate)
                + "; expected a file with a private key and its certificate");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {TRUSTSTORE, KEYSTORE})
  void saysWhatIsWrongWithStore(String setting) throws Exception {
    String garbage = Files.writeString(folder.resolve("garbage"), "garbage").toString();
    String missing = folder.resolve("missing").toString();

    assertThat(issuerOnly().with(setting, garbage).with(setting + ".password", "wombat").problems())
        .containsExactly(
            setting
                + ": found no PKCS#12 that this password opens, and no PEM; expected one of them");
    assertThat(issuerOnly().with(setting, missing).problems())
        .containsExactly(
            "%s: '%s' is not there: neither a file %s nor a class path resource"
                .formatted(setting, missing, missing));
    assertThat(issuerOnly().with(setting, "https://idp.example.com/store").problems())
        .containsExactly(
            setting
                + ": was https://idp.example.com/store; expected file path or class path resource,"
                + " PKCS#12 or PEM");
    assertThat(issuerOnly().with(setting + ".password", "wombat").problems())
        .containsExactly(setting + ": was not set; expected the file that the password is for");
  }

  private static SettingsUnderTest withProxy() {
    return issuerOnly()
        .with(PROXY, "proxy.example.com:3128")
        .with("vouchgate.jwks.proxy.user", "shop")
        .with("vouchgate.jwks.proxy.password", "wombat");
  }

  private static TlsStore store(String pem) throws Exception {
    return TlsStore.of(pem.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  private static String shown(String value) {
    return value.length() > 60 ? value.substring(0, 60) + "..." : value;
  }
}
