package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.issue.IssuePolicy;
import dev.vouchgate.issue.RotationPolicy;
import dev.vouchgate.issue.SigningKeyRing;
import dev.vouchgate.jwe.JweEncrypter;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import dev.vouchgate.observe.GateListener;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads how this application issues tokens, if it does. */
final class IssueSettingsReader {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  /** What verifiers usually allow for clocks that differ. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  /** Verifiers read key sets up to a size, and so do we. */
  private static final int MOST_KEYS = 256;

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;

  IssueSettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
  }

  /** Whether tokens are issued. */
  static boolean isOn(SettingsReader reader) {
    return reader.text(IssueSetting.ISSUER).isPresent();
  }

  /** Whether the trusted issuer is ourselves: then nobody need tell where the keys are. */
  static boolean isOurselves(SettingsReader reader) {
    return isOn(reader)
        && reader.text(IssueSetting.ISSUER).equals(reader.text(MpJwtSetting.ISSUER))
        && !reader.text(IssueSetting.TRUST).equals(Optional.of("false"));
  }

  /** Empty if no tokens are issued; what else is set for it is looked at in any case. */
  Optional<IssueSettings> read() {
    Optional<String> issuer = reader.text(IssueSetting.ISSUER);
    Duration longest = duration(IssueSetting.LIFETIME_LONGEST, MONTH);
    Duration lifetime = duration(IssueSetting.LIFETIME, MONTH);
    RotationPolicy rotation = rotation(longest);
    Optional<URI> baseUrl = baseUrl(issuer);
    boolean trusted = reader.text(IssueSetting.TRUST).isEmpty() || reader.flag(IssueSetting.TRUST);
    if (lifetime.compareTo(longest) > 0) {
      reader.wrong(
          IssueSetting.LIFETIME,
          "a duration not above " + IssueSetting.LIFETIME_LONGEST.text() + " (" + longest + ")");
      lifetime = longest;
    }
    Optional<Function<InstantSource, SigningKeyRing>> ring =
        new IssueKeysReader(reader).read(rotation);
    Optional<JweEncrypter> recipient = new RecipientReader(reader, loader).read();
    if (issuer.isEmpty()) {
      if (isMeant()) {
        reader.wrong(IssueSetting.ISSUER, "the name that tokens are issued by");
      }
      return Optional.empty();
    }
    IssuePolicy policy = new IssuePolicy(issuer.get(), lifetime, longest);
    return ring.map(
        keys ->
            new IssueSettings(
                policy,
                keys,
                baseUrl,
                recipient,
                Optional.of(new IssuerSettingsReader(reader, loader, listener))
                    .filter(any -> trusted)
                    .map(terms -> terms.own(issuer.get()))));
  }

  private RotationPolicy rotation(Duration longest) {
    Duration interval = duration(IssueSetting.ROTATION, TEN_YEARS);
    Duration ahead = duration(IssueSetting.PUBLISH_AHEAD, MONTH);
    Duration retention = longest.plus(SKEW);
    if (ahead.plus(retention).dividedBy(interval) > MOST_KEYS) {
      reader.problem(
          IssueSetting.ROTATION,
          "a new key every "
              + interval
              + ", published "
              + ahead
              + " before it signs and "
              + retention
              + " after, makes over "
              + MOST_KEYS
              + " keys at a time; expected a longer rotation, or a shorter "
              + IssueSetting.PUBLISH_AHEAD.text());
    }
    return new RotationPolicy(algorithm(), interval, ahead, retention);
  }

  private JwsAlgorithm algorithm() {
    String name =
        reader.text(IssueSetting.ALGORITHM).or(IssueSetting.ALGORITHM::defaultValue).orElseThrow();
    return reader
        .named(
            IssueSetting.ALGORITHM,
            List.of(name),
            text -> JwsAlgorithm.named(text).filter(alg -> alg.keyType() != KeyType.OCT),
            IssueSetting.ALGORITHM.form())
        .stream()
        .findFirst()
        .orElse(JwsAlgorithm.ES256);
  }

  private Optional<URI> baseUrl(Optional<String> issuer) {
    Optional<String> text = reader.text(IssueSetting.BASE_URL);
    Optional<URI> url = text.or(() -> issuer).flatMap(IssueSettingsReader::root);
    if (text.isPresent() && url.isEmpty()) {
      reader.wrong(
          IssueSetting.BASE_URL,
          "the http or https URL of the application's root, such as https://api.example.com/shop");
    }
    return url;
  }

  /** Paths are put after it: without slashes at its end. */
  private static Optional<URI> root(String text) {
    try {
      URI uri = URI.create(text.replaceFirst("/+$", ""));
      boolean web =
          "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
      return web
              && uri.getHost() != null
              && uri.getRawUserInfo() == null
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
          ? Optional.of(uri)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isMeant() {
    return Stream.of(
            IssueSetting.BASE_URL,
            IssueSetting.KEYS_FOLDER,
            IssueSetting.KEYS_SECRET,
            IssueSetting.KEYS_SECRET_LOCATION,
            IssueSetting.KEYS_LOCATION,
            IssueSetting.KEYS_PASSWORD,
            IssueSetting.KEYS_PASSWORD_LOCATION,
            IssueSetting.ENCRYPT_KEY_LOCATION)
        .anyMatch(setting -> reader.text(setting).isPresent());
  }

  private Duration duration(Setting setting, Duration most) {
    return reader
        .duration(setting, SHORTEST, most)
        .or(() -> setting.defaultValue().flatMap(DurationText::parse))
        .orElseThrow();
  }
}
