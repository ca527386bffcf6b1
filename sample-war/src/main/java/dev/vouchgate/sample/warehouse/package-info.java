/**
 * The warehouse: an enterprise bean and the REST resource that asks it. Nothing but one annotation
 * is of enterprise beans, so a container without them runs it too.
 */
@NullMarked
package dev.vouchgate.sample.warehouse;

import org.jspecify.annotations.NullMarked;
