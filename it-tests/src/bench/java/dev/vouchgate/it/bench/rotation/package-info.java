/**
 * What callers notice of keys that rotate: two services in two servers, one of which signs the
 * tokens that it calls the other with.
 */
@NullMarked
package dev.vouchgate.it.bench.rotation;

import org.jspecify.annotations.NullMarked;
