/**
 * Settings (every name, default and meaning is in {@code setting}) and the {@link
 * dev.vouchgate.config.Gate} built from them.
 *
 * <p>Builds what lies below and hands records to what lies above.
 */
@NullMarked
package dev.vouchgate.config;

import org.jspecify.annotations.NullMarked;
