package dev.vouchgate.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder in which nobody but this process's user can put anything: what is read from it is what
 * was written to it. Where files have no POSIX permissions that rests on the folder's own.
 */
public final class PrivateFolder {
  private static final Set<PosixFilePermission> FOREIGN_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path path;
  private final boolean posix;

  private PrivateFolder(Path path, boolean posix) {
    this.path = path;
    this.posix = posix;
  }

  /**
   * Opens a folder, and creates it if it is not there.
   *
   * @param path where it is
   * @return the folder
   * @throws IOException if it cannot be created or written to, belongs to somebody else, or others
   *     may write to it
   */
  public static PrivateFolder open(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path, permissions(posix, "rwx------"));
    }
    PrivateFolder folder = new PrivateFolder(path.toRealPath(), posix);
    Path probe = folder.newFile();
    try {
      if (posix) {
        checkPrivate(folder.path, owner(probe));
      }
    } finally {
      Files.deleteIfExists(probe);
    }
    return folder;
  }

  /**
   * Reads a file.
   *
   * @param name its name
   * @param maxBytes how long it may be
   * @return its bytes; empty if there is none of that name
   * @throws IOException if it cannot be read, is longer, or others may have written to it
   */
  public Optional<byte[]> read(String name, int maxBytes) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return Optional.of(bytes(file, maxBytes));
    } catch (NoSuchFileException e) {
      // Somebody has taken it away since.
      return Optional.empty();
    }
  }

  private byte[] bytes(Path file, int maxBytes) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isRegularFile()) {
      throw new FileSystemException(file.toString(), null, "it is no regular file");
    }
    if (posix) {
      checkPrivate(path, owner(path));
      checkPrivate(file, owner(path));
    }
    try (InputStream stream = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = stream.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new FileSystemException(
            file.toString(), null, "it has more than " + maxBytes + " bytes");
      }
      return bytes;
    }
  }

  /** Puts a file in place as a whole: whoever reads it meets the old one or the new one. */
  void write(String name, byte[] bytes) throws IOException {
    Path fresh = newFile();
    try {
      Files.write(fresh, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      Files.move(
          fresh,
          path.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException e) {
      // The name of the fresh file differs each time, and would make each failure look new.
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new FileSystemException(path.resolve(name).toString(), null, reason);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Puts a file in place as a whole, unless there is one of that name: of several who do it at the
   * same time, in whatever process, one succeeds.
   *
   * @param name its name
   * @param bytes what it is to hold; nobody but its owner may read it
   * @return false if there is one
   * @throws IOException if it cannot be written, or the file system has no hard links
   */
  public boolean create(String name, byte[] bytes) throws IOException {
    Path fresh = newFile();
    try {
      Files.write(fresh, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      Files.createLink(path.resolve(name), fresh);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (UnsupportedOperationException e) {
      throw new FileSystemException(
          path.toString(), null, "its file system has no hard links; expected one that has");
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** The names of its files that begin with a word, in no order. */
  public List<String> names(String prefix) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith(prefix))
          .toList();
    }
  }

  /** Takes a file away; it need not be there. */
  public void delete(String name) throws IOException {
    Files.deleteIfExists(path.resolve(name));
  }

  private Path newFile() throws IOException {
    return Files.createTempFile(path, "new", ".tmp", permissions(posix, "rw-------"));
  }

  private static FileAttribute<?>[] permissions(boolean posix, String text) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))
        }
        : new FileAttribute<?>[0];
  }

  static void checkPrivate(Path path, UserPrincipal owner) throws IOException {
    PosixFileAttributes attributes =
        Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!attributes.owner().equals(owner)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "it belongs to " + attributes.owner().getName() + ", not to " + owner.getName());
    }
    if (attributes.permissions().stream().anyMatch(FOREIGN_WRITE::contains)) {
      throw new FileSystemException(
          path.toString(),
          null,
          "others may write to it ("
              + PosixFilePermissions.toString(attributes.permissions())
              + "); expected that only its owner may");
    }
  }

  private static UserPrincipal owner(Path path) throws IOException {
    return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Its path. */
  @Override
  public String toString() {
    return path.toString();
  }
}
