package diabolo.midi;

import diabolo.note.Beat;
import diabolo.note.Checks;

/** What a tick is: a fraction of a beat, or of a second. */
sealed interface Division {

    /** The position in quarter notes, exact. */
    Beat toBeat(long tick);

    /** Musical time: so many ticks to the quarter note, 1 to 32767. */
    record TicksPerBeat(int ticks) implements Division {

        public TicksPerBeat {
            Checks.requireBetween("ticksPerBeat", ticks, 1, 32_767);
        }

        @Override
        public Beat toBeat(long tick) {
            return Beat.of(tick, ticks);
        }
    }

    /**
     * SMPTE time: so many ticks to the frame of a film. It has no beats, so we count two to the second, which is a tempo of
     * 120; 29 frames stand for the 30000/1001 of television.
     *
     * @param framesPerSecond 1 to 128; the format knows 24, 25, 29 and 30
     * @param ticksPerFrame 1 to 255
     */
    record Timecode(int framesPerSecond, int ticksPerFrame) implements Division {

        static final int BEATS_PER_SECOND = 2;

        public Timecode {
            Checks.requireBetween("framesPerSecond", framesPerSecond, 1, 128);
            Checks.requireBetween("ticksPerFrame", ticksPerFrame, 1, 255);
        }

        @Override
        public Beat toBeat(long tick) {
            return framesPerSecond == 29
                    ? Beat.of(tick * 1001 * BEATS_PER_SECOND, 30_000L * ticksPerFrame)
                    : Beat.of(tick * BEATS_PER_SECOND, (long) framesPerSecond * ticksPerFrame);
        }
    }
}
