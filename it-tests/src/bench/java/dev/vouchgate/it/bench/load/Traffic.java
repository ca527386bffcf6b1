package dev.vouchgate.it.bench.load;

import dev.vouchgate.it.bench.token.Claims;
import dev.vouchgate.it.bench.token.Trust;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.lang.JoseException;

/** What requests bring along. */
public enum Traffic {
  REPEATED("one token, again and again") {
    @Override
    List<String> credentials(Trust trust) throws JoseException {
      return List.of(bearer(trust.sign(Claims.typical())));
    }
  },
  DISTINCT("3,000 tokens in turn") {
    @Override
    List<String> credentials(Trust trust) throws JoseException {
      List<String> all = new ArrayList<>();
      for (int owner = 0; owner < OWNERS; owner++) {
        all.add(bearer(trust.sign(Claims.typical().ofOwner(owner))));
      }
      return all;
    }
  },
  ANONYMOUS("no token") {
    @Override
    List<String> credentials(Trust trust) {
      return List.of("");
    }
  },
  FORGED("a forged token: 401 by the gate") {
    @Override
    List<String> credentials(Trust trust) throws JoseException {
      return List.of(bearer(Trust.tampered(trust.sign(Claims.typical()))));
    }
  };

  /** As many as the gate remembers by its default settings, whose bound is that of bytes. */
  private static final int OWNERS = 3000;

  private final String title;

  Traffic(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** The Authorization headers to send in turn; an empty one is none. */
  abstract List<String> credentials(Trust trust) throws JoseException;

  /** Whether there is a goal for it. */
  boolean isGoal() {
    return this == REPEATED;
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }
}
