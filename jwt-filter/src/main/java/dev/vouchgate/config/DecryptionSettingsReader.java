package dev.vouchgate.config;

import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.http.FetchException;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jwe.JweAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.KeyLocation;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads how encrypted tokens are opened, whoever issued them. */
final class DecryptionSettingsReader {
  private static final int MAX_BYTES = 65_536;

  private final SettingsReader reader;
  private final LocationReader locations;

  DecryptionSettingsReader(SettingsReader reader, ClassLoader loader) {
    this.reader = reader;
    this.locations = new LocationReader(reader, loader);
  }

  /** Empty if tokens are not encrypted. */
  Optional<DecryptionSettings> read() {
    Set<JweAlgorithm> algorithms = algorithms();
    Optional<ConfiguredKeys<DecryptionKeys>> keys =
        reader.text(MpJwtSetting.DECRYPT_KEY_LOCATION).flatMap(this::privateKeys);
    if (keys.isPresent() && !algorithms.isEmpty() && !keys.get().keys().serves(algorithms)) {
      reader.problem(
          MpJwtSetting.DECRYPT_KEY_LOCATION,
          "no key there is for "
              + names(algorithms)
              + "; vouchgate.decrypt.algorithms says which are accepted");
    }
    return keys.map(found -> new DecryptionSettings(algorithms, found));
  }

  private Set<JweAlgorithm> algorithms() {
    Optional<String> several = reader.text(KeySetting.DECRYPT_ALGORITHMS);
    if (several.isPresent()) {
      return named(
          KeySetting.DECRYPT_ALGORITHMS, SettingsReader.split(several.get()), "at least one of ");
    }
    return reader
        .text(MpJwtSetting.DECRYPT_KEY_ALGORITHM)
        .map(one -> named(MpJwtSetting.DECRYPT_KEY_ALGORITHM, List.of(one), "one of "))
        .orElse(EnumSet.of(JweAlgorithm.RSA_OAEP, JweAlgorithm.RSA_OAEP_256));
  }

  private Set<JweAlgorithm> named(Setting setting, List<String> names, String howMany) {
    return reader.named(
        setting, names, JweAlgorithm::named, howMany + names(EnumSet.allOf(JweAlgorithm.class)));
  }

  private static String names(Set<JweAlgorithm> algorithms) {
    return algorithms.stream().map(JweAlgorithm::toString).collect(Collectors.joining(", "));
  }

  private Optional<ConfiguredKeys<DecryptionKeys>> privateKeys(String location) {
    ConfiguredKeysReader configured = new ConfiguredKeysReader(reader, locations);
    Setting setting = MpJwtSetting.DECRYPT_KEY_LOCATION;
    return KeyLocation.isRemote(location)
        ? fetched(location).flatMap(text -> configured.inline(setting, text, DecryptionKeys::parse))
        : configured.located(setting, location, DecryptionKeys::parse);
  }

  /** A remote private key is fetched once, now: without it no token could be read at all. */
  private Optional<String> fetched(String location) {
    try {
      URI address = new URI(location);
      FetchSettings fetching =
          new FetchSettingsReader(reader, locations).read(Optional.of(address));
      HttpFetcher.Limits limits =
          new HttpFetcher.Limits(
              fetching.limits().deadline(), MAX_BYTES, fetching.limits().allowHttp());
      byte[] body;
      try (HttpFetcher fetcher = new HttpFetcher(limits, fetching.route())) {
        body = fetcher.fetch(address).body();
      }
      return Optional.of(new String(body, StandardCharsets.UTF_8));
    } catch (FetchException e) {
      reader.problem(MpJwtSetting.DECRYPT_KEY_LOCATION, String.valueOf(e.getMessage()));
    } catch (URISyntaxException e) {
      reader.wrong(MpJwtSetting.DECRYPT_KEY_LOCATION, MpJwtSetting.DECRYPT_KEY_LOCATION.form());
    }
    return Optional.empty();
  }
}
