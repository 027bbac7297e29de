package diabolo.experiment;

import diabolo.audio.Pcm;
import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.file.AtomicFile;
import diabolo.note.NoteSequence;
import diabolo.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an experiment found, for people ({@code report.html}: one file with pictures and sound inside) and for programs
 * ({@code report.json}: flat names and numbers).
 *
 * <pre>{@code
 * Report report = new Report("deephear", "DeepHear");
 * report.metric("train.wrongCells", 7.5);
 * report.section("Reconstruction").text("...").picture(roll);
 * report.write(folder);
 * }</pre>
 *
 * <p>Grows as it is told; not thread-safe.
 */
public final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String experiment;
    private final String title;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Object> notes = new LinkedHashMap<>();
    private final List<String> blocks = new ArrayList<>();

    public Report(String experiment, String title) {
        this.experiment = experiment;
        this.title = title;
    }

    /** A number under a flat name, as {@code report.json} holds it. */
    public Report metric(String name, double value) {
        metrics.put(name, value);
        return this;
    }

    /** In the order in which they were told. */
    public Map<String, Double> metrics() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** Something that is no number, for programs: settings, file names. */
    public Report note(String name, Object value) {
        notes.put(name, value);
        return this;
    }

    public Report section(String heading) {
        blocks.add("<h2>" + escape(heading) + "</h2>");
        return this;
    }

    public Report text(String paragraph) {
        blocks.add("<p>" + escape(paragraph) + "</p>");
        return this;
    }

    /** A table; the first row is its head. */
    public Report table(List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<table>");
        for (int row = 0; row < rows.size(); row++) {
            html.append("<tr>");
            for (String cell : rows.get(row)) {
                html.append(row == 0 ? "<th>" : "<td>").append(escape(cell)).append(row == 0 ? "</th>" : "</td>");
            }
            html.append("</tr>");
        }
        blocks.add(html.append("</table>").toString());
        return this;
    }

    /** Pictures side by side, where the window is wide enough. */
    public Report pictures(Picture... pictures) {
        StringBuilder html = new StringBuilder("<div class=\"row\">");
        for (Picture picture : pictures) {
            html.append("<figure>").append(picture.toSvg()).append("</figure>");
        }
        blocks.add(html.append("</div>").toString());
        return this;
    }

    /** A piece to see and to hear. */
    public Report piece(String caption, Picture roll, NoteSequence music, Synthesizer synthesizer) throws IOException {
        Pcm pcm = synthesizer.render(music);
        String wav = Base64.getEncoder().encodeToString(WavWriter.toBytes(pcm, WavFormat.COMPACT));
        blocks.add(
                "<figure class=\"piece\">%s<audio controls src=\"data:audio/wav;base64,%s\"></audio><figcaption>%s</figcaption></figure>"
                        .formatted(roll.toSvg(), wav, escape(caption)));
        return this;
    }

    /** Goes on with what another report shows; its numbers stay there. */
    public Report append(Report other) {
        blocks.addAll(other.blocks);
        return this;
    }

    /** Writes {@code report.json} and {@code report.html}. */
    public void write(Path folder) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", experiment);
        json.put("metrics", metrics);
        json.putAll(notes);
        AtomicFile.write(folder.resolve("report.json"), JSON.writeValueAsString(json) + "\n");
        AtomicFile.write(folder.resolve("report.html"), html());
    }

    private String html() {
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
                table { border-collapse: collapse; margin: 1rem 0; }
                th, td { border-bottom: 1px solid #ddd; padding: .3rem .9rem .3rem 0; text-align: left; }
                td:not(:first-child), th:not(:first-child) { text-align: right; font-variant-numeric: tabular-nums; }
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
                """.formatted(escape(title), String.join("\n", blocks));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
