package dev.vouchgate.it.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/** What a page of {@link ForeignSite} can do to send a form to the address that it is about. */
enum ForeignPost {
  /** Have the visitor's tab send it, as soon as there is a visitor. */
  FORM {
    @Override
    Response send(Page page, String target) {
      return page.waitForResponse(target, () -> page.navigate(at(page, "/form")));
    }
  },
  /** The same, and the visitor presses reload before the refusal. */
  RELOADED_FORM {
    @Override
    Response send(Page page, String target) {
      FORM.send(page, target).finished();
      page.waitForURL(target);
      return page.reload();
    }
  },
  /** From a frame that belongs to no origin. */
  SANDBOXED_FORM {
    @Override
    Response send(Page page, String target) {
      return page.waitForResponse(target, () -> page.navigate(at(page, "/frame")));
    }
  },
  /** By a script, so that the visitor sees nothing of it. */
  SCRIPT {
    @Override
    Response send(Page page, String target) {
      String script =
          """
          target => fetch(target, {
            method: 'POST',
            mode: 'no-cors',
            credentials: 'include',
            body: new URLSearchParams({username: 'bob', password: 'büro'})
          }).then(answer => answer.type)
          """;
      return page.waitForResponse(target, () -> page.evaluate(script, target));
    }
  };

  /** What is answered. */
  abstract Response send(Page page, String target);

  private static String at(Page page, String path) {
    return page.url().replaceFirst("/\\?", path + "?");
  }
}
