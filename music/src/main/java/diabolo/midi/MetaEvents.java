package diabolo.midi;

import diabolo.note.Key;
import diabolo.note.Meter;
import java.util.Optional;

/** Reads the meta events that matter for notes: names, tempo, meter and key. */
final class MetaEvents {

    static final int TEXT = 0x01;
    static final int TRACK_NAME = 0x03;
    static final int INSTRUMENT_NAME = 0x04;
    static final int PORT = 0x21;
    static final int END_OF_TRACK = 0x2F;
    static final int TEMPO = 0x51;
    static final int TIME_SIGNATURE = 0x58;
    static final int KEY_SIGNATURE = 0x59;

    private static final int LAST_TEXT_TYPE = 0x0F;

    /** No music is written in beats shorter than a sixty-fourth. */
    private static final int MOST_HALVINGS = 6;

    private MetaEvents() {}

    /** @param offset of the FF, for messages */
    static Optional<MidiEvent.Meta> read(int offset, long tick, int type, byte[] data, Diagnosis diagnosis)
            throws MalformedMidiException {
        return switch (type) {
            case TEXT -> text(tick, MidiText.decode(data), diagnosis);
            case TRACK_NAME -> Optional.of(new MidiEvent.TrackName(tick, MidiText.decode(data)));
            case INSTRUMENT_NAME -> Optional.of(new MidiEvent.InstrumentName(tick, MidiText.decode(data)));
            case TEMPO -> tempo(offset, tick, data, diagnosis);
            case TIME_SIGNATURE -> meter(offset, tick, data, diagnosis);
            case KEY_SIGNATURE -> key(offset, tick, data, diagnosis);
            default -> {
                diagnosis.leaveOut(type <= LAST_TEXT_TYPE ? LeftOut.TEXTS : LeftOut.OTHER_META_EVENTS);
                yield Optional.empty();
            }
        };
    }

    private static Optional<MidiEvent.Meta> text(long tick, String text, Diagnosis diagnosis) {
        if (text.equals(MidiEvent.Continuation.TEXT)) {
            return Optional.of(new MidiEvent.Continuation(tick));
        }
        diagnosis.leaveOut(LeftOut.TEXTS);
        return Optional.empty();
    }

    private static Optional<MidiEvent.Meta> tempo(int offset, long tick, byte[] data, Diagnosis diagnosis)
            throws MalformedMidiException {
        int microseconds = 0;
        for (byte octet : data) {
            microseconds = (microseconds << 8) | Byte.toUnsignedInt(octet);
        }
        if (data.length != 3 || microseconds == 0) {
            diagnosis.repair(offset, "a tempo is 3 bytes and not zero, found " + hex(data), "the tempo is left out");
            return Optional.empty();
        }
        return Optional.of(new MidiEvent.TempoChange(tick, microseconds));
    }

    private static Optional<MidiEvent.Meta> meter(int offset, long tick, byte[] data, Diagnosis diagnosis)
            throws MalformedMidiException {
        if (data.length != 4) {
            diagnosis.repair(
                    offset, "a time signature is 4 bytes, found " + hex(data), "the first 2 are read, if there");
        }
        if (data.length < 2 || data[0] == 0 || data[1] < 0 || data[1] > MOST_HALVINGS) {
            diagnosis.repair(
                    offset,
                    "a time signature needs 1 to 255 beats and a unit of 2 to the power of 0 to 6, found " + hex(data),
                    "the time signature is left out");
            return Optional.empty();
        }
        return Optional.of(new MidiEvent.MeterChange(tick, new Meter(Byte.toUnsignedInt(data[0]), 1 << data[1])));
    }

    private static Optional<MidiEvent.Meta> key(int offset, long tick, byte[] data, Diagnosis diagnosis)
            throws MalformedMidiException {
        if (data.length != 2 || data[0] < -7 || data[0] > 7 || data[1] < 0 || data[1] > 1) {
            diagnosis.repair(
                    offset,
                    "a key signature is 7 flats to 7 sharps and a mode of 0 or 1, found " + hex(data),
                    "the key signature is left out");
            return Optional.empty();
        }
        Key key = new Key(data[0], data[1] == 0 ? Key.Mode.MAJOR : Key.Mode.MINOR);
        return Optional.of(new MidiEvent.KeyChange(tick, key));
    }

    private static String hex(byte[] data) {
        int shown = Math.min(data.length, 8);
        StringBuilder hex = new StringBuilder(data.length == 0 ? "no bytes" : "");
        for (int i = 0; i < shown; i++) {
            hex.append(i == 0 ? "" : " ").append("%02X".formatted(data[i]));
        }
        return hex + (data.length > shown ? " ... (%d bytes)".formatted(data.length) : "");
    }
}
