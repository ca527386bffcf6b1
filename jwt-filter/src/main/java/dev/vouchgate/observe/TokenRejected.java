package dev.vouchgate.observe;

/**
 * A token was refused.
 *
 * @param code the stable code of the reason, such as {@code expired}
 * @param reason the operator's details: claim, expected, {@code kid}; never the token
 */
public record TokenRejected(String code, String reason) {}
