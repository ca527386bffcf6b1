package dev.vouchgate.binding;

import dev.vouchgate.http.AddressRange;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the certificates of clients are: in the TLS connection itself, or where a proxy has ended
 * that, in a header of the proxy's.
 *
 * @param header the header; empty if there is no such proxy
 * @param proxies from which addresses the header is believed; anybody could send one
 */
public record ClientCertificates(Optional<String> header, List<AddressRange> proxies) {
  /** RFC 9440 §2.1; the colons are left away by some. */
  private static final Pattern DER = Pattern.compile(":?([A-Za-z0-9+/]+={0,2}):?");

  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----.*",
          Pattern.DOTALL);

  /** Copies what it is given. */
  public ClientCertificates {
    proxies = List.copyOf(proxies);
  }

  /**
   * Whether a request from there tells the client's certificate in the header, and only there: the
   * certificate of its connection would be the proxy's.
   *
   * @param address a literal IP address
   */
  public boolean isProxy(String address) {
    return header.isPresent() && proxies.stream().anyMatch(range -> range.contains(address));
  }

  /**
   * Reads the header's value: DER in base64, between colons as RFC 9440 has it or without, or PEM,
   * percent-encoded because it has line breaks.
   *
   * @param value as the proxy has sent it
   * @return the certificate in DER; empty if it is none of these
   */
  public static Optional<byte[]> parse(String value) {
    try {
      Matcher der = DER.matcher(value);
      if (der.matches()) {
        return found(Base64.getDecoder().decode(der.group(1)));
      }
      // A plus is one of base64's characters here, not a space.
      Matcher pem =
          PEM.matcher(URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8).strip());
      return pem.matches() ? found(Base64.getMimeDecoder().decode(pem.group(1))) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> found(byte[] der) {
    return Optional.of(der).filter(bytes -> bytes.length > 0);
  }
}
