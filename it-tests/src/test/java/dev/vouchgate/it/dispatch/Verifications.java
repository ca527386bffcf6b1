package dev.vouchgate.it.dispatch;

import dev.vouchgate.observe.GateListener;
import dev.vouchgate.observe.TokenAccepted;
import dev.vouchgate.observe.TokenRejected;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the verdicts of the application's gate, which finds it as a service. */
public class Verifications implements GateListener {
  private static final AtomicInteger VERDICTS = new AtomicInteger();

  /** How many there were since this was last asked. */
  static int sinceLastAsked() {
    return VERDICTS.getAndSet(0);
  }

  @Override
  public void accepted(TokenAccepted event) {
    VERDICTS.incrementAndGet();
  }

  @Override
  public void rejected(TokenRejected event) {
    VERDICTS.incrementAndGet();
  }
}
