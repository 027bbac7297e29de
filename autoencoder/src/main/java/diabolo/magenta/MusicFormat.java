package diabolo.magenta;

import diabolo.representation.DrumClass;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The music of a checkpoint, from {@code converter.json} of a dump or {@code config.json} of magenta-js.
 *
 * @param representation with the same tokens as the converter
 * @param segments of a conductor; 0 if there is none
 */
record MusicFormat(TokenRepresentation representation, int segments) {

    private static final String CONVERTER = "converter.json";
    private static final String CONFIG = "config.json";
    private static final int STEPS_PER_BAR = 16;
    private static final int MOST_BARS = 256;

    static MusicFormat read(CheckpointFolder folder) throws IOException {
        Path path = folder.path();
        if (folder.has(CONFIG)) {
            JsonNode config = folder.json(CONFIG);
            if (!config.path("type").asString("").equals("MusicVAE")) {
                throw unknown(
                        path,
                        "config.json is of type %s, not MusicVAE"
                                .formatted(CheckpointFolder.words(config.path("type"))));
            }
            if (config.hasNonNull("chordEncoder")) {
                throw unknown(
                        path,
                        "it plays to chords (chordEncoder %s)"
                                .formatted(CheckpointFolder.words(config.path("chordEncoder"))));
            }
            return of(path, config.path("dataConverter"));
        }
        if (folder.has(CONVERTER)) {
            return of(path, folder.json(CONVERTER));
        }
        throw UnreadableCheckpointException.broken(
                path, "it has neither %s nor %s, which describe its music".formatted(CONFIG, CONVERTER));
    }

    private static MusicFormat of(Path path, JsonNode converter) throws IOException {
        JsonNode arguments = converter.path("args");
        int bars = bars(path, arguments.path("numSteps"));
        TokenRepresentation representation =
                switch (converter.path("type").asString("")) {
                    case "MelodyConverter" -> {
                        requirePianoPitches(path, arguments);
                        yield Melody.of(bars);
                    }
                    case "DrumsConverter", "DrumsOneHotConverter" -> {
                        requireNineDrums(path, arguments);
                        yield Drums.of(bars);
                    }
                    case "TrioConverter" -> {
                        requirePianoPitches(path, arguments.path("melArgs"));
                        requirePianoPitches(path, arguments.path("bassArgs"));
                        requireNineDrums(path, arguments.path("drumsArgs"));
                        yield Trio.of(bars);
                    }
                    default ->
                        throw unknown(
                                path,
                                "its converter is %s, and MelodyConverter, DrumsConverter, DrumsOneHotConverter and TrioConverter are known"
                                        .formatted(CheckpointFolder.words(converter.path("type"))));
                };
        return new MusicFormat(representation, segments(path, arguments.path("numSegments"), representation.steps()));
    }

    private static int bars(Path path, JsonNode steps) throws IOException {
        if (!steps.isInt() || steps.asInt() < 1 || steps.asInt() % STEPS_PER_BAR != 0) {
            throw unknown(
                    path,
                    "its numSteps is %s, which must be whole bars of 16 steps"
                            .formatted(CheckpointFolder.words(steps)));
        }
        if (steps.asInt() / STEPS_PER_BAR > MOST_BARS) {
            throw unknown(
                    path,
                    "its numSteps is %s, and at most %d bars can be held"
                            .formatted(CheckpointFolder.words(steps), MOST_BARS));
        }
        return steps.asInt() / STEPS_PER_BAR;
    }

    private static int segments(Path path, JsonNode segments, int steps) throws IOException {
        if (segments.isMissingNode() || segments.isNull()) {
            return 0;
        }
        if (!segments.isInt() || segments.asInt() < 1 || steps % segments.asInt() != 0) {
            throw unknown(
                    path,
                    "its numSegments is %s, which must divide the %d steps"
                            .formatted(CheckpointFolder.words(segments), steps));
        }
        return segments.asInt();
    }

    private static void requirePianoPitches(Path path, JsonNode arguments) throws IOException {
        JsonNode lowest = arguments.path("minPitch");
        JsonNode highest = arguments.path("maxPitch");
        if (lowest.asInt(-1) != Melody.LOWEST_PITCH || highest.asInt(-1) != Melody.HIGHEST_PITCH) {
            throw unknown(
                    path,
                    "its pitches are %s to %s, and the tokens here are for %d to %d"
                            .formatted(
                                    CheckpointFolder.words(lowest),
                                    CheckpointFolder.words(highest),
                                    Melody.LOWEST_PITCH,
                                    Melody.HIGHEST_PITCH));
        }
    }

    private static void requireNineDrums(Path path, JsonNode arguments) throws IOException {
        JsonNode classes = arguments.path("pitchClasses");
        if (classes.isMissingNode() || classes.isNull()) {
            return; // the default nine
        }
        List<Integer> chosen = new ArrayList<>();
        for (JsonNode pitches : classes) {
            chosen.add(pitches.path(0).asInt(-1));
        }
        List<Integer> usual =
                Stream.of(DrumClass.values()).map(drum -> drum.pitch().midi()).toList();
        if (!chosen.equals(usual)) {
            throw unknown(path, "its %d drum classes are not the usual nine".formatted(classes.size()));
        }
    }

    private static UnreadableCheckpointException unknown(Path path, String reason) {
        return UnreadableCheckpointException.unknown(path, reason);
    }
}
