package dev.vouchgate.grant;

import dev.vouchgate.codec.JsonWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the token endpoint answers (RFC 6749 §5), for nobody to keep.
 *
 * @param status the HTTP status
 * @param headers besides the content's type
 * @param members of the JSON object
 */
public record TokenResponse(int status, Map<String, String> headers, Map<String, Object> members) {
  private static final int OK = 200;

  /**
   * What was asked for.
   *
   * @param members of the JSON object
   */
  public static TokenResponse of(Map<String, Object> members) {
    return new TokenResponse(OK, notToBeKept(), members);
  }

  /**
   * An error.
   *
   * @param error what the client is told
   * @param realm of the challenge that every 401 has
   */
  public static TokenResponse of(TokenError error, String realm) {
    Map<String, String> headers = notToBeKept();
    switch (error) {
      // To whoever used no header too: every 401 has one (RFC 9110 section 15.5.2).
      case INVALID_CLIENT -> headers.put("WWW-Authenticate", "Basic realm=\"" + realm + "\"");
      // Basic would make browsers ask for the password themselves.
      case INVALID_GRANT -> headers.put("WWW-Authenticate", "Bearer realm=\"" + realm + "\"");
      case TEMPORARILY_UNAVAILABLE -> headers.put("Retry-After", "5");
      case SLOW_DOWN -> headers.put("Retry-After", "60");
      default -> {}
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("error", error.code());
    members.put("error_description", error.description());
    return new TokenResponse(error.status(), headers, members);
  }

  private static Map<String, String> notToBeKept() {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Cache-Control", "no-store");
    headers.put("Pragma", "no-cache");
    return headers;
  }

  /** The body, in UTF-8. */
  public byte[] json() {
    return JsonWriter.object(members);
  }

  /** Without the token that it may have. */
  @Override
  public String toString() {
    return "TokenResponse " + status;
  }
}
