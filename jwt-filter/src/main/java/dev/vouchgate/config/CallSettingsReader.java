package dev.vouchgate.config;

import dev.vouchgate.client.CallPolicy;
import dev.vouchgate.client.CallPolicy.TokenOrigin;
import dev.vouchgate.client.ClientCredential;
import dev.vouchgate.config.CallSettings.Endpoint;
import dev.vouchgate.config.setting.CallSetting;
import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.http.HttpFetcher;
import dev.vouchgate.jws.JwsAlgorithm;
import dev.vouchgate.jws.JwsSigner;
import dev.vouchgate.keys.GivenKey;
import dev.vouchgate.keys.GivenKeys;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.PrivateFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads how other services are called. */
final class CallSettingsReader {
  private static final int MAX_BYTES = 65_536;
  private static final List<Setting> CREDENTIALS =
      List.of(
          CallSetting.CLIENT_SECRET,
          CallSetting.CLIENT_SECRET_LOCATION,
          CallSetting.CLIENT_KEY_LOCATION);

  private final SettingsReader reader;
  private final LocationReader locations;

  CallSettingsReader(SettingsReader reader, ClassLoader loader) {
    this.reader = reader;
    this.locations = new LocationReader(reader, loader);
  }

  CallSettings read() {
    Optional<Endpoint> endpoint = endpoint();
    Map<String, CallPolicy> services = new TreeMap<>();
    for (String service :
        reader.parts(
            CallSetting.FROM, CallSetting.AUDIENCE, CallSetting.SCOPE, CallSetting.ROLES)) {
      services.put(service, service(service));
    }
    return new CallSettings(services, endpoint, subject());
  }

  private CallPolicy service(String name) {
    String audience = reader.text(CallSetting.AUDIENCE, name).orElse(name);
    if (audience.contains("*")) {
      reader.wrong(CallSetting.AUDIENCE, name, "one service's name, without *");
    }
    Optional<String> scope = reader.text(CallSetting.SCOPE, name);
    List<String> roles =
        SettingsReader.split(reader.text(CallSetting.ROLES, name).orElse("")).stream().toList();
    TokenOrigin origin = origin(name);
    if (origin == TokenOrigin.CALLER && scope.isPresent()) {
      reader.wrong(
          CallSetting.SCOPE, name, "none: the caller's own token is sent on as it has come");
    }
    if (origin != TokenOrigin.SELF && reader.text(CallSetting.ROLES, name).isPresent()) {
      reader.wrong(CallSetting.ROLES, name, "none: only tokens that we sign get roles from us");
    }
    return new CallPolicy(audience, origin, scope, roles);
  }

