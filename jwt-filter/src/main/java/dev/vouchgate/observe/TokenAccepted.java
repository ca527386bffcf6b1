package dev.vouchgate.observe;

/**
 * A token was proven.
 *
 * @param issuer its {@code iss}
 * @param caller the caller's name
 */
public record TokenAccepted(String issuer, String caller) {}
