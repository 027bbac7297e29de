package diabolo.midi;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the events of one track from its bytes.
 *
 * <p>Not thread-safe: one parser reads one track, once.
 */
final class TrackParser {

    /** Positions of a file stay below this, so that later arithmetic on beats cannot overflow: 36 years at 480 ticks. */
    static final long MAX_TICKS = 1L << 40;

    /** Bounds the memory that a file of many tiny events can ask for. */
    static final int MAX_EVENTS = 1 << 22;

    private static final int DRUM_CHANNEL = 9;
    private static final int BANK = 0;
    private static final int ALL_SOUND_OFF = 120;

    /** It and those above, which change the mode of a channel, end its notes. */
    private static final int ALL_NOTES_OFF = 123;

    /** Of GM2, and of XG for effects and for drums. */
    private static final Set<Integer> DRUM_BANKS = Set.of(120, 126, 127);

    private final ByteCursor cursor;
    private final Diagnosis diagnosis;
    private final int trackNumber;
    private final List<MidiEvent.OfChannel> channelEvents = new ArrayList<>();
    private final List<MidiEvent.Setting> settings = new ArrayList<>();
    private final List<MidiEvent.Meta> metaEvents = new ArrayList<>();
    private final BitSet drumBanks = new BitSet();

    private long tick;
    private int runningStatus;
    private int lastChannelStatus;
    private boolean ended;

    /** @param trackNumber from 1, for messages */
    TrackParser(ByteCursor cursor, Diagnosis diagnosis, int trackNumber) {
        this.cursor = cursor;
        this.diagnosis = diagnosis;
        this.trackNumber = trackNumber;
    }

    /**
     * Reads to the end of the track, or, if lenient, to where it stops making sense.
     *
     * @param eventBudget how many events may be kept
     * @param tickBudget how long the track may be
     */
    MidiTrack parse(int eventBudget, long tickBudget) throws MalformedMidiException {
        int offset = cursor.position();
        try {
            while (!ended && !cursor.isAtEnd()) {
                parseEvent(tickBudget);
                if (channelEvents.size() + metaEvents.size() > eventBudget) {
                    throw diagnosis.refusal(
                            cursor.position(),
                            "the file has more than %,d events, which is more than we read".formatted(MAX_EVENTS),
                            "split it into shorter pieces");
                }
            }
            if (!ended) {
                throw new BrokenEventException(cursor.position(), "it has no end-of-track event (FF 2F 00)");
            }
        } catch (BrokenEventException broken) {
            diagnosis.repair(
                    broken.offset(),
                    "track %d is broken: %s".formatted(trackNumber, broken.what()),
                    "the track ends there and what came before is kept");
        }
        return new MidiTrack(offset, channelEvents, settings, metaEvents, tick);
    }

    private void parseEvent(long tickBudget) throws BrokenEventException, MalformedMidiException {
        int start = cursor.position();
        int delta = delta();
        if (delta > tickBudget - tick) {
            throw new BrokenEventException(start, "the file lasts more than %,d ticks".formatted(MAX_TICKS));
        }
        tick += delta;
        int status = statusByte();
        switch (status >> 4) {
            case 0x8 -> noteOff(status);
            case 0x9 -> noteOn(status);
            case 0xA -> leaveOut(LeftOut.KEY_PRESSURES, 2);
            case 0xB -> controller(status & 0xF);
            case 0xC -> set(new MidiEvent.ProgramChange(tick, status & 0xF, dataByte()));
            case 0xD -> leaveOut(LeftOut.CHANNEL_PRESSURES, 1);
            case 0xE -> leaveOut(LeftOut.PITCH_BENDS, 2);
            default -> systemEvent(status);
        }
    }

    /** The status that the next event has: its own, or the running one if it begins with a data byte. */
    private int statusByte() throws BrokenEventException, MalformedMidiException {
        int first = cursor.peek();
        if (first >= 0x80) {
            cursor.next();
            if (first < 0xF0) {
                runningStatus = first;
                lastChannelStatus = first;
            }
            return first;
        }
        if (runningStatus == 0 && lastChannelStatus != 0) {
            diagnosis.repair(
                    cursor.position(),
                    "data byte %02X where a status byte is due, for a meta or system event ends running status"
                            .formatted(first),
                    "the last channel status, %02X, goes on".formatted(lastChannelStatus));
            runningStatus = lastChannelStatus;
        }
        if (runningStatus == 0) {
            throw new BrokenEventException(
                    cursor.position(), "data byte %02X where a status byte (80 to FF) is due".formatted(first));
        }
        return runningStatus;
    }

