package dev.vouchgate.observe;

/**
 * A request for a token was refused.
 *
 * @param error what the client was told, such as {@code invalid_client} (RFC 6749 §5.2)
 * @param reason the operator's details; never a secret or a token
 */
public record TokenRequestRefused(String error, String reason) {}
