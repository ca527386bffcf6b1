package dev.vouchgate.login;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Takes away now and then what is left of logins that are over. */
final class EndedLogins {
  private static final System.Logger LOG = System.getLogger("dev.vouchgate");
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Two of a login. */
  private static final int MOST_ENTRIES = 200_000;

  private final InstantSource clock;
  private final LoginStore store;
  private final int most;
  private final AtomicLong next;
  private volatile boolean full;

  EndedLogins(InstantSource clock, LoginStore store) {
    this(clock, store, MOST_ENTRIES);
  }

  EndedLogins(InstantSource clock, LoginStore store, int most) {
    this.clock = clock;
    this.store = store;
    this.most = most;
    this.next = new AtomicLong(clock.instant().plus(PAUSE).getEpochSecond());
  }

  /** Whether there are too many others still, as of the last look. */
  boolean leaveNoRoom() throws IOException {
    Instant now = clock.instant();
    long due = next.get();
    if (now.getEpochSecond() >= due && next.compareAndSet(due, now.plus(PAUSE).getEpochSecond())) {
      int left = 0;
      for (String name : store.names(LoginName.PREFIX)) {
        if (LoginName.isOver(name, now)) {
          store.delete(name);
        } else {
          left++;
        }
      }
      full = left > most;
      if (full) {
        LOG.log(
            Level.WARNING,
            "There are {0} entries of logins; until some have ended, new ones cannot be renewed",
            left);
      }
    }
    return full;
  }
}
