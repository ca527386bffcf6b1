/**
 * The only room that opens connections: a total deadline, a byte cap, redirects to the same origin
 * only.
 *
 * <p>Not exported.
 */
@NullMarked
package dev.vouchgate.http;

import org.jspecify.annotations.NullMarked;
