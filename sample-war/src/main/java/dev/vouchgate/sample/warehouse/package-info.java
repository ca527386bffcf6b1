/**
 * The warehouse: an enterprise bean and the REST resource that asks it. Nothing else refers to this
 * package, so a container without enterprise beans runs the service with this package left out.
 */
@NullMarked
package dev.vouchgate.sample.warehouse;

import org.jspecify.annotations.NullMarked;
