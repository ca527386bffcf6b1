package dev.vouchgate.config;

import dev.vouchgate.config.setting.GrantSetting;
import dev.vouchgate.config.setting.KeySetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.config.setting.Setting;
import dev.vouchgate.grant.ApiKey;
import dev.vouchgate.grant.Client;
import dev.vouchgate.grant.PasswordHash;
import dev.vouchgate.http.FetchAddress;
import dev.vouchgate.keys.JwkSet;
import dev.vouchgate.keys.KeyDocument;
import dev.vouchgate.keys.KeyFile;
import dev.vouchgate.keys.KeyFormatException;
import dev.vouchgate.keys.KeyLocation;
import dev.vouchgate.keys.KeyPolicy;
import dev.vouchgate.keys.KeySetAddress;
import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.KeySkipped;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads what is set for one client of the token endpoint. */
final class ClientSettingsReader {
  /** What an environment variable can say, and what needs no encoding anywhere. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** RFC 6749 §3.3. */
  private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private static final Duration LONGEST = Duration.ofDays(30);

  private final SettingsReader reader;
  private final ClassLoader loader;
  private final GateListener listener;
  private final FetchSettingsReader fetches;

  ClientSettingsReader(SettingsReader reader, ClassLoader loader, GateListener listener) {
    this.reader = reader;
    this.loader = loader;
    this.listener = listener;
    this.fetches = new FetchSettingsReader(reader, new LocationReader(reader, loader));
  }

  /** Empty if it has no usable name; what is wrong has been noted. */
  Optional<ClientSettings> read(String name) {
    if (!NAME.matcher(name).matches()) {
      reader.problem(
          "vouchgate.issue.client."
              + name
              + ": expected a client's name of small letters, digits, hyphens and underscores");
      return Optional.empty();
    }
    if (Set.of(GrantSetting.CLIENT_SECRET, GrantSetting.CLIENT_API_KEY, GrantSetting.CLIENT_KEYS)
        .stream()
        .allMatch(setting -> reader.text(setting, name).isEmpty())) {
      reader.wrong(
          GrantSetting.CLIENT_SECRET, name, "a credential: secret, api-key or keys of the client");
    }
    return Optional.of(
        new ClientSettings(
            name,
            one(GrantSetting.CLIENT_SECRET, name, PasswordHash::parse),
            one(GrantSetting.CLIENT_API_KEY, name, ApiKey.Hash::parse),
            reader.text(GrantSetting.CLIENT_KEYS, name).flatMap(text -> keys(name, text)),
            rights(name)));
  }

  private Client.Rights rights(String name) {
    List<String> audiences =
        list(GrantSetting.CLIENT_AUDIENCES, name, audience -> !audience.contains("*"));
    if (audiences.isEmpty()) {
      reader.wrong(GrantSetting.CLIENT_AUDIENCES, name, GrantSetting.CLIENT_AUDIENCES.form());
    }
    List<String> exchange = list(GrantSetting.CLIENT_EXCHANGE, name, audience -> true);
    List<String> accepted = reader.list(MpJwtSetting.AUDIENCES);
    if (!accepted.isEmpty() && !new HashSet<>(accepted).containsAll(exchange)) {
      reader.wrong(
          GrantSetting.CLIENT_EXCHANGE,
          name,
          "some of "
              + MpJwtSetting.AUDIENCES.text()
              + ", for tokens for others are refused anyway");
    }
    return new Client.Rights(
        audiences,
        list(GrantSetting.CLIENT_SCOPES, name, scope -> SCOPE.matcher(scope).matches()),
        Set.copyOf(list(GrantSetting.CLIENT_ROLES, name, role -> true)),
        Set.copyOf(exchange),
        one(
            GrantSetting.CLIENT_LIFETIME,
            name,
            text ->
                DurationText.parse(text)
                    .filter(time -> time.toSeconds() >= 1 && time.compareTo(LONGEST) <= 0)));
  }

  private <T> Optional<T> one(Setting setting, String name, Function<String, Optional<T>> form) {
    Optional<String> text = reader.text(setting, name);
    Optional<T> found = text.flatMap(form);
    if (text.isPresent() && found.isEmpty()) {
      reader.wrong(setting, name, setting.form());
    }
    return found;
  }

  private List<String> list(Setting setting, String name, Predicate<String> form) {
    Optional<String> text = reader.text(setting, name);
    List<String> list =
        text.map(SettingsReader::split).orElse(List.of()).stream().distinct().toList();
    if (text.isPresent() && (list.isEmpty() || !list.stream().allMatch(form))) {
      reader.wrong(setting, name, setting.form());
      return List.of();
    }
    return list;
  }

  private Optional<KeySettings> keys(String name, String text) {
    KeyPolicy policy = new KeyPolicy(reader.flag(KeySetting.ALLOW_WEAK_RSA));
    FetchSettings fetching = fetches.read(Optional.empty());
    try {
      if (KeyLocation.isRemote(text)) {
        return Optional.of(
            new KeySettings(Optional.empty(), Optional.of(address(text)), fetching, policy));
      }
      return Optional.of(
          new KeySettings(
              Optional.of(configured("the client " + name, text, policy)),
              Optional.empty(),
              fetching,
              policy));
    } catch (KeyFormatException e) {
      reader.problem(
          new SettingName(GrantSetting.CLIENT_KEYS.text()).with(name)
              + ": was (hidden); "
              + e.getMessage());
    } catch (IOException | IllegalArgumentException e) {
      // What it says has the text in it, which may be a key in the wrong place.
      reader.wrong(
          GrantSetting.CLIENT_KEYS, name, GrantSetting.CLIENT_KEYS.form() + " that can be read");
    }
    return Optional.empty();
  }

  private ConfiguredKeys<JwkSet> configured(String source, String text, KeyPolicy policy)
      throws IOException, KeyFormatException {
    KeyFile.Format<JwkSet> format =
        keys ->
            KeyDocument.parse(
                keys, policy, skipped -> listener.keySkipped(new KeySkipped(source, skipped)));
    boolean inline = text.startsWith("{") || text.contains("-----BEGIN");
    // Asked first: what is read must not be older than what is watched.
    Optional<KeyFile<JwkSet>> file =
        inline ? Optional.empty() : KeyLocation.file(text).map(path -> new KeyFile<>(path, format));
    String keys = inline ? text : KeyLocation.read(text, loader);
    return new ConfiguredKeys<>(source, keys, format.keys(keys), file);
  }

  private KeySetAddress address(String text) {
    URI uri = URI.create(text);
    if (!FetchAddress.isAllowed(uri, fetches.allowsHttp())) {
      throw new IllegalArgumentException("expected https, or http of this machine");
    }
    return KeySetAddress.of(uri);
  }
}
