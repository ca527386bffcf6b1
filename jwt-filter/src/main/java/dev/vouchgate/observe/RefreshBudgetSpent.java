package dev.vouchgate.observe;

import java.time.Duration;

/**
 * More tokens name unknown keys than there may be fetches for their sake; those in excess are
 * refused without one. Told once a minute at most.
 *
 * @param source whose keys
 * @param interval between two such fetches
 */
public record RefreshBudgetSpent(String source, Duration interval) {}
