package dev.vouchgate.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouchgate.keys.PrivateFolder;
import dev.vouchgate.login.RefreshTokens.Renewed;
import dev.vouchgate.testing.MutableClock;
import dev.vouchgate.testing.Together;
import dev.vouchgate.testing.Tokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokensTest {
  private static final Login LOGIN =
      new Login(new Person("jdoe", List.of("user", "admin")), Tokens.NOW.plus(Duration.ofHours(8)));

  @TempDir private Path path;
  private final MutableClock clock = new MutableClock();
  private final RefreshTokens tokens = RefreshTokens.inMemory(clock);

  @Test
  void giveTheNextEachTimeForAsLongAsTheLoginLasts() throws Exception {
    String token = tokens.begin(LOGIN).orElseThrow();
    for (int hour = 1; hour < 8; hour++) {
      clock.advance(Duration.ofHours(1));
      Renewed next = tokens.renew(token).orElseThrow();
      assertThat(next.login()).isEqualTo(LOGIN);
      assertThat(next.token()).isNotEqualTo(token);
      assertThat(next.toString()).doesNotContain(next.token());
      token = next.token();
    }
    clock.advance(Duration.ofHours(1));
    assertThat(tokens.renew(token)).isEmpty();
  }

  @Test
  void endTheLoginIfOneComesTwice() throws Exception {
    String first = tokens.begin(LOGIN).orElseThrow();
    String second = tokens.renew(first).orElseThrow().token();
    String other = tokens.begin(LOGIN).orElseThrow();

    assertThat(tokens.renew(first)).isEmpty();
    assertThat(tokens.renew(second)).isEmpty();
    assertThat(tokens.renew(other)).isPresent();
  }

  @Test
  void endWithTheLogin() throws Exception {
    String first = tokens.begin(LOGIN).orElseThrow();
    String second = tokens.renew(first).orElseThrow().token();
    tokens.end(first);

    assertThat(tokens.renew(second)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.0.b", ".0.", "../../etc/passwd"})
  void areNothingElse(String token) throws Exception {
    assertThat(tokens.renew(token)).isEmpty();
    tokens.end(token);
  }

  @Test
  void doNotEndBecauseSomebodyGuesses() throws Exception {
    String token = tokens.begin(LOGIN).orElseThrow();
    String guessed = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "B" : "A");
    String unknown = "x" + token;

    assertThat(tokens.renew(guessed)).isEmpty();
    assertThat(tokens.renew(unknown)).isEmpty();
    assertThat(tokens.renew(token)).isPresent();
  }

  @Test
  void areGoodOnceThoughManyComeAtOnce() throws Exception {
    for (int i = 0; i < 100; i++) {
      String token = tokens.begin(LOGIN).orElseThrow();
      List<Renewed> given =
          Together.call(8, () -> tokens.renew(token)).stream().flatMap(Optional::stream).toList();

      assertThat(given).hasSize(1);
      assertThat(tokens.renew(given.get(0).token())).isEmpty();
    }
  }

  @Test
  void areGoodOnceThoughNodesThatShareAFolderAreAskedAtOnce() throws Exception {
    RefreshTokens stored = stored();
    for (int i = 0; i < 20; i++) {
      String token = stored.begin(LOGIN).orElseThrow();

      assertThat(Together.call(4, () -> stored().renew(token)))
          .filteredOn(Optional::isPresent)
          .hasSize(1);
    }
  }

  @Test
  void endTheLoginThoughWhoeverIsLateHasReadItInTime() throws Exception {
    LoginStore store = LoginStore.inMemory();
    RefreshTokens owner = new RefreshTokens(clock, store, new EndedLogins(clock, store));
    String first = owner.begin(LOGIN).orElseThrow();
    AtomicReference<String> last = new AtomicReference<>("");
    LoginStore late =
        new LateStore(
            store,
            () -> {
              String second = owner.renew(first).orElseThrow().token();
              last.set(owner.renew(second).orElseThrow().token());
            });
    RefreshTokens thief = new RefreshTokens(clock, late, new EndedLogins(clock, store));

    assertThat(thief.renew(first)).isEmpty();
    assertThat(last.get()).isNotEmpty();
    assertThat(owner.renew(last.get())).isEmpty();
  }

  /** One in which something else happens after what is known has been read. */
  private record LateStore(LoginStore store, Event meanwhile) implements LoginStore {
    /** What happens. */
    interface Event {
      void happen() throws IOException;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
      return store.read(name);
    }

    @Override
    public boolean create(String name, byte[] entry) throws IOException {
      meanwhile.happen();
      return store.create(name, entry);
    }

    @Override
    public void delete(String name) throws IOException {
      store.delete(name);
    }

    @Override
    public List<String> names(String prefix) throws IOException {
      return store.names(prefix);
    }
  }

  @Test
  void areOverAtTheSecondThatTheirNameSays() {
    String name = LoginName.of(Long.toString(LOGIN.until().getEpochSecond(), 36) + "-x");

    assertThat(LoginName.isOver(name, LOGIN.until())).isTrue();
    assertThat(LoginName.isOver(name, LOGIN.until().minusSeconds(1))).isFalse();
  }

  @Test
  void areKnownToAllWhoShareAFolderAndShowNothingThere() throws Exception {
    PrivateFolder folder = PrivateFolder.open(path.resolve("logins"));
    RefreshTokens one = RefreshTokens.inFolder(clock, folder);
    RefreshTokens other = RefreshTokens.inFolder(clock, folder);
    String first = one.begin(LOGIN).orElseThrow();
    String second = other.renew(first).orElseThrow().token();

    for (Path file : files()) {
      String content = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String part :
          List.of(
              second.substring(second.indexOf("-") + 1, second.indexOf(".")),
              second.split("\\.", 3)[2])) {
        assertThat(content).doesNotContain(part);
        assertThat(file.toString()).doesNotContain(part);
      }
    }
    assertThat(files()).hasSize(2);
    assertThat(one.renew(first)).isEmpty();
    assertThat(other.renew(second)).isEmpty();
  }

  @Test
  void leaveNothingBehindOfWhoeverLogsOut() throws Exception {
    RefreshTokens stored = stored();
    String token = stored.renew(stored.begin(LOGIN).orElseThrow()).orElseThrow().token();
    stored.end(token);

    assertThat(files()).isEmpty();
  }

  @Test
  void leaveNothingBehindOfLoginsThatAreOver() throws Exception {
    RefreshTokens stored = stored();
    stored.begin(LOGIN);
    Files.writeString(path.resolve("logins/login-x.0"), "?");
    Files.writeString(path.resolve("logins/notes.txt"), "Somebody else's.");
    clock.advance(Duration.ofHours(8).minusSeconds(1));
    String token = stored.begin(later(1)).orElseThrow();
    assertThat(files()).hasSize(5);
    clock.advance(Duration.ofMinutes(10));
    stored.begin(later(2));

    assertThat(files()).hasSize(5);
    assertThat(stored.renew(token)).isPresent();
  }

  @Test
  void areNotBegunWhileThereAreTooMany() throws Exception {
    LoginStore store = LoginStore.inMemory();
    EndedLogins ended = new EndedLogins(clock, store, 3);
    for (int i = 0; i < 4; i++) {
      store.create(
          LoginName.of(Long.toString(later(i).until().getEpochSecond(), 36) + "-x"), new byte[0]);
    }
    assertThat(ended.leaveNoRoom()).isFalse();
    clock.advance(Duration.ofMinutes(10));
    assertThat(ended.leaveNoRoom()).isTrue();
    assertThat(new RefreshTokens(clock, store, ended).begin(LOGIN)).isEmpty();
    store.delete(store.names("login-").get(0));
    assertThat(ended.leaveNoRoom()).isTrue();
    clock.advance(Duration.ofMinutes(10));
    assertThat(ended.leaveNoRoom()).isFalse();
  }

  @Test
  void areNotMadeOfWhatSomebodyElseHasWritten() throws Exception {
    RefreshTokens stored = stored();
    String token = stored.begin(LOGIN).orElseThrow();
    for (String written : List.of("{}", "?", "{\"name\":\"bob\",\"groups\":[],\"until\":1e30}")) {
      Files.writeString(login(), written);
      assertThatThrownBy(() -> stored.renew(token))
          .isInstanceOf(IOException.class)
          .hasMessageNotContaining("bob");
    }
  }

  private RefreshTokens stored() throws IOException {
    return RefreshTokens.inFolder(clock, PrivateFolder.open(path.resolve("logins")));
  }

  private static Login later(int hours) {
    return new Login(new Person("bob", List.of()), LOGIN.until().plus(Duration.ofHours(hours)));
  }

  /** Not one of its tokens. */
  private Path login() throws Exception {
    return files().stream()
        .filter(file -> !file.toString().endsWith(".0"))
        .findFirst()
        .orElseThrow();
  }

  private List<Path> files() throws Exception {
    try (Stream<Path> files = Files.list(path.resolve("logins"))) {
      return files.toList();
    }
  }
}
