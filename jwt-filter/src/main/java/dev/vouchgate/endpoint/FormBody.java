package dev.vouchgate.endpoint;

import dev.vouchgate.grant.TokenError;
import dev.vouchgate.grant.TokenRefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads forms that hold secrets: only what came in a way that nobody could listen to, and wholly in
 * the body.
 *
 * @param transport what that way is
 * @param maxLength bytes of a form, at most
 */
record FormBody(ProtectedTransport transport, int maxLength) {
  private static final Pattern TYPE =
      Pattern.compile(
          "application/x-www-form-urlencoded\\s*(;\\s*charset=\"?utf-8\"?\\s*)?",
          Pattern.CASE_INSENSITIVE);

  /**
   * The body of a request.
   *
   * @throws TokenRefusedException {@code INVALID_REQUEST} if it is none to be read
   */
  byte[] of(HttpServletRequest request) throws IOException, TokenRefusedException {
    checkTransport(request);
    String query = request.getQueryString();
    if (query != null && !query.isEmpty()) {
      throw refused("parameters in the address, which is logged; expected all in the body");
    }
    String type = request.getContentType();
    if (type == null || !TYPE.matcher(type.trim()).matches()) {
      throw refused("the content type; expected application/x-www-form-urlencoded in UTF-8");
    }
    if (request.getContentLengthLong() > maxLength) {
      throw refused("over " + maxLength + " bytes");
    }
    byte[] body = request.getInputStream().readNBytes(maxLength + 1);
    if (body.length > maxLength) {
      throw refused("over " + maxLength + " bytes");
    }
    return body;
  }

  /** Refuses what others may have read on its way. */
  void checkTransport(HttpServletRequest request) throws TokenRefusedException {
    if (!transport.isOf(request)) {
      throw refused(
          "plain http from another machine, so that others may have read it; expected https, and of"
              + " a proxy that ends it X-Forwarded-Proto and vouchgate.issue.token-proxies");
    }
  }

  private static TokenRefusedException refused(String reason) {
    return new TokenRefusedException(TokenError.INVALID_REQUEST, reason);
  }
}
