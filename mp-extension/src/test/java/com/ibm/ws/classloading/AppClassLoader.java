package com.ibm.ws.classloading;

/** What Open Liberty's class loader of an application is known by. */
public final class AppClassLoader extends ClassLoader {}
