package diabolo.accompaniment;

import diabolo.grid.BarSpan;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordKind;
import diabolo.note.ChordSymbol;
import diabolo.note.Note;
import diabolo.note.Pitch;
import diabolo.note.Velocity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Plays chord symbols in the rhythm of a pattern. A note that is held when the chord changes ends there and is struck again in the new
 * chord; the first bass note of a chord is its root or the bass that the symbol names.
 *
 * <p>Used for one piece.
 */
final class PlayedChords {

    private static final Velocity BASS = Velocity.of(68);
    private static final Velocity CHORD = Velocity.of(54);

    private final List<At<ChordSymbol>> chords;
    private final List<Note> inner = new ArrayList<>();
    private final List<Note> bass = new ArrayList<>();
    private final BassLine bassLine = new BassLine();
    private Voicing voicing = Voicing.NONE;
    private Optional<ChordSymbol> voiced = Optional.empty();
    private Optional<ChordSymbol> bassChord = Optional.empty();

    PlayedChords(List<At<ChordSymbol>> chords) {
        this.chords = chords;
    }

    List<Note> inner() {
        return inner;
    }

    List<Note> bass() {
        return bass;
    }

    void play(BarSpan bar, PatternBar pattern) {
        play(bar, pattern.chord(), this::strikeChord);
        play(bar, pattern.bass(), this::strikeBass);
    }

    /** Strikes what a letter means from a beat to another. */
    @FunctionalInterface
    private interface Strike {
        void of(char letter, ChordSymbol chord, Beat start, Beat end);
    }

    private void play(BarSpan bar, String letters, Strike strike) {
        Beat step = bar.meter().barLength().dividedBy(letters.length());
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            if (letter == PatternBar.REST || letter == PatternBar.HOLD) {
                continue;
            }
            int until = i + 1;
            while (until < letters.length() && letters.charAt(until) == PatternBar.HOLD) {
                until++;
            }
            Beat start = bar.start().plus(step.times(i));
            Beat end = Beat.min(bar.end(), bar.start().plus(step.times(until)));
            throughChanges(letter, start, end, strike);
        }
    }

    private void throughChanges(char letter, Beat start, Beat end, Strike strike) {
        Beat from = start;
        while (from.compareTo(end) < 0) {
            Beat position = from;
            Beat until = chords.stream()
                    .map(At::start)
                    .filter(change -> change.compareTo(position) > 0 && change.compareTo(end) < 0)
                    .findFirst()
                    .orElse(end);
            chordAt(position).ifPresent(chord -> strike.of(letter, chord, position, until));
            from = until;
        }
    }

    private Optional<ChordSymbol> chordAt(Beat position) {
        ChordSymbol holding = ChordSymbol.NO_CHORD;
        for (At<ChordSymbol> chord : chords) {
            if (chord.start().compareTo(position) > 0) {
                break;
            }
            holding = chord.value();
        }
        return holding.kind() == ChordKind.NONE ? Optional.empty() : Optional.of(holding);
    }

    private void strikeChord(char letter, ChordSymbol chord, Beat start, Beat end) {
        if (!voiced.equals(Optional.of(chord))) {
            voicing = voicing.next(chord);
            voiced = Optional.of(chord);
        }
        List<Integer> pitches = voicing.pitches();
        List<Integer> struck = letter == 'x' || pitches.isEmpty()
                ? pitches
                : List.of(pitches.get(Math.min(letter - 'a', pitches.size() - 1)));
        struck.forEach(pitch -> inner.add(new Note(Pitch.of(pitch), CHORD, start, end.minus(start))));
    }

    private void strikeBass(char letter, ChordSymbol chord, Beat start, Beat end) {
        boolean isFirst = !bassChord.equals(Optional.of(chord));
        bassChord = Optional.of(chord);
        int pitch = bassLine.pitch(isFirst ? '1' : letter, chord);
        bass.add(new Note(Pitch.of(pitch), BASS, start, end.minus(start)));
    }
}
