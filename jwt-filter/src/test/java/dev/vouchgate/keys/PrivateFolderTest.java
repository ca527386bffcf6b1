package dev.vouchgate.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFolderTest {
  @TempDir private Path parent;

  @Test
  void isCreatedForItsOwnerAlone() throws IOException {
    Path path = parent.resolve("a/b");
    PrivateFolder.open(path);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }

  @Test
  void mayBeReadByOthers() {
    assertThatCode(() -> PrivateFolder.open(folder("rwxr-xr-x"))).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwxrwxrwx"})
  void isRefusedIfOthersMayWrite(String permissions) {
    assertThatThrownBy(() -> PrivateFolder.open(folder(permissions)))
        .isInstanceOf(FileSystemException.class)
        .hasMessageEndingWith(
            "others may write to it (" + permissions + "); expected that only its owner may");
  }

  @Test
  void isRefusedIfItBelongsToSomebodyElse() throws IOException {
    Path path = folder("rwx------");

    assertThatThrownBy(() -> PrivateFolder.checkPrivate(path, () -> "somebody else"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("it belongs to " + Files.getOwner(path).getName())
        .hasMessageEndingWith("not to somebody else");
  }

  @Test
  void isRefusedIfItIsFile() throws IOException {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> PrivateFolder.open(file)).isInstanceOf(IOException.class);
  }

  @Test
  void givesBackWhatWasPutIntoIt() throws IOException {
    PrivateFolder folder = PrivateFolder.open(parent.resolve("f"));
    folder.write("name", new byte[] {1, 2});
    folder.write("name", new byte[] {3});

    assertThat(folder.read("name", 1)).hasValue(new byte[] {3});
    assertThat(folder.read("other", 1)).isEmpty();
    assertThatThrownBy(() -> folder.read("name", 0)).hasMessageContaining("more than 0 bytes");
  }

  private Path folder(String permissions) throws IOException {
    Path path = Files.createDirectory(parent.resolve("folder"));
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
