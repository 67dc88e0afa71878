using Microsoft.Playwright;

namespace OnRecord.Journeys;

/// <summary>A page that may hold what tries to run: its dialogs are trapped, and every event that could start it is fired.</summary>
internal static class HostilePage
{
    private const string Replace = """
        for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
          window[name] = (...said) => window.somethingRan(name + ' ' + said.join(' '));
        """;

    private const string Look = """
        () => {
          const found = [];
          const machinery = 'script, iframe, frame, object, embed, form, input, button, select, textarea, style, link, meta, base, svg, math, template, video, audio, [id], [name], [class^=msg]';
          for (const element of document.querySelectorAll('.body, .headline, .deck, .byline, .kicker, figcaption'))
            for (const alien of element.querySelectorAll(machinery)) found.push(alien.outerHTML);
          for (const element of document.querySelectorAll('*')) {
            for (const { name, value } of element.attributes)
              if (/^on|^style$|^srcdoc$|^formaction$|^background$/.test(name)) found.push(`${element.localName} ${name}=${value}`);
            if (element instanceof HTMLAnchorElement && element.href && !/^(https?|mailto|tel):/.test(element.href)) found.push(element.outerHTML);
          }
          for (const element of document.querySelectorAll('body *'))
            for (const type of ['mouseover', 'mouseenter', 'mousemove', 'pointerover', 'pointerdown', 'focus', 'focusin', 'blur', 'keydown', 'input', 'change', 'toggle',
              'wheel', 'load', 'error', 'scroll', 'begin', 'end', 'animationstart', 'animationend', 'transitionend', 'copy', 'drag'])
              element.dispatchEvent(new Event(type, { bubbles: false, cancelable: true }));
          return found;
        }
        """;

    public static async Task Trap(Reader reader)
    {
        await reader.Context.ExposeFunctionAsync("somethingRan", (string said) => reader.Note($"ran: {said}"));
        await reader.Context.AddInitScriptAsync(Replace);
    }

    /// <returns>What stands in the page and has no business there.</returns>
    public static Task<string[]> Provoke(IPage page) => page.EvaluateAsync<string[]>(Look);
}
