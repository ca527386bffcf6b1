/**
 * What tests are made with: tokens and keys of our own making, a clock that stands still, a server
 * of key sets.
 *
 * <p>Uses the JDK only, so that a fault of the product cannot hide itself in the token it is shown.
 */
@NullMarked
package dev.vouchgate.testing;

import org.jspecify.annotations.NullMarked;
