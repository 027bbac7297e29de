package diabolo.latent;

import static diabolo.note.Checks.require;

import diabolo.grid.Passage;
import diabolo.grid.QuantizedSequence;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.representation.Drums;
import diabolo.representation.Encoded;
import diabolo.representation.Frames;
import diabolo.representation.Line;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.Representation;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Trio;
import diabolo.representation.UnsuitableMeterException;
import java.util.List;
import java.util.stream.IntStream;

/** Cuts pieces into a model's windows. */
final class PieceWindows {

    private PieceWindows() {}

    /**
     * A passage ready to be cut: for tokens with its pickup at the end of a full bar, since corpora of tokens are cut at bar
     * lines; corpora of piano rolls are cut from the first step of a file.
     */
    static Passage passage(Representation representation, Passage written) {
        return switch (representation) {
            case PianoRoll _ -> written;
            case TokenRepresentation _ -> written.withWholePickup();
        };
    }

    /**
     * The windows of a passage. The last is padded with silence; a note across a boundary becomes two.
     *
     * @throws IllegalArgumentException if the representation holds no note of the passage
     * @throws UnsuitableMeterException if it has bars of another meter
     */
    static List<Frames> cut(Representation representation, Passage passage) {
        QuantizedSequence quantized = passage.music();
        require(
                quantized.allNotes().findAny().isPresent(),
                "\"%s\" has no notes to encode; choose a piece that sounds".formatted(quantized.title()));
        int windows = Math.ceilDiv(quantized.lengthInSteps(), representation.steps());
        switch (representation) {
            case PianoRoll _ -> {} // has no bars
            case TokenRepresentation tokens -> requireMeters(tokens, passage);
        }
        List<Frames> frames = IntStream.range(0, windows)
                .mapToObj(window ->
                        representation.encode(quantized.slice(window * representation.steps(), representation.steps())))
                .toList();
        require(!frames.stream().allMatch(representation::isSilent), nothingKnown(representation, quantized));
        return frames;
    }

    /** What the representation loses of a passage. */
    static Encoded.Loss loss(Representation representation, Passage passage) {
        QuantizedSequence quantized = passage.music();
        Encoded.Loss loss = Encoded.Loss.NONE;
        for (int first = 0; first < quantized.lengthInSteps(); first += representation.steps()) {
            QuantizedSequence window = quantized.slice(first, representation.steps());
            loss = loss.plus(representation.encodeReporting(window).loss());
        }
        return loss;
    }

    /** Checked before cutting, since a window knows only its own beats. */
    private static void requireMeters(TokenRepresentation tokens, Passage passage) {
        QuantizedSequence piece = passage.music();
        Beat end = tokens.grid().beatOf(piece.lengthInSteps());
        for (At<Meter> change : piece.meters()) {
            if (change.start().compareTo(end) < 0 && !tokens.admits(change.value())) {
                throw new UnsuitableMeterException(
                        "\"%s\" has the time signature %s at bar %d, but the model was trained on %s; choose a passage in %s, or a model for %s"
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
        if (drumsAlone && representation.lines().stream().allMatch(Line::isPitched)) {
            return "\"%s\" has drums alone, and a model of %s has none; choose a model of drums, such as drums-2bar"
                    .formatted(piece.title(), representation.name());
        }
        String fault =
                switch (representation) {
                    case PianoRoll _ -> outOfRange(representation);
                    case Melody _ -> outOfRange(representation);
                    case Drums _ ->
                        "no drums, and a model of drums has nothing else; choose a model of melodies, such as melody-2bar";
                    case Trio _ -> "no notes for a model of trios; choose a piece with melody, bass or drums";
                };
        return "\"%s\" has %s".formatted(piece.title(), fault);
    }

    private static String outOfRange(Representation representation) {
        return "no notes from MIDI pitch %d to %d, the model's range; transpose it into that"
                .formatted(representation.lowestPitch(), representation.highestPitch());
    }
}
