/**
 * The service itself: orders and the book they are kept in. It knows nothing of HTTP, only of
 * roles.
 */
@NullMarked
package dev.vouchgate.sample.order;

import org.jspecify.annotations.NullMarked;
