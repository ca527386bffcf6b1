/** Every setting that there is, by what it is about: names, forms, defaults and meanings. */
@NullMarked
package dev.vouchgate.config.setting;

import org.jspecify.annotations.NullMarked;
