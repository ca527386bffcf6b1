/** Open Liberty's Jakarta Security, by name. */
@NullMarked
package com.ibm.ws.security.javaeesec;

import org.jspecify.annotations.NullMarked;
