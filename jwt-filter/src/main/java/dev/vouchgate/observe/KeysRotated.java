package dev.vouchgate.observe;

import java.util.List;

/**
 * A source has other keys than before. A {@code kid} that came and went has got another key.
 *
 * @param source where they come from
 * @param came the {@code kid}s of the keys that are new; a key without one is not listed
 * @param went the {@code kid}s of the keys that are no longer there; likewise
 */
public record KeysRotated(String source, List<String> came, List<String> went) {}
