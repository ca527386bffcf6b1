package dev.vouchgate.observe;

import java.time.Duration;
import java.util.List;

/**
 * A key set was read from a snapshot on disk, and is used until one has been fetched.
 *
 * @param source the address that it once came from
 * @param keyIds the {@code kid}s in it, in order; a key without one is not listed
 * @param age since it was fetched
 */
public record KeysRestored(String source, List<String> keyIds, Duration age) {}
