package dev.vouchgate.config;

import dev.vouchgate.config.setting.IssueSetting;
import dev.vouchgate.config.setting.LoginSetting;
import dev.vouchgate.config.setting.MpJwtSetting;
import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads whether and how people log in. */
final class LoginSettingsReader {
  private static final Duration LONGEST = Duration.ofDays(90);

  private final SettingsReader reader;
  private final ServedPathReader served;

  LoginSettingsReader(SettingsReader reader) {
    this.reader = reader;
    this.served = new ServedPathReader(reader);
  }

  /**
   * Empty if nobody does.
   *
   * @param cookie the cookie that carries tokens; empty if the Authorization header does
   */
  Optional<LoginSettings> read(Optional<String> cookie) {
    Optional<String> path = reader.text(LoginSetting.PATH);
    Duration lifetime =
        reader.duration(LoginSetting.REFRESH, Duration.ZERO, LONGEST).orElse(Duration.ZERO);
    List<String> audiences =
        reader.text(LoginSetting.AUDIENCES).isPresent()
            ? reader.list(LoginSetting.AUDIENCES)
            : reader.list(MpJwtSetting.AUDIENCES);
    if (path.isEmpty()) {
      return Optional.empty();
    }
    if (!served.isPath(path.get())) {
      reader.wrong(LoginSetting.PATH, "where people log in, such as /login");
    }
    if (reader.text(IssueSetting.ISSUER).isEmpty()) {
      reader.wrong(IssueSetting.ISSUER, "the name that tokens are issued by");
    }
    if (audiences.isEmpty() || audiences.stream().anyMatch(name -> name.contains("*"))) {
      reader.wrong(LoginSetting.AUDIENCES, "who is to accept the tokens, without *");
    }
    checkCookie(cookie);
    Optional<PrivateFolder> folder = reader.text(IssueSetting.KEYS_FOLDER).flatMap(this::folder);
    return Optional.of(
        new LoginSettings(path.get(), served.proxies(), audiences, lifetime, folder));
  }

  /** What we set ourselves is never one that another host of the site can set too. */
  private void checkCookie(Optional<String> cookie) {
    if (cookie.filter(name -> !name.startsWith("__Host-")).isPresent()) {
      reader.wrong(
          MpJwtSetting.TOKEN_COOKIE,
          "a name that begins with __Host-, for the cookie that "
              + LoginSetting.PATH.text()
              + " sets");
    }
  }

  /** Beside the ring, which is looked through every few seconds. */
  private Optional<PrivateFolder> folder(String keys) {
    try {
      return Optional.of(PrivateFolder.open(Path.of(keys).resolve("logins")));
    } catch (IOException | InvalidPathException e) {
      reader.problem(IssueSetting.KEYS_FOLDER, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
