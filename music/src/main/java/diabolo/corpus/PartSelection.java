package diabolo.corpus;

import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.note.Instrument;
import diabolo.representation.DrumClass;
import diabolo.representation.Drums;
import diabolo.representation.MelodicLine;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of a piece that are heard together in a window: of a melody one, of a trio a lead, a bass and the drums. Each is
 * already the line that a representation holds, one note at a time, so that it can be cut anywhere.
 *
 * @param taken excerpts of the piece, each to the end of its last note
 * @param left those above the number that is taken of a piece
 * @param unplacedNotes notes of the piece in none of the lines taken
 * @param reasonForNone why none is taken, if none is
 */
record PartSelection(
        List<QuantizedSequence> taken, List<QuantizedSequence> left, int unplacedNotes, String reasonForNone) {

    /** So that a file of thousands of parts costs no more than its bytes. */
    private static final int MOST_MELODIES = 64;

    /** MusicVAE takes every lead with every bass; a piece of many parts would then be most of a corpus. */
    private static final int MOST_TRIOS = 16;

    static PartSelection of(
            CorpusSpec spec, TokenRepresentation tokens, QuantizedSequence piece, MelodyParts melodyParts) {
        Lines lines = new Lines(piece);
        return switch (tokens) {
            case Melody melody -> lines.melodies(melodyParts);
            case Drums drums -> lines.drums();
            case Trio trio -> lines.trios(spec.missingBass());
        };
    }

    /** The lines of one piece. */
    private record Lines(QuantizedSequence piece) {

        PartSelection melodies(MelodyParts melodyParts) {
            List<QuantizedPart> parts =
                    switch (melodyParts) {
                        case MAIN -> mainPart().stream().toList();
                        case EVERY_LEAD -> partsOf(Trio.MELODY);
                    };
            List<List<QuantizedPart>> selection =
                    sounding(parts).stream().map(List::of).toList();
            return selection(
                    selection,
                    MOST_MELODIES,
                    "it has no part for a melody: "
                            + switch (melodyParts) {
                                case MAIN -> "none has tones of the piano's range";
                                case EVERY_LEAD ->
                                    "none of General MIDI programs 0 to 31 has tones of the piano's range";
                            });
        }

        PartSelection drums() {
            List<List<QuantizedPart>> kit = kit().stream().map(List::of).toList();
            return selection(kit, 1, "it has no drums");
        }

        PartSelection trios(MissingBass missingBass) {
            List<QuantizedPart> leads = sounding(partsOf(Trio.MELODY));
            List<QuantizedPart> basses = sounding(partsOf(Trio.BASS));
            List<List<QuantizedPart>> trios = new ArrayList<>();
            for (QuantizedPart drums : kit().stream().toList()) {
                for (QuantizedPart lead : firstOf(leads)) {
                    for (QuantizedPart bass : firstOf(basses)) {
                        trios.add(List.of(lead, bass, drums));
                    }
                }
            }
            if (missingBass == MissingBass.FROM_CHORDS && basses.isEmpty() && kit().isEmpty()) {
                tuneWithChords().ifPresent(trios::add);
            }
            return selection(
                    trios,
                    MOST_TRIOS,
                    "a trio needs a melody (General MIDI programs 0 to 31), a bass (32 to 39) and drums, but it has %d, %d and %s%s"
                            .formatted(
                                    leads.size(),
                                    basses.size(),
                                    kit().isPresent() ? "drums" : "no drums",
                                    missingBass == MissingBass.REFUSED
                                                    && tuneWithChords().isPresent()
                                            ? "; a tune with chords counts if the bass is taken from these (--bass-from-chords)"
                                            : ""));
        }

        /** The tune, what lies lowest in its chords, and drums that rest; empty where there is no tune or no chord. */
        private Optional<List<QuantizedPart>> tuneWithChords() {
            return mainPart().flatMap(tune -> {
                List<QuantizedNote> line = highestLine(tune).notes();
                QuantizedPart bass = ChordBass.under(tune, piece);
                return line.isEmpty() || bass.notes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(List.of(
                                new QuantizedPart(tune.name(), Instrument.PIANO, line), bass, drums(List.of())));
            });
        }

        private static List<QuantizedPart> firstOf(List<QuantizedPart> parts) {
            return parts.subList(0, Math.min(MOST_TRIOS, parts.size()));
        }

        private PartSelection selection(List<List<QuantizedPart>> selection, int most, String reasonForNone) {
            List<QuantizedSequence> all = selection.stream().map(this::heard).toList();
            List<QuantizedSequence> taken = all.subList(0, Math.min(most, all.size()));
            Set<QuantizedNote> given = piece.allNotes().collect(Collectors.toSet());
            int held = taken.stream()
                    .flatMap(selected -> selected.parts().stream())
                    .distinct()
                    .filter(part -> part.notes().stream().anyMatch(given::contains)) // not made of chord symbols
                    .mapToInt(part -> part.notes().size())
                    .sum();
            int notes = (int) piece.allNotes().count();
            return new PartSelection(
                    taken, all.subList(taken.size(), all.size()), Math.max(0, notes - held), reasonForNone);
        }

        /** The piece with these parts alone, no longer than they sound. */
        private QuantizedSequence heard(List<QuantizedPart> parts) {
            int end = parts.stream()
                    .flatMap(part -> part.notes().stream())
                    .mapToInt(QuantizedNote::endStep)
                    .max()
                    .orElse(0);
            return new QuantizedSequence(
                    piece.title(), piece.grid(), end, parts, piece.tempos(), piece.meters(), piece.keys());
        }

        private Optional<QuantizedPart> mainPart() {
            List<QuantizedPart> tones = piece.parts().stream()
                    .filter(part -> !part.isDrums() && !part.notes().isEmpty())
                    .toList();
            return tones.stream().filter(Lines::isNamedAsMelody).findFirst().or(() -> tones.stream()
                    .findFirst());
        }

        private static boolean isNamedAsMelody(QuantizedPart part) {
            String name = part.name().toLowerCase(Locale.ROOT);
            return name.contains("melody") || name.contains("soprano");
        }

        private List<QuantizedPart> partsOf(int line) {
            return piece.parts().stream()
                    .filter(part -> Trio.lineOf(part.instrument()).equals(Optional.of(line)))
                    .toList();
        }

        private static List<QuantizedPart> sounding(List<QuantizedPart> parts) {
            return parts.stream()
                    .map(Lines::highestLine)
                    .filter(part -> !part.notes().isEmpty())
                    .toList();
        }

        private static QuantizedPart highestLine(QuantizedPart part) {
            List<QuantizedNote> inRange = part.notes().stream()
                    .filter(note -> Melody.contains(note.pitch()))
                    .toList();
            return new QuantizedPart(
                    part.name(), part.instrument(), MelodicLine.of(inRange).notes());
        }

        /** All drum parts as one, each hit a step long. */
        private Optional<QuantizedPart> kit() {
            List<QuantizedNote> hits = piece.parts().stream()
                    .filter(QuantizedPart::isDrums)
                    .flatMap(part -> part.notes().stream())
                    .filter(note -> DrumClass.of(note.pitch()).isPresent())
                    .map(note -> new QuantizedNote(note.pitch(), note.velocity(), note.startStep(), 1))
                    .toList();
            return hits.isEmpty() ? Optional.empty() : Optional.of(drums(hits));
        }

        private static QuantizedPart drums(List<QuantizedNote> hits) {
            return new QuantizedPart("drums", new Instrument.Drums(), hits);
        }
    }
}
