package dev.vouchgate.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code application/x-www-form-urlencoded}, as RFC 6749 appendix B has it. */
public final class FormFields {
  private FormFields() {}

  /**
   * Writes a form.
   *
   * @param fields by name
   * @return the form, in ASCII
   */
  static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /**
   * Writes one name or value.
   *
   * @param text any text
   * @return the text, in ASCII
   */
  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
