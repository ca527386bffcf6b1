package dev.vouchgate.it.issue.peers;

/** What a service asks of a library. */
public interface Verification {

  /**
   * The subject of a token.
   *
   * @throws Exception if the token is refused
   */
  String subjectOf(String compact) throws Exception;
}
