/**
 * What tests are made with: tokens and keys of our own making, a clock that stands still, a server
 * of key sets, other libraries to ask.
 *
 * <p>Uses nothing of the product, so that no fault of it can hide itself in the token it is shown.
 */
@NullMarked
package dev.vouchgate.testing;

import org.jspecify.annotations.NullMarked;
