package dev.vouchgate.verify;

/**
 * A token within the text that it came in, which is remembered as it is: a token that was proven
 * before need not be copied out of its header.
 *
 * @param text what was sent, such as {@code Bearer eyJ…}; to its end it is the token
 * @param from where the token begins
 */
public record Credential(String text, int from) {
  private static final int TAIL = 16;

  /**
   * A token that came alone.
   *
   * @param compact the token, in compact serialization
   * @return the credential
   */
  public static Credential of(String compact) {
    return new Credential(compact, 0);
  }

  /** The token, in compact serialization. */
  public String compact() {
    return text.substring(from);
  }

  /** Told from others by all of it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Credential that && from == that.from && text.equals(that.text);
  }

  /** Of the tail, which is part of the signature: the rest of many tokens is the same. */
  @Override
  public int hashCode() {
    int length = text.length();
    int hash = length;
    for (int i = Math.max(0, length - TAIL); i < length; i++) {
      hash = 31 * hash + text.charAt(i);
    }
    return hash;
  }

  /** Names nothing of what must not be logged. */
  @Override
  public String toString() {
    return "Credential";
  }
}
