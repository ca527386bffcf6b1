/** Two services in two servers, one of which calls the other. */
@NullMarked
package dev.vouchgate.it.services;

import org.jspecify.annotations.NullMarked;
