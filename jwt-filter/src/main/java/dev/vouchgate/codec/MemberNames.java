package dev.vouchgate.codec;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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
  private final Map<String, Integer> places = new HashMap<>();

  private MemberNames(SerializedString[] names) {
    this.names = names;
    for (int i = 0; i < names.length; i++) {
      places.put(names[i].getValue(), i);
    }
  }

  /**
   * The same, and those of a document that are not among them.
   *
   * @param document the members of one, in its order
   * @return these, if none of its names is new, or there are many already
   */
  public MemberNames with(Map<String, ?> document) {
    boolean read = document instanceof ExpectedMembers members && members.names() == this;
    if (read || names.length >= MOST || hasAll(document.keySet())) {
      return this;
    }
    Set<String> all = new LinkedHashSet<>(document.keySet());
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

  /** The text of the name at an index. */
  String name(int index) {
    return names[index].getValue();
  }

  /** How many there are. */
  int size() {
    return names.length;
  }

  /** The index of a name; less than zero if it is none of these. */
  int indexOf(Object name) {
    return places.getOrDefault(name, -1);
  }

  /** The same where it is likely to be at some index. */
  int indexOf(String name, int likely) {
    boolean asExpected = likely < names.length && names[likely].getValue().equals(name);
    return asExpected ? likely : indexOf(name);
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
}
