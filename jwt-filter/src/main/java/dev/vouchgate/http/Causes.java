package dev.vouchgate.http;

import java.net.ConnectException;
import java.nio.channels.UnresolvedAddressException;
import org.jspecify.annotations.Nullable;

/** Why something failed, in words: the platform often throws without any. */
final class Causes {
  private static final int MAX_DEPTH = 5;

  private Causes() {}

  static String of(Exception failure) {
    StringBuilder words = new StringBuilder();
    Throwable cause = failure.getCause();
    for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
      String said = words(cause);
      if (words.indexOf(said) < 0) {
        words.append(words.isEmpty() ? "" : ", ").append(said);
      }
      cause = cause.getCause();
    }
    return words.toString();
  }

  private static String words(Throwable cause) {
    if (cause instanceof UnresolvedAddressException) {
      return "its host is unknown";
    }
    @Nullable String message = cause.getMessage();
    if (cause instanceof ConnectException && message == null) {
      return "no connection";
    }
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
