package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.representation.Drums;
import diabolo.representation.Encoded;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import diabolo.representation.UnsuitableMeterException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pieces of any length, cut into a model's windows and put together from them. */
final class PieceWindows {

    private PieceWindows() {}

    /**
     * A passage as it is cut: for tokens with its pickup at the end of a bar of its own, since corpora of tokens
     * are cut at bar lines, those of piano rolls from the first step of a file.
     */
    static Passage passage(Representation representation, Passage written) {
        return switch (representation) {
            case PianoRoll _ -> written;
            case TokenRepresentation _ -> written.withWholePickup();
        };
    }

    /**
     * The windows of a passage: [windows][cells]. The last is filled up with silence; a note across a seam becomes two.
     *
     * @throws IllegalArgumentException if nothing of the passage can be heard in the representation
     * @throws UnsuitableMeterException if it has bars of another metre
     */
    static float[][] cut(Representation representation, Passage passage) {
        QuantizedSequence quantized = passage.music();
        require(
                quantized.allNotes().findAny().isPresent(),
                "\"%s\" has no notes to encode; choose a piece that sounds".formatted(quantized.title()));
        int windows = Math.ceilDiv(quantized.lengthInSteps(), representation.steps());
        if (representation instanceof TokenRepresentation tokens) {
            requireMeters(tokens, passage);
        }
        float[][] frames = new float[windows][];
        boolean sounds = false;
        for (int window = 0; window < windows; window++) {
            frames[window] =
                    representation.encode(quantized.slice(window * representation.steps(), representation.steps()));
            sounds |= representation.decode(frames[window]).allNotes().findAny().isPresent();
        }
        require(sounds, nothingKnown(representation, quantized));
        return frames;
    }

    /** What the windows of a passage do not hold of it. */
    static Encoded.Loss loss(Representation representation, Passage passage) {
        QuantizedSequence quantized = passage.music();
        Encoded.Loss loss = Encoded.Loss.NONE;
        for (int first = 0; first < quantized.lengthInSteps(); first += representation.steps()) {
            QuantizedSequence window = quantized.slice(first, representation.steps());
            loss = loss.plus(representation.encodeReporting(window).loss());
        }
        return loss;
    }

    /** Before it is cut: a window knows its own beats alone. */
    private static void requireMeters(TokenRepresentation tokens, Passage passage) {
        QuantizedSequence piece = passage.music();
        Beat end = tokens.grid().beatOf(piece.lengthInSteps());
        for (At<Meter> change : piece.meters()) {
            if (change.start().compareTo(end) < 0 && !tokens.admits(change.value())) {
                throw new UnsuitableMeterException(
                        "\"%s\" has the time signature %s at bar %d, but the model knows bars of %s; choose a passage in %s, or a model for %s"
                                .formatted(
                                        piece.title(),
                                        change.value(),
                                        passage.barAt((int) change.start()
                                                .toTicks(tokens.grid().stepsPerBeat())),
                                        tokens.meter(),
                                        tokens.meter(),
                                        change.value()));
            }
        }
    }

    private static String nothingKnown(Representation representation, QuantizedSequence piece) {
        boolean drumsAlone = piece.parts().stream()
                .allMatch(part -> part.isDrums() || part.notes().isEmpty());
        if (drumsAlone && (representation instanceof PianoRoll || representation instanceof Melody)) {
            return "\"%s\" has drums alone, and a model of %s knows none; choose a model of drums, such as drums-2bar"
                    .formatted(piece.title(), representation.name());
        }
        String way =
                switch (representation) {
                    case PianoRoll roll -> outOfRange(roll.lowestPitch(), roll.lowestPitch() + roll.pitches() - 1);
                    case Melody _ -> outOfRange(Melody.LOWEST_PITCH, Melody.HIGHEST_PITCH);
                    case Drums _ ->
                        "no drums, and a model of drums knows nothing else; choose a model of melodies, such as melody-2bar";
                    case Trio _ -> "no notes that a model of trios knows; choose a piece with melody, bass or drums";
                };
        return "\"%s\" has %s".formatted(piece.title(), way);
    }

    private static String outOfRange(int lowest, int highest) {
        return "no notes from MIDI pitch %d to %d, which the model knows; transpose it into that range"
                .formatted(lowest, highest);
    }

    /** Windows one after the other. */
    static QuantizedSequence join(Representation representation, List<float[]> windows) {
        return switch (representation) {
            case PianoRoll roll -> joinedRolls(roll, windows);
            case TokenRepresentation tokens -> joinedTokens(tokens, windows);
        };
    }

    /** What sounds on both sides of a seam is one note. */
    private static QuantizedSequence joinedRolls(PianoRoll roll, List<float[]> windows) {
        PianoRoll whole = new PianoRoll(roll.grid(), roll.steps() * windows.size(), roll.lowestPitch(), roll.pitches());
        float[] cells = new float[whole.cells()];
        for (int i = 0; i < windows.size(); i++) {
            System.arraycopy(windows.get(i), 0, cells, i * roll.cells(), roll.cells());
        }
        return whole.decode(cells);
    }

    private static QuantizedSequence joinedTokens(TokenRepresentation representation, List<float[]> windows) {
        Map<String, QuantizedPart> parts = new LinkedHashMap<>();
        QuantizedSequence last = representation.decode(windows.getFirst());
        for (int i = 0; i < windows.size(); i++) {
            int firstStep = i * representation.steps();
            last = representation.decode(windows.get(i));
            for (QuantizedPart part : last.parts()) {
                List<QuantizedNote> notes = part.notes().stream()
                        .map(note -> new QuantizedNote(
                                note.pitch(), note.velocity(), firstStep + note.startStep(), note.lengthInSteps()))
                        .toList();
                parts.merge(part.name(), new QuantizedPart(part.name(), part.instrument(), notes), PieceWindows::with);
            }
        }
        return new QuantizedSequence(
                "",
                last.grid(),
                representation.steps() * windows.size(),
                List.copyOf(parts.values()),
                last.tempos(),
                last.meters(),
                last.keys(),
                last.chords());
    }

    private static QuantizedPart with(QuantizedPart before, QuantizedPart after) {
        List<QuantizedNote> notes = new ArrayList<>(before.notes());
        notes.addAll(after.notes());
        return new QuantizedPart(before.name(), before.instrument(), notes);
    }
}
