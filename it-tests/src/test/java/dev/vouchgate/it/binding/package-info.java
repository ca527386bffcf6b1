/** Tokens that are bound to a key, on every server. */
@NullMarked
package dev.vouchgate.it.binding;

import org.jspecify.annotations.NullMarked;
