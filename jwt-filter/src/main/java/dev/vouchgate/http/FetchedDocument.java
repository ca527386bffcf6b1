package dev.vouchgate.http;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server answered with status 200.
 *
 * @param body the bytes, as sent; no larger than the fetcher allows
 * @param freshFor how long the server says that it may be used without asking again (RFC 9111
 *     §4.2): zero if it forbids that, empty if it says nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of 512 KiB would help nobody
public record FetchedDocument(byte[] body, Optional<Duration> freshFor) {}
