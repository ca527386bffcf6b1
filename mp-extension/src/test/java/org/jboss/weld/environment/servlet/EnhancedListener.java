package org.jboss.weld.environment.servlet;

/** Has the name of a class by which Weld starts in servlet containers, and nothing else of it. */
public class EnhancedListener {}
