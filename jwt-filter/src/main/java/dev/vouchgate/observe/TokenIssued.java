package dev.vouchgate.observe;

/**
 * A client was given a token.
 *
 * @param client who asked for it
 * @param subject whom it speaks of
 * @param audience whom it is for
 */
public record TokenIssued(String client, String subject, String audience) {}
