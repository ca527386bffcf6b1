/**
 * MicroProfile Config as a source of the settings of {@code config} in jwt-filter, its only other
 * room in use.
 */
@NullMarked
package dev.vouchgate.mp.config;

import org.jspecify.annotations.NullMarked;
