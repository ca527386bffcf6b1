/** Servlets, guarded by {@code @ServletSecurity}, by web.xml, or by the bean they ask. */
@NullMarked
package dev.vouchgate.sample.web;

import org.jspecify.annotations.NullMarked;