    private void noteOff(int status) throws BrokenEventException, MalformedMidiException {
        int pitch = dataByte();
        dataByte();
        channelEvents.add(new MidiEvent.NoteOff(tick, status & 0xF, pitch));
    }

    private void noteOn(int status) throws BrokenEventException, MalformedMidiException {
        int pitch = dataByte();
        int velocity = dataByte();
        channelEvents.add(
                velocity == 0
                        ? new MidiEvent.NoteOff(tick, status & 0xF, pitch)
                        : new MidiEvent.NoteOn(tick, status & 0xF, pitch, velocity));
    }

    private void set(MidiEvent.Setting setting) {
        channelEvents.add(setting);
        settings.add(setting);
    }

    private int delta() throws BrokenEventException, MalformedMidiException {
        int start = cursor.position();
        if (!cursor.skipsNegativeLength()) {
            return cursor.variableLength();
        }
        diagnosis.repair(
                start, "an event stands before the beginning, at a negative time", "it is read where it stands");
        return 0;
    }

    private void controller(int channel) throws BrokenEventException, MalformedMidiException {
        int number = dataByte();
        int value = dataByte();
        if (number == BANK) {
            boolean isOn = DRUM_BANKS.contains(value);
            if (isOn || drumBanks.get(channel)) {
                set(new MidiEvent.DrumKit(tick, channel, isOn));
            }
            drumBanks.set(channel, isOn);
        } else if (number == ALL_SOUND_OFF || number >= ALL_NOTES_OFF) {
            channelEvents.add(new MidiEvent.AllNotesOff(tick, channel));
        } else {
            diagnosis.leaveOut(LeftOut.CONTROLLERS);
        }
    }

    /** Of GS: {@code 41 dd 42 12 40 1p 15 mm} makes a part play drums, where p is the part and mm the map of drums or 0. */
    private void systemExclusive(byte[] data) {
        boolean isRhythmPart = data.length >= 8
                && data[0] == 0x41
                && data[2] == 0x42
                && data[3] == 0x12
                && data[4] == 0x40
                && (data[5] & 0xF0) == 0x10
                && data[6] == 0x15;
        if (!isRhythmPart) {
            diagnosis.leaveOut(LeftOut.SYSTEM_EXCLUSIVE);
            return;
        }
        int part = data[5] & 0xF;
        int channel = part == 0 ? DRUM_CHANNEL : part <= DRUM_CHANNEL ? part - 1 : part;
        set(new MidiEvent.DrumKit(tick, channel, data[7] != 0));
    }

    private void leaveOut(LeftOut kind, int dataBytes) throws BrokenEventException, MalformedMidiException {
        for (int i = 0; i < dataBytes; i++) {
            dataByte();
        }
        diagnosis.leaveOut(kind);
    }

    private int dataByte() throws BrokenEventException, MalformedMidiException {
        int offset = cursor.position();
        int value = cursor.next();
        if (value > 127) {
            diagnosis.repair(
                    offset, "byte %02X where a data byte (00 to 7F) is due".formatted(value), "it is read as 7F");
            return 127;
        }
        return value;
    }

    private void systemEvent(int status) throws BrokenEventException, MalformedMidiException {
        switch (status) {
            case 0xF0, 0xF7 -> {
                runningStatus = 0;
                systemExclusive(cursor.take(cursor.variableLength()));
            }
            case 0xFF -> {
                runningStatus = 0;
                metaEvent();
            }
            default -> strayLiveMessage(status);
        }
    }

    private void metaEvent() throws BrokenEventException, MalformedMidiException {
        int offset = cursor.position() - 1;
        int type = cursor.next();
        byte[] data = cursor.take(cursor.variableLength());
        if (type == MetaEvents.END_OF_TRACK) {
            ended = true;
        } else {
            MetaEvents.read(offset, tick, type, data, diagnosis).ifPresent(metaEvents::add);
        }
    }

    /** Messages of a cable, such as clock and start, have no place in a file; some are followed by data. */
    private void strayLiveMessage(int status) throws BrokenEventException, MalformedMidiException {
        int dataBytes =
                switch (status) {
                    case 0xF1, 0xF3 -> 1;
                    case 0xF2 -> 2;
                    default -> 0;
                };
        diagnosis.repair(
                cursor.position() - 1,
                "status byte %02X is for live MIDI and may not stand in a file".formatted(status),
                "it is skipped");
        for (int i = 0; i < dataBytes && cursor.peek() < 0x80; i++) {
            cursor.next();
        }
    }
}
