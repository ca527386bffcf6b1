package dev.vouchgate.login;

import dev.vouchgate.keys.PrivateFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where logins are kept: small entries by name, each made once and then only taken away. */
interface LoginStore {
  /** Bytes of an entry, at most: somebody's name and groups. */
  int MAX_BYTES = 65_536;

  Optional<byte[]> read(String name) throws IOException;

  /** False if there is one of that name: of several who try at the same time one succeeds. */
  boolean create(String name, byte[] entry) throws IOException;

  /** It need not be there. */
  void delete(String name) throws IOException;

  /** All that begin so, in no order. */
  List<String> names(String prefix) throws IOException;

  /** In this process, and no longer than it. */
  static LoginStore inMemory() {
    Map<String, byte[]> entries = new ConcurrentHashMap<>();
    return new LoginStore() {
      @Override
      public Optional<byte[]> read(String name) {
        return Optional.ofNullable(entries.get(name));
      }

      @Override
      public boolean create(String name, byte[] entry) {
        return entries.putIfAbsent(name, entry) == null;
      }

      @Override
      public void delete(String name) {
        entries.remove(name);
      }

      @Override
      public List<String> names(String prefix) {
        return entries.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
      }
    };
  }

  /** In a folder, for all who share it. */
  static LoginStore in(PrivateFolder folder) {
    return new LoginStore() {
      @Override
      public Optional<byte[]> read(String name) throws IOException {
        return folder.read(name, MAX_BYTES);
      }

      @Override
      public boolean create(String name, byte[] entry) throws IOException {
        return folder.create(name, entry);
      }

      @Override
      public void delete(String name) throws IOException {
        folder.delete(name);
      }

      @Override
      public List<String> names(String prefix) throws IOException {
        return folder.names(prefix);
      }
    };
  }
}
