package diabolo.report.page;

import diabolo.picture.Picture;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page of a report: one file that needs no other. */
public final class ReportPage {

    private static final Pattern PER_CENT = Pattern.compile("(?<=\\d) %");

    private ReportPage() {}

    /**
     * The page.
     *
     * @param content of the body below its heading, as HTML
     * @param script the last of the body; may be empty
     */
    public static String of(String title, List<String> content, String script) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                :root { color-scheme: light dark; --paper: #fff; --ink: #222; --faint: #555; --line: #ddd; --shade: #f4f5f8; --accent: #0062a0; }
                @media (prefers-color-scheme: dark) {
                :root { --paper: #1a1a1a; --ink: #e4e4e4; --faint: #aaa; --line: #3c3c3c; --shade: #262626; --accent: #7cc0ee; }
                /* Exchanges light and dark in pictures, and keeps their hues. White becomes the page's own dark. */
                svg { filter: invert(.898) hue-rotate(180deg); }
                }
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 100rem; margin: 2rem auto; padding: 0 1rem; color: var(--ink); background: var(--paper); }
                h1, h2 { font-weight: 600; line-height: 1.2; }
                h2 { margin-top: 2.5rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
                p, li, dd { max-width: 48rem; }
                p.opening { font-size: 1.1rem; }
                p.quick { border-left: 4px solid #d55e00; background: var(--shade); padding: .6rem .9rem; }
                table { border-collapse: collapse; margin: 1rem 0; }
                th, td { border-bottom: 1px solid var(--line); padding: .3rem 1.2rem .3rem 0; text-align: left; vertical-align: top; }
                td:not(:first-child), th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
                .wide { overflow-x: auto; }
                details { margin: .8rem 0; }
                a { color: var(--accent); }
                summary { cursor: pointer; color: var(--accent); }
                pre { background: var(--shade); padding: .5rem .8rem; overflow-x: auto; font-size: .875rem; max-width: 60rem; }
                dt { font-weight: 600; }
                dd { margin: 0 0 .8rem 1rem; }
                .row { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
                .row figure { flex: 1 1 calc(.8 * var(--natural)); min-width: 0; max-width: min(100%%, var(--natural)); }
                figure { margin: 1rem 0; overflow-x: auto; }
                figure.piece { display: inline-block; vertical-align: top; width: min(max(36rem, .9 * var(--natural)), 100%%); margin-right: 1rem; }
                svg { max-width: 100%%; height: auto; }
                figure svg { min-width: calc(.68 * var(--natural)); }
                .player { display: flex; gap: .6rem; align-items: center; margin: .3rem 0; }
                .player progress { flex: 1; accent-color: var(--accent); }
                button { font: inherit; min-width: 4.5rem; padding: .2rem .8rem; color: var(--ink); background: var(--shade); border: 1px solid var(--line); border-radius: .3rem; cursor: pointer; }
                .player, figcaption { position: sticky; left: 0; }
                figcaption { color: var(--faint); font-size: .9rem; }
                /* Of no height unless the picture is wider than the window. */
                .row figure::before, .piece::before { content: "↔ scroll sideways to see all"; display: block; position: sticky; left: 0; width: max-content; overflow: hidden; height: clamp(0px, (.68 * var(--natural) + 2rem - 100vw) * 99, 1.5em); color: var(--faint); font-size: .9rem; }
                @media (max-width: 600px) {
                body { margin: 1rem auto; }
                th, td { padding-right: .6rem; font-size: .9rem; }
                }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                %2$s
                %3$s</body>
                </html>
                """.formatted(escape(title), String.join("\n", content), script);
    }

    /** A table; the first row is its head. */
    public static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"wide\"><table>");
        for (int row = 0; row < rows.size(); row++) {
            String cellKind = row == 0 ? "th" : "td";
            html.append("<tr>");
            for (String cell : rows.get(row)) {
                html.append("<%1$s>%2$s</%1$s>".formatted(cellKind, words(cell)));
            }
            html.append("</tr>");
        }
        return html.append("</table></div>").toString();
    }

    /** Behind its summary until it is opened. */
    public static String folded(String summary, String html) {
        return "<details><summary>%s</summary>%s</details>".formatted(escape(summary), html);
    }

    static String pictures(List<? extends Picture> pictures) {
        StringBuilder html = new StringBuilder("<div class=\"row\">");
        for (Picture picture : pictures) {
            html.append("<figure style=\"--natural:%dpx\">".formatted(picture.width()))
                    .append(picture.toSvg())
                    .append("</figure>");
        }
        return html.append("</div>").toString();
    }

    static String list(List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<li>" + words(sentence) + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    static String corrections(List<Correction> corrections) {
        return corrections.stream()
                .map(correction ->
                        "<dt>%s</dt><dd>%s</dd>".formatted(words(correction.said()), words(correction.fact())))
                .collect(Collectors.joining("\n", "<dl>\n", "\n</dl>"));
    }

    static String steps(List<NextStep> steps) {
        return steps.stream()
                .map(step -> "<li>" + words(step.words())
                        + (step.command().isEmpty() ? "" : "<pre>" + escape(step.command()) + "</pre>") + "</li>")
                .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    /** To be read: no line ends between a number and its per cent sign. */
    public static String words(String text) {
        return PER_CENT.matcher(escape(text)).replaceAll("\u00a0%");
    }

    /** As it is, such as a command that is copied. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
