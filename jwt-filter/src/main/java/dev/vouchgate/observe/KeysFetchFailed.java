package dev.vouchgate.observe;

import java.time.Duration;

/**
 * A key set could not be fetched.
 *
 * @param source the address, or the issuer if its address is not known yet
 * @param reason what went wrong
 * @param usable whether an earlier set is still used
 * @param retryIn when it is tried again
 * @param repeated whether that is what was told of the attempt before, too
 */
public record KeysFetchFailed(
    String source, String reason, boolean usable, Duration retryIn, boolean repeated) {}
