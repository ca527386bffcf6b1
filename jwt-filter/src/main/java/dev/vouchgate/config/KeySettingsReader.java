package dev.vouchgate.config;

import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.Discovery;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import dev.vouchgate.observe.GateListener;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Reads where keys come from; local ones are read here, so that a bad one stops the deployment. */
final class KeySettingsReader {
  private static final int MAX_PRIVATE_KEY_BYTES = 65_536;

  private final SettingsReader reader;
  private final LocationReader locations;
  private final FixedKeysReader fixedKeys;
  private final FetchSettingsReader fetches;

  KeySettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.locations = new LocationReader(reader, loader);
    this.fixedKeys = new FixedKeysReader(reader, locations, listener);
    this.fetches = new FetchSettingsReader(reader, locations);
  }

  /** Whether tokens are to be verified with a shared secret. */
  boolean hasSecret() {
    return fixedKeys.hasSecret();
  }

  KeySettings read(String issuer, Set<JwsAlgorithm> algorithms) {
    Optional<KeySetAddress> address = address(issuer, fetches.allowsHttp());
    FetchSettings fetching = fetches.read(address.map(known -> asked(issuer)));
    KeyPolicy policy = new KeyPolicy(reader.flag(Setting.ALLOW_WEAK_RSA));
    return new KeySettings(
        fixedKeys.read(policy, algorithms), address, fetching, policy, decryption(fetching));
  }

  /** What is asked first: the key set, or the issuer for where that is. */
  private URI asked(String issuer) {
    return URI.create(reader.text(Setting.PUBLIC_KEY_LOCATION).orElse(issuer));
  }

  private Optional<KeySetAddress> address(String issuer, boolean allowHttp) {
    Optional<String> location = reader.text(Setting.PUBLIC_KEY_LOCATION);
    // That there is no issuer has been told already.
    if (fixedKeys.areConfigured() || (location.isEmpty() && issuer.isEmpty())) {
      return Optional.empty();
    }
    Optional<KeySetAddress> address = fetchable(location, issuer, allowHttp);
    if (address.isEmpty()) {
      reader.wrong(
          location.isPresent() ? Setting.PUBLIC_KEY_LOCATION : Setting.ISSUER,
          "an https URL to fetch keys from (http only on loopback, or with"
              + " vouchgate.jwks.allow-http)");
    }
    return address;
  }

  private static Optional<KeySetAddress> fetchable(
      Optional<String> location, String issuer, boolean allowHttp) {
    try {
      URI uri = URI.create(location.orElse(issuer));
      if (!FetchAddress.isAllowed(uri, allowHttp)) {
        return Optional.empty();
      }
      return Optional.of(location.isPresent() ? KeySetAddress.of(uri) : new Discovery(issuer));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<DecryptionKeys> decryption(FetchSettings fetching) {
    return reader
        .text(Setting.DECRYPT_KEY_LOCATION)
        .flatMap(location -> privateKeyText(location, fetching))
        .flatMap(this::privateKeys);
  }

  private Optional<DecryptionKeys> privateKeys(String text) {
    try {
      return Optional.of(DecryptionKeys.parse(text));
    } catch (KeyFormatException e) {
      reader.problem(Setting.DECRYPT_KEY_LOCATION.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A remote private key is fetched once, now: without it no token could be read at all. */
  private Optional<String> privateKeyText(String location, FetchSettings fetching) {
    if (!KeyLocation.isRemote(location)) {
      return locations.read(Setting.DECRYPT_KEY_LOCATION, location);
    }
    HttpFetcher.Limits limits =
        new HttpFetcher.Limits(
            fetching.limits().deadline(), MAX_PRIVATE_KEY_BYTES, fetching.limits().allowHttp());
    try (HttpFetcher fetcher = new HttpFetcher(limits, fetching.route())) {
      byte[] body = fetcher.fetch(new URI(location)).body();
      return Optional.of(new String(body, StandardCharsets.UTF_8));
    } catch (FetchException e) {
      reader.problem(Setting.DECRYPT_KEY_LOCATION.text() + ": " + e.getMessage());
    } catch (URISyntaxException e) {
      reader.wrong(Setting.DECRYPT_KEY_LOCATION, Setting.DECRYPT_KEY_LOCATION.form());
    }
    return Optional.empty();
  }
}
