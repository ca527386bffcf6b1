package dev.vouchgate.config;

import dev.vouchgate.codec.Base64Url;
import dev.vouchgate.codec.CodecException;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.keys.DecryptionKeys;
import dev.vouchgate.keys.Discovery;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import dev.vouchgate.keys.SecretKeys;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads where keys come from; local ones are read here, so that a bad one stops the deployment. */
final class KeySettingsReader {
  private static final Duration FETCH_DEADLINE = Duration.ofSeconds(5);

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;

  KeySettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
  }

  boolean hasSecret() {
    return reader.text(Setting.SECRET).isPresent()
        || reader.text(Setting.SECRET_LOCATION).isPresent();
  }

  KeySettings read(String issuer, Set<JwsAlgorithm> algorithms) {
    onlyOneSource();
    HttpFetcher.Limits fetching =
        new HttpFetcher.Limits(
            FETCH_DEADLINE,
            reader.number(Setting.JWKS_MAX_BYTES, 1024, 16_777_216),
            reader.flag(Setting.JWKS_ALLOW_HTTP));
    Duration ttl =
        reader
            .duration(Setting.JWKS_TTL, Duration.ofMinutes(1), Duration.ofHours(1))
            .orElse(Duration.ofMinutes(10));
    KeyPolicy policy = new KeyPolicy(reader.flag(Setting.ALLOW_WEAK_RSA));
    return new KeySettings(
        fixed(policy, algorithms),
        address(issuer, fetching.allowHttp()),
        fetching,
        ttl,
        policy,
        decryption());
  }

  private void onlyOneSource() {
    long sources =
        Stream.of(
                Setting.PUBLIC_KEY,
                Setting.PUBLIC_KEY_LOCATION,
                Setting.SECRET,
                Setting.SECRET_LOCATION)
            .filter(setting -> reader.text(setting).isPresent())
            .count();
    if (sources > 1) {
      reader.problem(
          "mp.jwt.verify.publickey, mp.jwt.verify.publickey.location, vouchgate.secret,"
              + " vouchgate.secret.location: "
              + sources
              + " of them are set; expected at most one");
    }
  }

  private Optional<JwkSet> fixed(KeyPolicy policy, Set<JwsAlgorithm> algorithms) {
    if (hasSecret()) {
      return secret().flatMap(secret -> secretKeys(secret, algorithms));
    }
    Optional<String> inline = reader.text(Setting.PUBLIC_KEY);
    if (inline.isPresent()) {
      return publicKeys(Setting.PUBLIC_KEY, inline.get(), policy);
    }
    Optional<String> location = reader.text(Setting.PUBLIC_KEY_LOCATION);
    if (location.isEmpty() || KeyLocation.isRemote(location.get())) {
      return Optional.empty();
    }
    return local(Setting.PUBLIC_KEY_LOCATION, location.get())
        .flatMap(text -> publicKeys(Setting.PUBLIC_KEY_LOCATION, text, policy));
  }

  private Optional<JwkSet> publicKeys(Setting setting, String text, KeyPolicy policy) {
    try {
      return Optional.of(
          KeyDocument.parse(
              text,
              policy,
              skipped -> listener.keySkipped(new KeySkipped(setting.text(), skipped))));
    } catch (KeyFormatException e) {
      reader.problem(setting.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<byte[]> secret() {
    boolean inline = reader.text(Setting.SECRET).isPresent();
    Setting setting = inline ? Setting.SECRET : Setting.SECRET_LOCATION;
    Optional<String> text =
        inline
            ? reader.text(Setting.SECRET)
            : reader.text(Setting.SECRET_LOCATION).flatMap(place -> local(setting, place));
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(Base64Url.decode(text.get().strip()));
    } catch (CodecException e) {
      reader.problem(setting.text() + ": expected base64url without padding");
      return Optional.empty();
    }
  }

  private Optional<JwkSet> secretKeys(byte[] secret, Set<JwsAlgorithm> algorithms) {
    int longest = algorithms.stream().mapToInt(JwsAlgorithm::hashBits).max().orElse(0);
    if (secret.length * Byte.SIZE < longest) {
      reader.problem(
          "vouchgate.secret: has "
              + secret.length * Byte.SIZE
              + " bits; expected at least as many as the hash has, "
              + longest
              + " (RFC 7518 section 3.2)");
      return Optional.empty();
    }
    try {
      return Optional.of(SecretKeys.of(secret));
    } catch (KeyFormatException e) {
      reader.problem("vouchgate.secret: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<String> local(Setting setting, String location) {
    try {
      return Optional.of(KeyLocation.read(location, loader));
    } catch (IOException e) {
      reader.problem(setting.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private KeySetAddress address(String issuer, boolean allowHttp) {
    Optional<String> location =
        reader.text(Setting.PUBLIC_KEY_LOCATION).filter(KeyLocation::isRemote);
    boolean needed =
        location.isPresent()
            || (!hasSecret()
                && reader.text(Setting.PUBLIC_KEY).isEmpty()
                && reader.text(Setting.PUBLIC_KEY_LOCATION).isEmpty());
    Setting setting = location.isPresent() ? Setting.PUBLIC_KEY_LOCATION : Setting.ISSUER;
    if (needed && !isFetchable(location.orElse(issuer), allowHttp)) {
      reader.wrong(
          setting,
          "an https URL to fetch keys from (http only on loopback, or with"
              + " vouchgate.jwks.allow-http)");
      return new Discovery(issuer);
    }
    return location.isPresent()
        ? KeySetAddress.of(URI.create(location.get()))
        : new Discovery(issuer);
  }

  private static boolean isFetchable(String address, boolean allowHttp) {
    try {
      return FetchAddress.isAllowed(URI.create(address), allowHttp);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<DecryptionKeys> decryption() {
    Optional<String> location = reader.text(Setting.DECRYPT_KEY_LOCATION);
    if (location.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DecryptionKeys.parse(privateKeyText(location.get())));
    } catch (IOException | KeyFormatException e) {
      reader.problem(Setting.DECRYPT_KEY_LOCATION.text() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** A remote private key is fetched once, now: without it no token could be read at all. */
  private String privateKeyText(String location) throws IOException {
    if (!KeyLocation.isRemote(location)) {
      return KeyLocation.read(location, loader);
    }
    HttpFetcher.Limits limits =
        new HttpFetcher.Limits(FETCH_DEADLINE, 65_536, reader.flag(Setting.JWKS_ALLOW_HTTP));
    try (HttpFetcher fetcher = new HttpFetcher(limits)) {
      return new String(fetcher.fetch(URI.create(location)).body(), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IOException("not a URL that can be fetched", e);
    }
  }
}
