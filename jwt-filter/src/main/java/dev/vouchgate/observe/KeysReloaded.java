package dev.vouchgate.observe;

import java.util.List;

/**
 * A file with keys has changed, or can be read again, and what it holds is in use from now on.
 *
 * @param source the file
 * @param keyIds the {@code kid}s in it, in order; a key without one is not listed
 */
public record KeysReloaded(String source, List<String> keyIds) {}
