package diabolo.report.page;

import java.util.ArrayList;
import java.util.List;

/** A section of a report while it is written: what there is to read, see and hear comes first, tables last. Not thread-safe. */
final class Section {

    /** A table of no more rows is not folded. */
    private static final int SMALL = 4;

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

    /** A table, its first row the head; folded unless it is small. */
    void addTable(String summary, List<List<String>> rows) {
        tables.add(
                rows.size() - 1 <= SMALL ? ReportPage.table(rows) : ReportPage.folded(summary, ReportPage.table(rows)));
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
