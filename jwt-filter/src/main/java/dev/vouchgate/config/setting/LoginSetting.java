package dev.vouchgate.config.setting;

import org.jspecify.annotations.Nullable;

/** How people log in. */
public enum LoginSetting implements Setting {
  /** Where people log in. */
  PATH(
      "vouchgate.login.path",
      "path, such as /login",
      null,
      "Turns logging in on, there below the application's own path: a user's name and password,"
          + " which the application's identity stores know, for a token, in the body, or with"
          + " mp.jwt.token.header=Cookie in that cookie. Needs vouchgate.issue.issuer, and"
          + " mp-extension or a PasswordCheck of the application's own."),
  /** Whom the tokens of a login are for. */
  AUDIENCES(
      "vouchgate.login.audiences",
      "list of audiences without *",
      "those of mp.jwt.verify.audiences",
      "The audiences of a login's tokens."),
  /** How long a login lasts. */
  REFRESH(
      "vouchgate.login.refresh",
      "duration, 90 days at most",
      "8h",
      "How long a login can be renewed by refresh tokens, each of which is good once. 0 gives none.");

  private final Description description;

  LoginSetting(String text, String form, @Nullable String defaultValue, String meaning) {
    this.description = new Description(text, form, defaultValue, meaning);
  }

  @Override
  public Description description() {
    return description;
  }
}
