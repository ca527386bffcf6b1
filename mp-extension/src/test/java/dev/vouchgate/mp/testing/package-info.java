/** What tests of this module share: the container's types, faked, and tokens. */
@NullMarked
package dev.vouchgate.mp.testing;

import org.jspecify.annotations.NullMarked;
