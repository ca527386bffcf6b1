package dev.vouchgate.issue;

import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A ring in a folder, which several processes may share: a file for each generation, of which the
 * last few stay. Sealed, for private keys are in them.
 */
final class RingFiles implements RingStore {
  private static final String PREFIX = "ring-";
  private static final int MAX_BYTES = 1 << 20;

  /** A reader has listed one and reads it while others write the next. */
  private static final int KEPT = 3;

  private final PrivateFolder folder;
  private final RingSeal seal;

  /**
   * Creates a store; nothing is read or written yet.
   *
   * @param folder where the files lie
   * @param seal keeps them secret
   */
  RingFiles(PrivateFolder folder, RingSeal seal) {
    this.folder = folder;
    this.seal = seal;
  }

  @Override
  public Generation read() throws IOException {
    for (int attempt = 0; attempt < KEPT; attempt++) {
      List<Long> numbers = numbers();
      if (numbers.isEmpty()) {
        return Generation.NONE;
      }
      Optional<byte[]> bytes = folder.read(name(numbers.get(0)), MAX_BYTES);
      if (bytes.isPresent()) {
        return new Generation(numbers.get(0), seal.open(bytes.get(), numbers.get(0)));
      }
    }
    throw new IOException("the files of " + folder + " change faster than they can be read");
  }

  @Override
  public boolean replace(Generation next) throws IOException {
    if (!folder.create(name(next.number()), seal.seal(next.ring(), next.number()))) {
      return false;
    }
    for (long old : numbers()) {
      if (old <= next.number() - KEPT) {
        folder.delete(name(old));
      }
    }
    return true;
  }

  private List<Long> numbers() throws IOException {
    return folder.names(PREFIX).stream()
        .map(name -> name.substring(PREFIX.length()))
        .filter(number -> number.matches("[1-9][0-9]{0,17}"))
        .map(Long::valueOf)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  private static String name(long number) {
    return PREFIX + number;
  }
}
