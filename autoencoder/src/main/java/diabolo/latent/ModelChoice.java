package diabolo.latent;

import diabolo.evaluation.NoteMetrics;
import diabolo.grid.Passage;
import diabolo.model.ModelFolder;
import diabolo.model.ModelFolders;
import diabolo.model.Sampler;
import diabolo.note.At;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Percent;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The included model that fits given music: by its kind where one kind of model holds it, else by measuring.
 *
 * <pre>{@code
 * ModelChoice choice = ModelChoice.of(List.of(waltz), ModelFolders.all());
 * choice.model(); // models/melody-2bar-3-4
 * }</pre>
 *
 * @param model its folder
 * @param reason for people, such as {@code one line in 3/4}
 */
public record ModelChoice(Path model, String reason) {

    /** Codecs of one line, by meter. */
    private static final List<String> MELODIES =
            List.of("melody-2bar", ModelFolders.TUNES_IN_THREE, ModelFolders.TUNES);

    private static final String DRUMS = "drums-2bar";

    /** Of all notes, so many may begin while another sounds in what is one line. */
    private static final double MOST_OVERLAPPING = 0.1;

    /** A choice takes no longer for a long piece. */
    private static final int MOST_WINDOWS = 16;

    /**
     * The model for some pieces.
     *
     * @param models the folders of included ones that can do what is asked for
     * @return empty if there is none for such music
     * @throws IOException if one cannot be read
     */
    public static Optional<ModelChoice> of(List<NoteSequence> pieces, List<Path> models) throws IOException {
        return of(pieces, models, List.of());
    }

    /**
     * The same, with some of which the first that fits is taken for melodies, alone or with chords.
     *
     * @param preferred their names
     */
    public static Optional<ModelChoice> of(List<NoteSequence> pieces, List<Path> models, List<String> preferred)
            throws IOException {
        Optional<Path> first = fitting(preferred, models, pieces);
        List<AccompaniedMelody> melodies =
                pieces.stream().map(AccompaniedMelody::of).toList();
        boolean areMelodies =
                melodies.stream().allMatch(melody -> hasTones(melody.melody()) && isOneLine(melody.melody()));
        if (first.isPresent() && areMelodies) {
            boolean isAccompanied = melodies.stream().anyMatch(AccompaniedMelody::isAccompanied);
            return Optional.of(new ModelChoice(
                    first.get(), (isAccompanied ? "a melody with chords in " : "one line in ") + metersOf(pieces)));
        }
        return byKind(pieces, models);
    }

    private static Optional<ModelChoice> byKind(List<NoteSequence> pieces, List<Path> models) throws IOException {
        if (pieces.stream().noneMatch(ModelChoice::hasTones)) {
            Optional<Path> drums = named(models, DRUMS);
            return drums.isPresent() && admits(drums.get(), pieces)
                    ? Optional.of(new ModelChoice(drums.get(), "drums alone"))
                    : Optional.empty();
        }
        List<Path> candidates = new ArrayList<>();
        for (String name : MELODIES) {
            Optional<Path> model = named(models, name);
            if (model.isPresent() && admits(model.get(), pieces)) {
                candidates.add(model.get());
            }
        }
        String meters = metersOf(pieces);
        if (!candidates.isEmpty() && pieces.stream().allMatch(ModelChoice::isOneLine)) {
            return Optional.of(new ModelChoice(candidates.getFirst(), "one line in " + meters));
        }
        named(models, ModelFolders.DEFAULT).ifPresent(candidates::add);
        return switch (candidates.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new ModelChoice(
                        candidates.getFirst(),
                        candidates.getFirst().endsWith(ModelFolders.DEFAULT)
                                ? "no other has bars of %s; this one takes any".formatted(meters)
                                : "the only one that can do this in " + meters));
            default -> Optional.of(measured(candidates, pieces));
        };
    }

    /** The meters of pieces: {@code 4/4 and 3/4}. */
    public static String metersOf(List<NoteSequence> pieces) {
        return pieces.stream()
                .flatMap(piece -> meters(piece).map(Meter::toString))
                .distinct()
                .collect(Collectors.joining(" and "));
    }

    private static Optional<Path> fitting(List<String> names, List<Path> models, List<NoteSequence> pieces)
            throws IOException {
        for (String name : names) {
            Optional<Path> model = named(models, name);
            if (model.isPresent() && admits(model.get(), pieces)) {
                return model;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> named(List<Path> models, String name) {
        return models.stream().filter(model -> model.endsWith(name)).findFirst();
    }

    private static Stream<Note> tones(NoteSequence piece) {
        return piece.parts().stream().filter(part -> !part.isDrums()).flatMap(part -> part.notes().stream());
    }

    private static boolean hasTones(NoteSequence piece) {
        return tones(piece).findAny().isPresent();
    }

    private static Stream<Meter> meters(NoteSequence piece) {
        return piece.meters().isEmpty()
                ? Stream.of(Meter.FOUR_FOUR)
                : piece.meters().stream()
                        .filter(change -> change.start().compareTo(piece.length()) < 0)
                        .map(At::value);
    }

    private static boolean admits(Path model, List<NoteSequence> pieces) throws IOException {
        return ModelFolder.describe(model).representation() instanceof TokenRepresentation tokens
                && pieces.stream().flatMap(ModelChoice::meters).allMatch(tokens::admits);
    }

    private static boolean isOneLine(NoteSequence piece) {
        List<Note> tones = tones(piece).sorted(Note.IN_TIME).toList();
        double sounding = 0;
        int overlapping = 0;
        for (Note note : tones) {
            double start = note.start().toDouble();
            overlapping += start < sounding - 0.1 ? 1 : 0; // legato overlaps a little
            sounding = Math.max(sounding, note.end().toDouble());
        }
        return overlapping <= MOST_OVERLAPPING * tones.size();
    }

    /** The one that gives back most notes. */
    private static ModelChoice measured(List<Path> candidates, List<NoteSequence> pieces) throws IOException {
        record Rated(Path model, double f1) {}
        List<Rated> rated = new ArrayList<>();
        for (Path model : candidates) {
            try (LatentSpace space = LatentSpace.load(model)) {
                rated.add(new Rated(
                        model,
                        pieces.stream()
                                .mapToDouble(piece -> f1(space, piece))
                                .average()
                                .orElse(0)));
            }
        }
        Rated best = rated.stream().max(Comparator.comparingDouble(Rated::f1)).orElseThrow();
        return new ModelChoice(
                best.model(),
                rated.stream()
                        .map(one -> "%s gives back %s of the notes (F1)"
                                .formatted(one.model().getFileName(), Percent.of(one.f1())))
                        .collect(Collectors.joining(", ")));
    }

    /** Of all tones of a piece, whether the model holds them or not. */
    private static double f1(LatentSpace space, NoteSequence piece) {
        try {
            Passage passage = space.passage(piece);
            List<Frames> windows = space.frames(passage);
            List<Frames> some = windows.subList(0, Math.min(MOST_WINDOWS, windows.size()));
            List<Frames> again = space.network().decode(space.network().encode(some), Sampler.LIKELIEST);
            int steps = some.size() * space.representation().steps();
            return NoteMetrics.of(
                            passage.music().slice(0, steps),
                            space.representation().join(again))
                    .f1();
        } catch (IllegalArgumentException unfit) { // no note in its range
            return 0;
        }
    }
}
