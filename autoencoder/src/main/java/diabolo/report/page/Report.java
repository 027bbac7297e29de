package diabolo.report.page;

import static diabolo.report.page.ReportPage.escape;
import static diabolo.report.page.ReportPage.words;

import diabolo.audio.SoundFont;
import diabolo.audio.Synthesizer;
import diabolo.file.AtomicFile;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.picture.PianoRollPicture;
import diabolo.picture.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private final List<Picture> diagrams = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>(List.of(new Section("")));
    private final List<List<String>> settings = tableOf("setting | value");
    private final List<String> files = new ArrayList<>();
    private Introduction introduction = Introduction.NONE;
    private String quickRemark = "";
    private final SoundBank sounds = new SoundBank();

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

    /** A sentence above all else: that this run was a quick one. */
    public Report quickRemark(String sentence) {
        quickRemark = sentence;
        return this;
    }

    /** The idea, what to look for, where sources are loose, what to try next. */
    public Report introduction(Introduction given) {
        introduction = given;
        return this;
    }

    /** Pictures of the networks, below the idea. */
    public Report diagrams(List<? extends Picture> pictures) {
        diagrams.addAll(pictures);
        return this;
    }

    /** A paragraph below the idea: how far to trust what follows. */
    public Report opening(String paragraph) {
        openings.add(paragraph);
        return this;
    }

    /** The metrics that a reader asks for first, for a table at the top; those that nothing measures are left out. */
    public Report keyFigures(List<KeyFigure> figures) {
        keyFigures.addAll(figures);
        return this;
    }

    /** A line of the settings at the end: seed, versions, time taken. */
    public Report setting(String settingName, String value) {
        settings.add(List.of(settingName, value));
        return this;
    }

    /** A file of settings, such as a training's YAML, folded at the end. */
    public Report settingsFile(String fileName, String content) {
        files.add(ReportPage.folded(fileName, "<pre>" + escape(content) + "</pre>"));
        return this;
    }

    /** Begins a section; its header is a word or a sentence, never a file's name. */
    public Report section(String header) {
        sections.add(new Section(header));
        return this;
    }

    public Report text(String paragraph) {
        return add("<p>" + words(paragraph) + "</p>");
    }

    private Report add(String html) {
        sections.getLast().add(html);
        return this;
    }

    /** The head of a table, such as {@code "network | wrong cells"}, to which rows are added. */
    public static List<List<String>> tableOf(String head) {
        return new ArrayList<>(List.of(List.of(head.split(" \\| "))));
    }

    /** A table; the first row is its head. It stands at the end of its section, folded. */
    public Report table(List<List<String>> rows) {
        String columns = String.join(
                ", ",
                rows.getFirst().stream().filter(column -> !column.isBlank()).toList());
        return table("Table of %s: %s".formatted(Plural.of(rows.size() - 1, "row"), columns), rows);
    }

    /** The same with words of its own for what is folded. */
    public Report table(String summary, List<List<String>> rows) {
        sections.getLast().addTable(summary, rows);
        return this;
    }

    /** Pictures side by side, where the window is wide enough. */
    public Report pictures(Picture... pictures) {
        return add(ReportPage.pictures(List.of(pictures)));
    }

    /** A piece to see and to hear; one without notes is named only. */
    public Report piece(String caption, NoteSequence music) {
        return music.allNotes().findAny().isEmpty()
                ? text(caption + ": silence.")
                : piece(caption, PianoRollPicture.of(music), music);
    }

    /** A piece with a picture of its own. */
    public Report piece(String caption, Picture roll, NoteSequence music) {
        return add("<figure class=\"piece\" style=\"--natural:%dpx\">%s%s<figcaption>%s</figcaption></figure>"
                .formatted(roll.width(), roll.toSvg(), sounds.player(music), words(caption)));
    }

    /** Writes {@code report.json} and {@code report.html}. */
    public void write(Path folder) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", experiment);
        json.put("metrics", metrics);
        json.put("keyFigures", KeyFigure.table(keyFigures, metrics));
        json.put("sources", introduction.sources());
        json.putAll(notes);
        AtomicFile.write(folder.resolve("report.json"), JSON.writeValueAsString(json) + "\n");
        AtomicFile.write(
                folder.resolve("report.html"),
                ReportPage.of(title, content(), sounds.script(Synthesizer.playing(SoundFont.find()))));
    }

    /** The order of every report. */
    private List<String> content() {
        List<String> content = new ArrayList<>();
        if (!quickRemark.isEmpty()) {
            content.add("<p class=\"quick\">" + words(quickRemark) + "</p>");
        }
        content.addAll(introduction.before(diagrams));
        openings.forEach(opening -> content.add("<p class=\"opening\">" + words(opening) + "</p>"));
        List<List<String>> figures = KeyFigure.table(keyFigures, metrics);
        if (figures.size() > 1) {
            content.add("<h2>Key figures</h2>");
            content.add(ReportPage.table(figures));
        }
        sections.forEach(section -> content.addAll(section.html()));
        content.addAll(introduction.after());
        if (settings.size() > 1 || !files.isEmpty()) {
            content.add("<h2>Settings</h2>");
            content.add(ReportPage.folded("Seed, data, versions, time", ReportPage.table(settings)));
            content.addAll(files);
        }
        return content;
    }
}
