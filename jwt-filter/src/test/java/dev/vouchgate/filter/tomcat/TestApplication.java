package dev.vouchgate.filter.tomcat;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * An application to be: a folder as in a WAR, its web.xml, and servlets. It has the product's jar
 * because that is on the class path, and says nothing of it unless told to.
 */
final class TestApplication {

  private final Map<String, Servlet> servlets = new LinkedHashMap<>();
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final StringBuilder webXml = new StringBuilder();

  /** With a servlet under a pattern. */
  TestApplication servlet(String pattern, Servlet servlet) {
    servlets.put(pattern, servlet);
    return this;
  }

  /** With a file, its path as in the WAR. */
  TestApplication file(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** With a copy of a file. */
  TestApplication file(String path, Path original) throws IOException {
    files.put(path, Files.readAllBytes(original));
    return this;
  }

  /** With an element of web.xml. */
  TestApplication webXml(String element) {
    webXml.append(element).append('\n');
    return this;
  }

  /** With the filter {@code vouchgate} in web.xml, not mapped, and its init parameters. */
  TestApplication filter(String settings) {
    StringBuilder parameters = new StringBuilder();
    properties(settings)
        .forEach((name, value) -> parameters.append(parameter("init-param", name, value)));
    return webXml(
        "<filter><filter-name>vouchgate</filter-name>"
            + "<filter-class>dev.vouchgate.filter.JwtFilter</filter-class>"
            + "<async-supported>true</async-supported>"
            + parameters
            + "</filter>");
  }

  /** With context parameters. */
  TestApplication contextParameters(String settings) {
    properties(settings).forEach((name, value) -> webXml(parameter("context-param", name, value)));
    return this;
  }

  /** With META-INF/microprofile-config.properties. */
  TestApplication settings(String settings) {
    return file("WEB-INF/classes/META-INF/microprofile-config.properties", settings);
  }

  Map<String, Servlet> servlets() {
    return servlets;
  }

  void writeTo(Path folder) {
    file(
        "WEB-INF/web.xml",
        "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n"
            + webXml
            + "</web-app>\n");
    files.forEach(
        (path, content) -> {
          try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String parameter(String element, String name, String value) {
    return "<"
        + element
        + "><param-name>"
        + name
        + "</param-name><param-value>"
        + value
        + "</param-value></"
        + element
        + ">";
  }

  private static Map<String, String> properties(String text) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> map = new LinkedHashMap<>();
    properties.stringPropertyNames().forEach(name -> map.put(name, properties.getProperty(name)));
    return map;
  }
}