  private TokenOrigin origin(String service) {
    boolean hasEndpoint = reader.text(CallSetting.TOKEN_ENDPOINT).isPresent();
    TokenOrigin usual = CallSettings.usualOrigin(hasEndpoint);
    Optional<String> text = reader.text(CallSetting.FROM, service);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.get().equals("sts") && !hasEndpoint) {
      reader.wrong(CallSetting.FROM, service, "vouchgate.call.token-endpoint beside it, or self");
    }
    if (text.get().equals("self") && !IssueSettingsReader.isOn(reader)) {
      reader.wrong(CallSetting.FROM, service, "vouchgate.issue.issuer beside it, or sts");
    }
    return switch (text.get()) {
      case "self" -> TokenOrigin.SELF;
      case "sts" -> TokenOrigin.STS;
      case "caller" -> TokenOrigin.CALLER;
      default -> {
        reader.wrong(CallSetting.FROM, service, CallSetting.FROM.form());
        yield usual;
      }
    };
  }

  private String subject() {
    return reader
        .text(CallSetting.SUBJECT)
        .or(() -> reader.list(MpJwtSetting.AUDIENCES).stream().findFirst())
        .or(() -> reader.text(IssueSetting.ISSUER))
        .orElse("");
  }

  private Optional<Endpoint> endpoint() {
    Optional<URI> address = reader.text(CallSetting.TOKEN_ENDPOINT).flatMap(this::address);
    if (reader.text(CallSetting.TOKEN_ENDPOINT).isEmpty()) {
      CREDENTIALS.forEach(this::requireNone);
      requireNone(CallSetting.CLIENT_ID);
      return Optional.empty();
    }
    Optional<String> clientId = reader.text(CallSetting.CLIENT_ID);
    if (clientId.isEmpty()) {
      reader.wrong(CallSetting.CLIENT_ID, "our name at the token endpoint");
    }
    Optional<ConfiguredKeys<ClientCredential>> client = client(clientId.orElse(""));
    FetchSettings fetching = new FetchSettingsReader(reader, locations).read(Optional.empty());
    HttpFetcher.Limits limits =
        new HttpFetcher.Limits(fetching.limits().deadline(), MAX_BYTES, false);
    return address.isEmpty() || client.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Endpoint(
                address.get(), client.get(), new FetchSettings.Client(limits, fetching.route())));
  }

  private void requireNone(Setting setting) {
    if (reader.text(setting).isPresent()) {
      reader.wrong(setting, "vouchgate.call.token-endpoint beside it");
    }
  }

  private Optional<URI> address(String text) {
    try {
      URI address = new URI(text);
      if (FetchAddress.isAllowed(address, false) && address.getRawFragment() == null) {
        return Optional.of(address);
      }
    } catch (URISyntaxException e) {
      // Told below, as for any other text that is no such address.
    }
    reader.wrong(CallSetting.TOKEN_ENDPOINT, CallSetting.TOKEN_ENDPOINT.form());
    return Optional.empty();
  }

  private Optional<ConfiguredKeys<ClientCredential>> client(String clientId) {
    List<Setting> set =
        CREDENTIALS.stream().filter(setting -> reader.text(setting).isPresent()).toList();
    if (set.size() != 1) {
      reader.problem(
          "vouchgate.call.client-secret, vouchgate.call.client-secret.location,"
              + " vouchgate.call.client-key.location: "
              + set.size()
              + " of them are set; expected one beside vouchgate.call.token-endpoint");
      return Optional.empty();
    }
    Setting setting = set.get(0);
    String text = reader.text(setting).orElseThrow();
    ConfiguredKeysReader configured = new ConfiguredKeysReader(reader, locations);
    if (setting == CallSetting.CLIENT_SECRET) {
      return configured.inline(setting, text, secret -> secret(clientId, secret));
    }
    if (!isPrivate(setting, text)) {
      return Optional.empty();
    }
    return setting == CallSetting.CLIENT_SECRET_LOCATION
        ? configured.located(setting, text, secret -> secret(clientId, secret))
        : configured.located(setting, text, key -> privateKey(clientId, key));
  }

  /** What is on the class path is the archive's to keep. */
  private boolean isPrivate(Setting setting, String location) {
    try {
      Optional<Path> file = KeyLocation.file(location);
      if (file.isPresent()) {
        PrivateFile.requirePrivate(file.get());
      }
      return true;
    } catch (IOException e) {
      reader.problem(setting, String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static ClientCredential privateKey(String clientId, String text)
      throws KeyFormatException {
    GivenKey key =
        new GivenKeys(JwsAlgorithm.RS256)
            .read(text.getBytes(StandardCharsets.UTF_8), Optional.empty())
            .get(0);
    return new ClientCredential.PrivateKeyJwt(
        clientId, key.keyId(), new JwsSigner(key.algorithm(), key.privateKey()));
  }

  private static ClientCredential secret(String clientId, String text) throws KeyFormatException {
    String secret = text.strip();
    if (secret.isEmpty()) {
      throw new KeyFormatException("expected a secret, and it is blank");
    }
    return new ClientCredential.Secret(clientId, secret);
  }
}
