package org.osgi.framework;

/** A part of a server. */
public interface Bundle {
  BundleContext getBundleContext();

  String getSymbolicName();

  Class<?> loadClass(String name) throws ClassNotFoundException;
}
