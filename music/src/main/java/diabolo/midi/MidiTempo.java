package diabolo.midi;

import diabolo.note.Tempo;

/** Between tempos in beats a minute and the whole microseconds a beat that MIDI keeps. */
final class MidiTempo {

    static final int MAX_MICROSECONDS = 0xFFFFFF;

    private static final double MICROSECONDS_PER_MINUTE = 60_000_000;

    private MidiTempo() {}

    /** The roundest number of beats a minute, up to three decimals, that is kept as these microseconds: 545455 gives 110. */
    static Tempo of(int microsecondsPerBeat) {
        double exact = MICROSECONDS_PER_MINUTE / microsecondsPerBeat;
        for (double factor = 1; factor <= 1000; factor *= 10) {
            double rounded = Math.round(exact * factor) / factor;
            if (rounded >= 1 && toMicroseconds(rounded) == microsecondsPerBeat) {
                return new Tempo(rounded);
            }
        }
        return new Tempo(exact);
    }

    static long toMicroseconds(double beatsPerMinute) {
        return Math.round(MICROSECONDS_PER_MINUTE / beatsPerMinute);
    }
}
