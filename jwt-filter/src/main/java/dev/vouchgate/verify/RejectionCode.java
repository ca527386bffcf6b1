package dev.vouchgate.verify;

import java.util.Locale;
import java.util.regex.Pattern;

/** The stable codes of {@link Rejection}: each record's name in snake case, made once a record. */
final class RejectionCode {
  private static final Pattern WORD_END = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private static final ClassValue<String> CODES =
      new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> kind) {
          return WORD_END.matcher(kind.getSimpleName()).replaceAll("_").toLowerCase(Locale.ROOT);
        }
      };

  private RejectionCode() {}

  static String of(Class<? extends Rejection> kind) {
    return CODES.get(kind);
  }
}
