package dev.vouchgate.observe;

import java.time.Duration;
import java.util.List;

/**
 * A key set was fetched and is in use from now on.
 *
 * @param source the address it came from
 * @param keyIds the {@code kid}s in it, in order; a key without one is not listed
 * @param freshFor how long it is used before it is fetched again
 * @param changed whether it has other keys than the set before it, or is the first
 */
public record KeysFetched(String source, List<String> keyIds, Duration freshFor, boolean changed) {}
