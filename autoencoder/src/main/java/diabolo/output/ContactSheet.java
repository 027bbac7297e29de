package diabolo.output;

import diabolo.file.AtomicFile;
import diabolo.inspection.PieceStatistics;
import diabolo.midi.MidiReader;
import diabolo.model.UniqueNames;
import diabolo.note.Plural;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A page that shows the pieces of a folder together: picture, player, figures and how each was made. It names the files beside it, and
 * so moves with them.
 *
 * <pre>{@code
 * ContactSheet.write(Path.of("pieces")); // pieces/contact-sheet.html
 * }</pre>
 */
public final class ContactSheet {

    /** Its name in the folder. */
    public static final String NAME = "contact-sheet.html";

    /** By it a page of ours is known, which may be replaced. */
    private static final String MARK = "<!-- Diabolo: a contact sheet, written anew with every piece -->";

    private static final int MOST_PIECES = 1000;
    private static final int MOST_BYTES = 16 << 20;
    private static final String PROVENANCE = ".json";

    /** The picture of a grid, which is of several pieces. */
    private static final String GRID = "-grid.png";

    private ContactSheet() {}

    /**
     * Writes the page of a folder; a file of its name that is none is left alone.
     *
     * @return the page; empty if the folder has no piece, or its name is taken
     */
    public static Optional<Path> write(Path folder) throws IOException {
        Path page = folder.resolve(NAME);
        List<String> names = pieces(folder);
        if (names.isEmpty() || !isOurs(page)) {
            return Optional.empty();
        }
        List<String> figures = new ArrayList<>();
        for (String grid : named(folder, GRID)) {
            figures.add(figure(folder, grid + GRID.substring(0, GRID.indexOf('.'))));
        }
        for (String name : names.subList(0, Math.min(MOST_PIECES, names.size()))) {
            figures.add(figure(folder, name));
        }
        AtomicFile.write(page, html(names.size(), figures));
        return Optional.of(page);
    }

    private static boolean isOurs(Path page) throws IOException {
        if (!Files.exists(page)) {
            return true;
        }
        try (Stream<String> lines = Files.lines(page)) {
            return lines.findFirst().filter(MARK::equals).isPresent();
        } catch (UncheckedIOException foreign) { // no text
            return false;
        }
    }

    /** Names without ending, of what has a provenance and a picture. */
    private static List<String> pieces(Path folder) throws IOException {
        return named(folder, PROVENANCE).stream()
                .filter(name -> Files.isRegularFile(folder.resolve(name + ".png")))
                .toList();
    }

    /** What stands before the ending of files, in order. */
    private static List<String> named(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ending) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ending.length()))
                    .sorted()
                    .toList();
        }
    }

    private static String figure(Path folder, String name) {
        StringBuilder html = new StringBuilder("<figure>\n");
        html.append("<a href=\"%1$s\"><img src=\"%1$s\" alt=\"%2$s\" loading=\"lazy\"></a>\n"
                .formatted(address(name + ".png"), escaped(name)));
        if (Files.isRegularFile(folder.resolve(name + ".wav"))) {
            html.append("<audio controls preload=\"none\" src=\"%s\"></audio>\n".formatted(address(name + ".wav")));
        }
        html.append("<figcaption><b>%s</b> ".formatted(escaped(name)));
        for (String ending : List.of(".mid", PROVENANCE)) {
            if (Files.isRegularFile(folder.resolve(name + ending))) {
                html.append("<a href=\"%s\">%s</a> ".formatted(address(name + ending), ending.substring(1)));
            }
        }
        notes(folder.resolve(name + ".mid"))
                .ifPresent(line -> html.append("<br>").append(escaped(line)));
        made(folder.resolve(name + PROVENANCE))
                .forEach(line -> html.append("<br>").append(escaped(line)));
        return html.append("</figcaption>\n</figure>\n").toString();
    }

    private static Optional<String> notes(Path midi) {
        try {
            PieceStatistics of = PieceStatistics.of(MidiReader.readLenient(midi).sequence());
            String range = of.lowestPitch().isEmpty()
                    ? ""
                    : ", %s to %s"
                            .formatted(of.lowestPitch().get(), of.highestPitch().orElse(""));
            return Optional.of("%s, %s of %s%s%s"
                    .formatted(
                            Plural.of(of.notes(), "note"),
                            Plural.of(of.bars(), "bar"),
                            of.meters().isEmpty() ? "4/4" : String.join(", ", of.meters()),
                            range,
                            of.keys().isEmpty() ? "" : ", " + String.join(", ", of.keys())));
        } catch (IOException none) { // a model of images has no MIDI
            return Optional.empty();
        }
    }

    /** The operation with its settings, and the similarity to the training music. */
    private static List<String> made(Path provenance) {
        try {
            if (Files.size(provenance) > MOST_BYTES) {
                return List.of();
            }
            JsonNode json = UniqueNames.JSON.readTree(Files.readAllBytes(provenance));
            JsonNode recipe = json.path("recipe");
            String details = recipe.path("details").properties().stream()
                    .filter(detail -> !detail.getKey().equals("learnedFrom"))
                    .map(detail -> detail.getKey() + " " + detail.getValue().asString(""))
                    .collect(Collectors.joining(", "));
            List<String> lines = new ArrayList<>();
            lines.add("%s by %s, seed %s%s"
                    .formatted(
                            recipe.path("operation").asString(""),
                            json.path("model").asString(""),
                            recipe.path("seed").asString(""),
                            details.isEmpty() ? "" : ": " + details));
            JsonNode originality = json.path("originality");
            String measure = originality.path("measure").asString("");
            if (measure.equals("PHRASES") || measure.equals("CELLS")) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%.0f %% known from training (%s)",
                        100 * originality.path("similarity").asDouble(0),
                        measure.equals("PHRASES") ? "5-note phrases" : "cells of the closest window"));
            }
            return lines;
        } catch (IOException | JacksonException foreign) {
            return List.of();
        }
    }

    private static String address(String file) {
        try {
            return escaped(new URI(null, null, "/" + file, null).getRawPath().substring(1));
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(file, impossible);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String html(int count, List<String> figures) {
        return MARK + "\n"
                + """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 15px/1.45 system-ui, sans-serif; margin: 1.5rem; }
                main { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%%), 1fr)); gap: 1.2rem; }
                figure { margin: 0; padding: .7rem; border: 1px solid #8886; border-radius: .4rem; }
                img { width: 100%%; height: auto; background: #fff; }
                audio { width: 100%%; margin: .3rem 0; }
                figcaption { overflow-wrap: anywhere; font-size: .9rem; }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                %2$s<main>
                %3$s</main>
                </body>
                </html>
                """.formatted(
                                Plural.of(count, "piece"),
                                count > MOST_PIECES ? "<p>The first %,d are shown.</p>\n".formatted(MOST_PIECES) : "",
                                String.join("", figures));
    }
}
