package diabolo.midi;

/**
 * The six bytes of the header chunk.
 *
 * @param tracks how many the file announces
 */
record Header(int format, int tracks, Division division) {

    private static final int DIVISION_WHERE_NONE_IS_GIVEN = 480;

    static Header read(byte[] bytes, int start, Diagnosis diagnosis) throws MalformedMidiException {
        int format = (int) unsigned16(bytes, start);
        if (format > 2) {
            diagnosis.repair(start, "the format must be 0, 1 or 2, was " + format, "it is read as format 1");
            format = 1;
        }
        int tracks = (int) unsigned16(bytes, start + 2);
        return new Header(format, tracks, division(bytes, start + 4, diagnosis));
    }

    private static Division division(byte[] bytes, int offset, Diagnosis diagnosis) throws MalformedMidiException {
        int value = (int) unsigned16(bytes, offset);
        if (value == 0) {
            diagnosis.repair(
                    offset,
                    "the ticks of a quarter note must be between 1 and 32767, were 0",
                    "480 are assumed, so the tempo may be wrong");
            return new Division.TicksPerBeat(DIVISION_WHERE_NONE_IS_GIVEN);
        }
        if (value < 0x8000) {
            return new Division.TicksPerBeat(value);
        }
        return timecode(-bytes[offset], value & 0xFF, offset, diagnosis);
    }

    private static Division timecode(int framesPerSecond, int ticksPerFrame, int offset, Diagnosis diagnosis)
            throws MalformedMidiException {
        switch (framesPerSecond) {
            case 24, 25, 29, 30 -> {}
            default ->
                diagnosis.repair(
                        offset,
                        "SMPTE time has 24, 25, 29 or 30 frames a second, was " + framesPerSecond,
                        "the figure is believed");
        }
        if (ticksPerFrame == 0) {
            diagnosis.repair(
                    offset + 1, "the ticks of a frame must be between 1 and 255, were 0", "1 tick a frame is assumed");
        }
        diagnosis.noted(
                "byte " + offset,
                "time is counted in seconds (%d frames of %d ticks), not in beats"
                        .formatted(framesPerSecond, ticksPerFrame),
                "two beats are counted to the second");
        return new Division.Timecode(framesPerSecond, Math.max(1, ticksPerFrame));
    }

    static long unsigned16(byte[] bytes, int offset) {
        return (Byte.toUnsignedLong(bytes[offset]) << 8) | Byte.toUnsignedLong(bytes[offset + 1]);
    }
}
