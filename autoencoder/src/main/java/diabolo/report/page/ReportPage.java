package diabolo.report.page;

import java.util.List;

/** The page of a report: one file that needs no other. */
final class ReportPage {

    private ReportPage() {}

    /**
     * The page.
     *
     * @param content of the body below its heading, as HTML
     */
    static String of(String title, List<String> content) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
                h1, h2 { font-weight: 600; line-height: 1.2; }
                h2 { margin-top: 2.5rem; border-bottom: 1px solid #ddd; padding-bottom: .3rem; }
                p { max-width: 46rem; }
                p.opening { font-size: 1.1rem; }
                table { border-collapse: collapse; margin: 1rem 0; }
                th, td { border-bottom: 1px solid #ddd; padding: .3rem .9rem .3rem 0; text-align: left; }
                td:not(:first-child), th:not(:first-child) { text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; }
                .row { display: flex; flex-wrap: wrap; gap: 1rem; }
                .row figure { flex: 1 1 30rem; min-width: 0; }
                figure { margin: 1rem 0; }
                figure.piece { display: inline-block; vertical-align: top; width: min(36rem, 100%%); margin-right: 1rem; }
                svg { max-width: 100%%; height: auto; }
                audio { display: block; width: 100%%; max-width: 36rem; margin: .3rem 0; }
                figcaption { color: #555; font-size: .9rem; }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                %2$s
                </body>
                </html>
                """.formatted(escape(title), String.join("\n", content));
    }

    /** A table; the first row is its head. */
    static String table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        for (int row = 0; row < rows.size(); row++) {
            String cellKind = row == 0 ? "th" : "td";
            html.append("<tr>");
            for (String cell : rows.get(row)) {
                html.append("<%1$s>%2$s</%1$s>".formatted(cellKind, escape(cell)));
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
