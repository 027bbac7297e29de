package diabolo.report.page;

import diabolo.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader learns before the figures, and where to go after them. Every report has the same order.
 *
 * <pre>{@code
 * new Introduction(List.of("Sixteen numbers hold four bars of ragtime."), List.of(), List.of(), List.of(), List.of());
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param idea in about three sentences
 * @param lookFor what to look for in the pictures and figures below
 * @param corrections where the lecture is loose
 * @param next what to try next
 * @param sources papers and pages
 */
public record Introduction(
        List<String> idea,
        List<String> lookFor,
        List<Correction> corrections,
        List<NextStep> next,
        List<String> sources) {

    public Introduction {
        idea = List.copyOf(idea);
        lookFor = List.copyOf(lookFor);
        corrections = List.copyOf(corrections);
        next = List.copyOf(next);
        sources = List.copyOf(sources);
    }

    /** Nothing to say. */
    public static final Introduction NONE = new Introduction(List.of(), List.of(), List.of(), List.of(), List.of());

    List<String> before(List<Picture> diagrams) {
        List<String> html = new ArrayList<>();
        if (!idea.isEmpty()) {
            html.add("<p class=\"opening\">" + ReportPage.words(String.join(" ", idea)) + "</p>");
        }
        if (!diagrams.isEmpty()) {
            html.add(ReportPage.pictures(diagrams));
        }
        if (!lookFor.isEmpty()) {
            html.add("<h2>What to look for</h2>");
            html.add(ReportPage.list(lookFor));
        }
        return html;
    }

    List<String> after() {
        List<String> html = new ArrayList<>();
        if (!corrections.isEmpty()) {
            html.add("<h2>Where the lecture is loose</h2>");
            html.add(ReportPage.corrections(corrections));
        }
        if (!next.isEmpty()) {
            html.add("<h2>What to try next</h2>");
            html.add(ReportPage.steps(next));
        }
        if (!sources.isEmpty()) {
            html.add("<h2>Sources</h2>");
            html.add(ReportPage.list(sources));
        }
        return html;
    }
}
