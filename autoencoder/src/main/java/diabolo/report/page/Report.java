package diabolo.report.page;

import static diabolo.report.page.ReportPage.escape;

import diabolo.audio.Pcm;
import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.file.AtomicFile;
import diabolo.note.NoteSequence;
import diabolo.picture.PianoRollPicture;
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
 * Report report = new Report("deephear", "DeepHear").opening("Sixteen numbers hold four bars of ragtime. ...");
 * report.section("Reconstruction").text("...").pictures(roll);
 * report.metric("train.wrongCells", 7.5);
 * report.write(folder);
 * }</pre>
 *
 * <p>A builder; not thread-safe.
 */
public final class Report {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String experiment;
    private final String title;
    private final Map<String, Double> metrics = new LinkedHashMap<>();
    private final Map<String, Object> notes = new LinkedHashMap<>();
    private final List<String> openings = new ArrayList<>();
    private final List<KeyFigure> keyFigures = new ArrayList<>();
    private final List<String> blocks = new ArrayList<>();
    private final Synthesizer synthesizer = Synthesizer.playing(SoundFont.find());

    public Report(String experiment, String title) {
        this.experiment = experiment;
        this.title = title;
    }

    /** A number under a flat name, as {@code report.json} holds it. */
    public Report metric(String name, double value) {
        metrics.put(name, value);
        return this;
    }

    /** In the order in which they were added. */
    public Map<String, Double> metrics() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** Something that is no number, for programs: settings, file names. */
    public Report note(String name, Object value) {
        notes.put(name, value);
        return this;
    }

    /** A paragraph above all else: what the experiment is about, how far to trust it. */
    public Report opening(String paragraph) {
        openings.add(paragraph);
        return this;
    }

    /** The metrics that a reader asks for first, for a table at the top; those that nothing measures are left out. */
    public Report keyFigures(List<KeyFigure> figures) {
        keyFigures.addAll(figures);
        return this;
    }

    public Report section(String header) {
        blocks.add("<h2>" + escape(header) + "</h2>");
        return this;
    }

    public Report text(String paragraph) {
        blocks.add("<p>" + escape(paragraph) + "</p>");
        return this;
    }

    /** The head of a table, such as {@code "network | wrong cells"}, to which rows are added. */
    public static List<List<String>> tableOf(String head) {
        return new ArrayList<>(List.of(List.of(head.split(" \\| "))));
    }

    /** A table; the first row is its head. */
    public Report table(List<List<String>> rows) {
        blocks.add(ReportPage.table(rows));
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

    /** A piece to see and to hear; one without notes is named only. */
    public Report piece(String caption, NoteSequence music) throws IOException {
        return music.allNotes().findAny().isEmpty()
                ? text(caption + ": silence.")
                : piece(caption, PianoRollPicture.of(music), music);
    }

    /** A piece with a picture of its own. */
    public Report piece(String caption, Picture roll, NoteSequence music) throws IOException {
        Pcm pcm = synthesizer.render(music);
        String wav = Base64.getEncoder().encodeToString(WavWriter.toBytes(pcm, WavFormat.COMPACT));
        blocks.add(
                "<figure class=\"piece\">%s<audio controls src=\"data:audio/wav;base64,%s\"></audio><figcaption>%s</figcaption></figure>"
                        .formatted(roll.toSvg(), wav, escape(caption)));
        return this;
    }

    /** Writes {@code report.json} and {@code report.html}. */
    public void write(Path folder) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", experiment);
        json.put("metrics", metrics);
        json.putAll(notes);
        AtomicFile.write(folder.resolve("report.json"), JSON.writeValueAsString(json) + "\n");
        AtomicFile.write(folder.resolve("report.html"), ReportPage.of(title, content()));
    }

    private List<String> content() {
        List<String> content = new ArrayList<>();
        openings.forEach(opening -> content.add("<p class=\"opening\">" + escape(opening) + "</p>"));
        List<List<String>> figures = KeyFigure.table(keyFigures, metrics);
        if (figures.size() > 1) {
            content.add(ReportPage.table(figures));
        }
        content.addAll(blocks);
        return content;
    }
}
