/**
 * Who calls: the caller that a thread is working for, in a request or outside of one.
 *
 * <p>Uses {@code access} and {@code token}, and {@code filter} of jwt-filter. Asked anew each time,
 * as a thread serves one caller after another.
 */
@NullMarked
package dev.vouchgate.mp.caller;

import org.jspecify.annotations.NullMarked;
