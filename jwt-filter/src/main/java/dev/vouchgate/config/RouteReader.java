package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.http.HttpProxy;
import dev.vouchgate.http.HttpRoute;
import dev.vouchgate.http.OriginHeaders;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.TlsStore;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Reads how key servers are reached: proxy, TLS, headers. */
final class RouteReader {
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?:http://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+]):(\\d{1,5})/?");

  private final SettingsReader reader;
  private final LocationReader locations;

  RouteReader(SettingsReader reader, LocationReader locations) {
    this.reader = reader;
    this.locations = locations;
  }

  /** The way to an address; empty if nothing is fetched. */
  HttpRoute read(Optional<URI> address) {
    return new HttpRoute(
        proxy(address), reader.once(KeySetting.JWKS_TRUSTSTORE, this::tls), headers(address));
  }

  private Optional<HttpProxy> proxy(Optional<URI> address) {
    Optional<String> text = reader.text(KeySetting.JWKS_PROXY);
    Optional<HttpProxy.Credentials> credentials = credentials();
    if (text.isEmpty()) {
      if (credentials.isPresent()) {
        reader.wrong(KeySetting.JWKS_PROXY, "the proxy that the user and the password are for");
      }
      return Optional.empty();
    }
    Matcher matcher = HOST_AND_PORT.matcher(text.get());
    int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
    if (port < 1 || port > 65_535) {
      // It may have a password in it.
      reader.wrongSecret(
          KeySetting.JWKS_PROXY,
          KeySetting.JWKS_PROXY.form() + "; user and password have settings of their own");
      return Optional.empty();
    }
    boolean plain = address.filter(uri -> "http".equalsIgnoreCase(uri.getScheme())).isPresent();
    if (credentials.isPresent() && !plain && !HttpProxy.isTunnelAuthenticationAllowed()) {
      reader.problem(
          KeySetting.JWKS_PROXY_USER.text()
              + ": this Java platform sends no Basic credentials to a proxy for an https address;"
              + " expected the option -D"
              + HttpProxy.TUNNEL_OPTION
              + "= (with nothing behind it) when it is started");
    }
    return Optional.of(new HttpProxy(matcher.group(1), port, credentials));
  }

  private Optional<HttpProxy.Credentials> credentials() {
    Optional<String> user = reader.text(KeySetting.JWKS_PROXY_USER);
    Optional<String> password = reader.text(KeySetting.JWKS_PROXY_PASSWORD);
    if (user.isPresent() != password.isPresent()) {
      reader.wrong(
          user.isPresent() ? KeySetting.JWKS_PROXY_PASSWORD : KeySetting.JWKS_PROXY_USER,
          "both of them, user and password, or neither");
      return Optional.empty();
    }
    return user.map(name -> new HttpProxy.Credentials(name, password.orElseThrow()));
  }

  private Optional<SSLContext> tls() {
    Optional<TlsStore> trusted =
        store(KeySetting.JWKS_TRUSTSTORE, KeySetting.JWKS_TRUSTSTORE_PASSWORD);
    Optional<TlsStore> own = store(KeySetting.JWKS_KEYSTORE, KeySetting.JWKS_KEYSTORE_PASSWORD);
    if (trusted.isEmpty() && own.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (trusted.isPresent() && !trusted.get().hasCertificates()) {
        reader.wrong(KeySetting.JWKS_TRUSTSTORE, "a file with a certificate to trust");
      }
      if (own.isPresent() && !own.get().hasPrivateKey()) {
        reader.wrong(KeySetting.JWKS_KEYSTORE, "a file with a private key and its certificate");
      }
      return Optional.of(TlsStore.context(trusted, own));
    } catch (KeyFormatException e) {
      reader.problem(KeySetting.JWKS_TRUSTSTORE.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<TlsStore> store(Setting location, Setting password) {
    Optional<byte[]> bytes =
        reader.text(location).flatMap(place -> locations.bytes(location, place));
    if (bytes.isEmpty()) {
      if (reader.text(location).isEmpty() && reader.text(password).isPresent()) {
        reader.wrong(location, "the file that the password is for");
      }
      return Optional.empty();
    }
    try {
      return Optional.of(TlsStore.of(bytes.get(), reader.text(password)));
    } catch (KeyFormatException e) {
      reader.problem(location.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<OriginHeaders> headers(Optional<URI> address) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String part : reader.parts(KeySetting.JWKS_HEADER)) {
      String value = reader.text(KeySetting.JWKS_HEADER, part).orElse("");
      // An environment variable cannot tell a hyphen, and few headers have an underscore.
      String dashed = part.replace('_', '-');
      String name = reader.text(KeySetting.JWKS_HEADER, dashed).isPresent() ? dashed : part;
      if (!OriginHeaders.isAllowed(name, value)) {
        reader.wrong(
            KeySetting.JWKS_HEADER,
            part,
            "the value of a header, in visible ASCII, that is not one of the connection's own");
      } else {
        headers.put(name, value);
      }
    }
    return address.filter(uri -> !headers.isEmpty()).map(uri -> new OriginHeaders(uri, headers));
  }
}
