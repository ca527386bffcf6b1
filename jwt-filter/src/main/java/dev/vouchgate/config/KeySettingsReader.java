package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.Discovery;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import dev.vouchgate.observe.GateListener;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Reads where keys come from; local ones are read here, so that a bad one stops the deployment. */
final class KeySettingsReader {
  private final SettingsReader reader;
  private final FixedKeysReader fixedKeys;
  private final FetchSettingsReader fetches;

  KeySettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    LocationReader locations = new LocationReader(reader, loader);
    this.fixedKeys =
        new FixedKeysReader(reader, new ConfiguredKeysReader(reader, locations), listener);
    this.fetches = new FetchSettingsReader(reader, locations);
  }

  /** Whether tokens are to be verified with a shared secret. */
  boolean hasSecret() {
    return fixedKeys.hasSecret();
  }

  KeySettings read(String issuer, Set<JwsAlgorithm> algorithms) {
    Optional<KeySetAddress> address = address(issuer, fetches.allowsHttp());
    FetchSettings fetching = fetches.read(address.map(known -> asked(issuer)));
    KeyPolicy policy = new KeyPolicy(reader.flag(KeySetting.ALLOW_WEAK_RSA));
    return new KeySettings(fixedKeys.read(policy, algorithms), address, fetching, policy);
  }

  /** What is asked first: the key set, or the issuer for where that is. */
  private URI asked(String issuer) {
    return URI.create(reader.text(MpJwtSetting.PUBLIC_KEY_LOCATION).orElse(issuer));
  }

  private Optional<KeySetAddress> address(String issuer, boolean allowHttp) {
    Optional<String> location = reader.text(MpJwtSetting.PUBLIC_KEY_LOCATION);
    // That there is no issuer has been told already.
    if (fixedKeys.areConfigured() || (location.isEmpty() && issuer.isEmpty())) {
      return Optional.empty();
    }
    Optional<KeySetAddress> address = fetchable(location, issuer, allowHttp);
    if (address.isEmpty()) {
      reader.wrong(
          location.isPresent() ? MpJwtSetting.PUBLIC_KEY_LOCATION : MpJwtSetting.ISSUER,
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
}
