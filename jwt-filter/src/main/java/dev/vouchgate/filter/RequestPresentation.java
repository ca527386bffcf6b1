package dev.vouchgate.filter;

import dev.vouchgate.binding.ClientCertificates;
import dev.vouchgate.binding.Presentation;
import dev.vouchgate.endpoint.HeaderValues;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How a servlet request presents its token.
 *
 * @param request the request
 * @param isDpop whether by the scheme DPoP
 * @param certificates where the client's certificate is
 */
record RequestPresentation(
    HttpServletRequest request, boolean isDpop, Optional<ClientCertificates> certificates)
    implements Presentation {
  private static final String TLS = "jakarta.servlet.request.X509Certificate";

  @Override
  public List<String> proofs() {
    return HeaderValues.of(request, "DPoP");
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public String path() {
    String path = request.getRequestURI();
    String application = request.getContextPath();
    return path.startsWith(application) ? path.substring(application.length()) : path;
  }

  @Override
  public Optional<byte[]> certificate() {
    return certificates.filter(where -> where.isProxy(request.getRemoteAddr())).isPresent()
        ? ofProxy(HeaderValues.of(request, certificates.get().header().orElseThrow()))
        : ofConnection();
  }

  private static Optional<byte[]> ofProxy(List<String> values) {
    return values.size() == 1 ? ClientCertificates.parse(values.get(0)) : Optional.empty();
  }

  private Optional<byte[]> ofConnection() {
    if (!(request.getAttribute(TLS) instanceof X509Certificate[] chain) || chain.length == 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(chain[0].getEncoded());
    } catch (CertificateEncodingException e) {
      return Optional.empty();
    }
  }
}
