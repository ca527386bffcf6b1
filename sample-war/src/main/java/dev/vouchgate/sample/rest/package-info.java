/** REST resources. They use the order service, and the caller as the container knows it. */
@NullMarked
package dev.vouchgate.sample.rest;

import org.jspecify.annotations.NullMarked;
