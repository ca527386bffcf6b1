package dev.vouchgate.observe;

/**
 * A key of a set was left out.
 *
 * @param source where the set came from
 * @param reason which key and why, without its value
 */
public record KeySkipped(String source, String reason) {}
