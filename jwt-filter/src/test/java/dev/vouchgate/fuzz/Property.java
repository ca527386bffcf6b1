package dev.vouchgate.fuzz;

import java.util.List;

/** What must hold of a parser for every input there is. */
interface Property {

  /** One of each. */
  static List<Property> all() {
    return List.of(
        new Base64UrlFuzzTest(),
        new StrictJsonFuzzTest(),
        new CompactJwsFuzzTest(),
        new CompactJweFuzzTest(),
        new JweDecrypterFuzzTest(),
        new JwkParserFuzzTest(),
        new PemParserFuzzTest(),
        new BearerTokenExtractorFuzzTest(),
        new JwtVerifierFuzzTest(),
        new HttpUriFuzzTest(),
        new ClientCertificatesFuzzTest(),
        new TokenRequestFuzzTest());
  }

  /**
   * Puts an input to the parser.
   *
   * @return whether the parser took it
   * @throws AssertionError if the property does not hold
   */
  boolean takes(byte[] input) throws Exception;
}
