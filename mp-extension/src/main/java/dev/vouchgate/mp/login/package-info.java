/** Who may log in: those whom the application's own identity stores know (Jakarta Security). */
@NullMarked
package dev.vouchgate.mp.login;

import org.jspecify.annotations.NullMarked;
