package dev.vouchgate.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file with a secret, which nobody but its owner may read or write. */
public final class PrivateFile {
  private static final int MAX_BYTES = 524_288;
  private static final Set<PosixFilePermission> FOREIGN =
      EnumSet.range(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_EXECUTE);

  private PrivateFile() {}

  /**
   * Reads it, up to 512 KiB.
   *
   * @param path where it is; symbolic links are followed
   * @return its bytes
   * @throws IOException if it is not there, is longer, or others may read or write it, as far as
   *     the file system can tell; the message names it and shows nothing of it
   */
  public static byte[] read(Path path) throws IOException {
    requirePrivate(path);
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new FileSystemException(
            path.toString(), null, "it has more than " + MAX_BYTES + " bytes");
      }
      return bytes;
    }
  }

  /**
   * Checks that nobody but its owner may read or write it, for those who read it in another way.
   *
   * @param path where it is; symbolic links are followed
   * @throws IOException if it is not there, or others may, as far as the file system can tell; the
   *     message names it
   */
  public static void requirePrivate(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      throw new IOException("there is no file " + path.toAbsolutePath());
    }
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      if (permissions.stream().anyMatch(FOREIGN::contains)) {
        throw new FileSystemException(
            path.toString(),
            null,
            "others than its owner may use it ("
                + PosixFilePermissions.toString(permissions)
                + "); expected nobody to: chmod 600 "
                + path);
      }
    }
  }
}
