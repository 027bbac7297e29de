package diabolo.report.page;

import java.util.ArrayList;
import java.util.List;

/** A section of a report while it is written: what there is to read, see and hear comes first, tables last. Not thread-safe. */
final class Section {

    private final String header;
    private final List<String> content = new ArrayList<>();
    private final List<String> tables = new ArrayList<>();

    /** @param header empty for what comes before all sections */
    Section(String header) {
        this.header = header;
    }

    void add(String html) {
        content.add(html);
    }

    /** A table, its first row the head, folded. */
    void addTable(String summary, List<List<String>> rows) {
        tables.add(ReportPage.folded(summary, ReportPage.table(rows)));
    }

    List<String> html() {
        List<String> html = new ArrayList<>();
        if (!header.isEmpty()) {
            html.add("<h2>" + ReportPage.words(header) + "</h2>");
        }
        html.addAll(content);
        html.addAll(tables);
        return html;
    }
}
