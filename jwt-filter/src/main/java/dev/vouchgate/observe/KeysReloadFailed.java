package dev.vouchgate.observe;

/**
 * A file with keys has changed or gone, and holds no keys that could be used; those that were read
 * from it last stay in use.
 *
 * @param source the file
 * @param reason what went wrong
 */
public record KeysReloadFailed(String source, String reason) {}
