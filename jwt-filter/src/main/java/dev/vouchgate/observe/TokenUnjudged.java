package dev.vouchgate.observe;

import java.time.Duration;

/**
 * A token could not be judged, for want of keys or of its caller's roles.
 *
 * @param reason which source, since when, the last error
 * @param retryAfter what the client was told
 */
public record TokenUnjudged(String reason, Duration retryAfter) {}
