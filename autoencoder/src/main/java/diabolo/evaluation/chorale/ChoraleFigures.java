package diabolo.evaluation.chorale;

import static diabolo.note.Checks.require;

import java.util.List;

/**
 * Pieces of four voices as music: the figures that a choir director would check.
 *
 * <pre>{@code
 * ChoraleFigures figures = ChoraleFigures.of(chorales);
 * figures.chords();       // 0.93: so many of the sonorities are triads or sevenths
 * }</pre>
 *
 * <p>All shares are 0 to 1.
 *
 * @param chords of the sonorities in which a voice begins and none rests, the share of triads and seventh chords, fifths left out or not
 * @param parallelsPerHundredMoves parallel fifths and octaves per hundred changes of the sonority
 * @param crossed share of the steps at which a voice is above the one over it
 * @param wide share of the steps at which soprano and alto, or alto and tenor, are more than an octave apart
 * @param inRange share of the notes of the three lower voices that are in their voice's range, see {@link Voice}
 * @param leadingTonesResolved share of the leading tones of dominant chords before a chord with the tonic that rise to it; 1 without any
 * @param tonicEnd share of the pieces whose last chord is the tonic's, with the tonic in the bass
 * @param notesPerBeat that each of the three lower voices begins, mean
 */
public record ChoraleFigures(
        double chords,
        double parallelsPerHundredMoves,
        double crossed,
        double wide,
        double inRange,
        double leadingTonesResolved,
        double tonicEnd,
        double notesPerBeat) {

    private static final double HUNDRED = 100;

    /**
     * Those of pieces together.
     *
     * @param chorales one or more
     */
    public static ChoraleFigures of(List<Chorale> chorales) {
        require(!chorales.isEmpty(), "at least one piece is needed, there was none");
        VoiceLeading leading = chorales.stream()
                .map(VoiceLeading::of)
                .reduce(VoiceLeading::plus)
                .orElseThrow();
        int sonorities = 0;
        int chords = 0;
        int notes = 0;
        int inRange = 0;
        int beats = 0;
        for (Chorale chorale : chorales) {
            beats += chorale.steps();
            for (int step = 0; step < chorale.steps(); step++) {
                int[] pitches = chorale.sonority(step);
                boolean counts = chorale.isNew(step) && Sonority.isWhole(pitches);
                sonorities += counts ? 1 : 0;
                chords += counts && Sonority.isChord(pitches) ? 1 : 0;
                for (Voice voice : List.of(Voice.ALTO, Voice.TENOR, Voice.BASS)) {
                    int pitch = chorale.pitch(voice, step);
                    boolean isNote = chorale.begins(voice, step) && pitch != Chorale.REST;
                    notes += isNote ? 1 : 0;
                    inRange += isNote && voice.reaches(pitch) ? 1 : 0;
                }
            }
        }
        int ends = Math.toIntExact(
                chorales.stream().filter(ChoraleFigures::endsOnTonic).count());
        return new ChoraleFigures(
                share(chords, sonorities),
                HUNDRED * leading.parallels() / Math.max(1, leading.moves()),
                share(leading.crossed(), leading.steps()),
                share(leading.wide(), leading.steps()),
                share(inRange, notes),
                leading.leadingTones() == 0 ? 1 : share(leading.resolved(), leading.leadingTones()),
                share(ends, chorales.size()),
                share(notes * BarPlace.STEPS_PER_BEAT, beats * (Voice.COUNT - 1)));
    }

    /** Whether the last chord of a piece is the tonic's. */
    public static boolean endsOnTonic(Chorale chorale) {
        for (int step = chorale.steps() - 1; step >= 0; step--) {
            int[] pitches = chorale.sonority(step);
            if (Sonority.isWhole(pitches)) {
                return Sonority.isTonic(pitches, chorale.key().tonicPitchClass());
            }
        }
        return false;
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : part / whole;
    }
}
