package dev.vouchgate.filter;

import java.util.List;

/**
 * Who asks for credentials, and for which.
 *
 * @param name the realm that challenges name
 * @param bearer whether the scheme Bearer is offered (RFC 6750 §3)
 * @param dpopAlgorithms what proofs may be signed with; empty if the scheme DPoP is not offered
 *     (RFC 9449 §7.1)
 */
public record Realm(String name, boolean bearer, List<String> dpopAlgorithms) {

  /** Copies what it is given. */
  public Realm {
    dpopAlgorithms = List.copyOf(dpopAlgorithms);
  }

  /**
   * One that asks for bearer tokens only.
   *
   * @param name the realm that challenges name
   */
  public static Realm of(String name) {
    return new Realm(name, true, List.of());
  }

  /** The challenges without an error. */
  String challenges() {
    return challenges("", bearer);
  }

  /**
   * The challenges with an error.
   *
   * @param parameters of the error, each with a comma and a space before it
   * @param withBearer whether Bearer is offered beside DPoP
   */
  String challenges(String parameters, boolean withBearer) {
    String rest = " realm=\"" + name + "\"" + parameters;
    if (dpopAlgorithms.isEmpty()) {
      return "Bearer" + rest;
    }
    String dpop = "DPoP" + rest + ", algs=\"" + String.join(" ", dpopAlgorithms) + "\"";
    return withBearer ? "Bearer" + rest + ", " + dpop : dpop;
  }
}
