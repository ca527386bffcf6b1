package dev.vouchgate.config;

import java.util.List;

/**
 * Settings that cannot be worked with: stops the deployment, and names every wrong one at once.
 *
 * <p>Values of secrets are not in the message.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /**
   * Creates the exception.
   *
   * @param problems one line each: the setting's name, what it was, what it may be; not empty
   */
  public SettingsException(List<String> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  SettingsException(List<String> problems, Throwable cause) {
    super(message(problems), cause);
    this.problems = List.copyOf(problems);
  }

  /** The lines, one a wrong setting. */
  public List<String> problems() {
    return problems;
  }

  private static String message(List<String> problems) {
    return "Vouchgate cannot start: "
        + (problems.size() == 1 ? "1 setting is wrong" : problems.size() + " settings are wrong")
        + ".\n  - "
        + String.join("\n  - ", problems);
  }
}
