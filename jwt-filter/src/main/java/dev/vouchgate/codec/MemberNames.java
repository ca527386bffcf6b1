package dev.vouchgate.codec;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Names that the members of a document are likely to have, in the order in which they are likely to
 * come. Immutable.
 *
 * <p>An aid to {@link StrictJson} and nothing else: a name that it expects is read without a new
 * string. A document means the same with any names or none.
 */
public final class MemberNames {
  /** None are expected. */
  public static final MemberNames NONE = new MemberNames(new SerializedString[0]);

  /** More and longer ones are not remembered: an issuer may make up new ones for every token. */
  private static final int MOST = 64;

  private static final int LONGEST = 64;

  private final SerializedString[] names;

  private MemberNames(SerializedString[] names) {
    this.names = names;
  }

  /**
   * The same, and those of a document that are not among them.
   *
   * @param seen a document's names, in its order
   * @return these, if none of them is new, or there are many already
   */
  public MemberNames with(Collection<String> seen) {
    if (names.length >= MOST || hasAll(seen)) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(seen);
    for (SerializedString name : names) {
      all.add(name.getValue());
    }
    return new MemberNames(
        all.stream()
            .filter(name -> name.length() <= LONGEST)
            .limit(MOST)
            .map(SerializedString::new)
            .toArray(SerializedString[]::new));
  }

  /** The name at an index; null after the last. */
  @Nullable SerializedString at(int index) {
    return index < names.length ? names[index] : null;
  }

  /** The index after a name, which is likely to be at another; that other if it is nowhere. */
  int after(String name, int likely) {
    int found = indexOf(name, likely);
    return found < 0 ? likely : found + 1;
  }

  private boolean hasAll(Collection<String> seen) {
    int likely = 0;
    for (String name : seen) {
      int found = indexOf(name, likely);
      if (found < 0 && name.length() <= LONGEST) {
        return false;
      }
      likely = found + 1;
    }
    return true;
  }

  private int indexOf(String name, int likely) {
    if (likely < names.length && names[likely].getValue().equals(name)) {
      return likely;
    }
    for (int i = 0; i < names.length; i++) {
      if (names[i].getValue().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
