package dev.vouchgate.codec;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of a document whose names were all expected, in the order in which they came: values
 * alone, for the names are the same in the next document. Immutable.
 */
final class ExpectedMembers extends AbstractMap<String, @Nullable Object> {
  private static final Object NULL = new Object();

  private final MemberNames names;
  private final @Nullable Object[] values;
  private final int size;

  /**
   * Creates the members.
   *
   * @param names what was expected
   * @param values {@link #present} at the index of each name that is there, null elsewhere; not to
   *     be changed any more
   * @param size how many are there
   */
  ExpectedMembers(MemberNames names, @Nullable Object[] values, int size) {
    this.names = names;
    this.values = values;
    this.size = size;
  }

  /** A value, which may be null, as one that is there. */
  static Object present(@Nullable Object value) {
    return value == null ? NULL : value;
  }

  MemberNames names() {
    return names;
  }

  @Override
  public @Nullable Object get(@Nullable Object name) {
    Object value = value(name);
    return value == NULL ? null : value;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return value(name) != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, @Nullable Object>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  private @Nullable Object value(@Nullable Object name) {
    int place = name == null ? -1 : names.indexOf(name);
    return place < 0 ? null : values[place];
  }

  /** One after another; each is made when it is asked for. */
  private final class Entries implements Iterator<Map.Entry<String, @Nullable Object>> {
    private int next = after(0);

    @Override
    public boolean hasNext() {
      return next < values.length;
    }

    @Override
    public Map.Entry<String, @Nullable Object> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      String name = names.name(next);
      next = after(next + 1);
      return new SimpleImmutableEntry<>(name, get(name));
    }

    private int after(int from) {
      int place = from;
      while (place < values.length && values[place] == null) {
        place++;
      }
      return place;
    }
  }
}
