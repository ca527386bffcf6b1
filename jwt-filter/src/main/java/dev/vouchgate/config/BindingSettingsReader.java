package dev.vouchgate.config;

import dev.vouchgate.binding.BindingPolicy;
import dev.vouchgate.binding.ClientCertificates;
import dev.vouchgate.binding.DpopNonces;
import dev.vouchgate.binding.DpopPolicy;
import dev.vouchgate.binding.HttpUri;
import dev.vouchgate.config.setting.BindingSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.http.AddressRange;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.KeyType;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how bound tokens are proven. */
final class BindingSettingsReader {
  private static final int SECRET_LENGTH = 32;

  private final SettingsReader reader;

  BindingSettingsReader(SettingsReader reader) {
    this.reader = reader;
  }

  BindingPolicy read() {
    List<String> methods = reader.list(BindingSetting.METHODS);
    if (!Set.of("dpop", "mtls").containsAll(methods)) {
      reader.wrong(BindingSetting.METHODS, BindingSetting.METHODS.form());
    }
    boolean required = reader.flag(BindingSetting.REQUIRED);
    if (required && methods.isEmpty()) {
      reader.wrong(
          BindingSetting.METHODS, "dpop, mtls or both, as vouchgate.binding.required is true");
    }
    // All is read whatever is used: what is wrong is told before it matters.
    DpopPolicy dpop = dpop(methods.contains("dpop"));
    ClientCertificates certificates = certificates();
    return new BindingPolicy(
        methods.contains("dpop") ? Optional.of(dpop) : Optional.empty(),
        methods.contains("mtls") ? Optional.of(certificates) : Optional.empty(),
        required);
  }

  private DpopPolicy dpop(boolean used) {
    if (used
        && reader.text(MpJwtSetting.TOKEN_HEADER).filter("Cookie"::equalsIgnoreCase).isPresent()) {
      reader.wrong(MpJwtSetting.TOKEN_HEADER, "Authorization, as vouchgate.binding names dpop");
    }
    return new DpopPolicy(
        List.copyOf(bases(used)),
        reader.named(
            BindingSetting.DPOP_ALGORITHMS,
            reader.list(BindingSetting.DPOP_ALGORITHMS),
            name -> JwsAlgorithm.named(name).filter(alg -> alg.keyType() != KeyType.OCT),
            "some of " + BindingSetting.DPOP_ALGORITHMS.defaultValue().orElseThrow()),
        reader
            .duration(BindingSetting.DPOP_WINDOW, Duration.ofSeconds(1), Duration.ofMinutes(10))
            .orElse(Duration.ZERO),
        reader.number(BindingSetting.DPOP_MAX_PROOFS, 1_000, 10_000_000),
        nonces());
  }

  private Set<HttpUri> bases(boolean used) {
    List<String> texts = reader.list(BindingSetting.DPOP_BASE_URL);
    return texts.isEmpty() && !used
        ? Set.of()
        : reader.named(
            BindingSetting.DPOP_BASE_URL,
            texts,
            text -> HttpUri.parse(text).filter(base -> !text.matches(".*[?#].*")),
            "where clients reach the application, such as https://api.example.com/shop");
  }

  private Optional<DpopNonces> nonces() {
    Optional<byte[]> secret = reader.text(BindingSetting.DPOP_NONCE_SECRET).map(this::secret);
    return reader.flag(BindingSetting.DPOP_NONCE)
        ? Optional.of(new DpopNonces(secret.orElseGet(BindingSettingsReader::random)))
        : Optional.empty();
  }

  private byte[] secret(String text) {
    return SecretText.bytes(text)
        .filter(secret -> secret.length >= SECRET_LENGTH)
        .orElseGet(
            () -> {
              reader.wrong(
                  BindingSetting.DPOP_NONCE_SECRET, BindingSetting.DPOP_NONCE_SECRET.form());
              return random();
            });
  }

  private static byte[] random() {
    byte[] secret = new byte[SECRET_LENGTH];
    new SecureRandom().nextBytes(secret);
    return secret;
  }

  private ClientCertificates certificates() {
    Optional<String> header = reader.text(BindingSetting.MTLS_HEADER);
    if (header
        .filter(name -> !RequestSettingsReader.HTTP_TOKEN.matcher(name).matches())
        .isPresent()) {
      reader.wrong(BindingSetting.MTLS_HEADER, "the name of a header (RFC 9110 section 5.1)");
    }
    List<String> proxies = reader.list(BindingSetting.MTLS_PROXIES);
    Set<AddressRange> ranges =
        proxies.isEmpty() && header.isEmpty()
            ? Set.of()
            : reader.named(
                BindingSetting.MTLS_PROXIES,
                proxies,
                AddressRange::parse,
                "the addresses of the proxies that vouchgate.mtls.header is believed of, such as"
                    + " 10.0.0.0/8");
    return new ClientCertificates(header, List.copyOf(ranges));
  }
}
