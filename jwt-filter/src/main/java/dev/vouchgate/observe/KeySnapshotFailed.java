package dev.vouchgate.observe;

/**
 * A snapshot of a key set could not be read, or not be written; nothing else depends on it.
 *
 * @param source whose keys
 * @param reason what went wrong
 */
public record KeySnapshotFailed(String source, String reason) {}
