package diabolo.midi;

import static java.nio.charset.StandardCharsets.UTF_8;

import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Checks;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Tempo;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Writes one piece as the bytes of a MIDI file. */
final class FileEncoder {

    private static final int MAX_TRACKS = 65_535;

    private final NoteSequence sequence;
    private final Resolution resolution;
    private final ChannelPlan plan;
    private final List<byte[]> tracks = new ArrayList<>();

    FileEncoder(NoteSequence sequence) {
        this.sequence = sequence;
        this.resolution = Resolution.of(sequence);
        this.plan = new ChannelPlan(sequence);
    }

    byte[] encode() {
        tracks.add(conductorTrack());
        for (int index = 0; index < sequence.parts().size(); index++) {
            encodePart(sequence.parts().get(index), plan.placeOf(index));
        }
        Checks.require(
                tracks.size() <= MAX_TRACKS,
                "a MIDI file has at most %d tracks, this piece needs %d; join parts"
                        .formatted(MAX_TRACKS, tracks.size()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'M', 'T', 'h', 'd', 0, 0, 0, 6, 0, 1});
        write16(file, tracks.size());
        write16(file, resolution.ticksPerBeat());
        tracks.forEach(file::writeBytes);
        return file.toByteArray();
    }

    private byte[] conductorTrack() {
        List<ConductorEvent> changes = new ArrayList<>();
        for (At<Tempo> tempo : sequence.tempos()) {
            changes.add(event(tempo.start(), MetaEvents.TEMPO, tempoData(tempo.value())));
        }
        for (At<Meter> meter : sequence.meters()) {
            changes.add(event(meter.start(), MetaEvents.TIME_SIGNATURE, meterData(meter.value())));
        }
        for (At<Key> key : sequence.keys()) {
            changes.add(event(key.start(), MetaEvents.KEY_SIGNATURE, keyData(key.value())));
        }
        changes.sort(Comparator.comparingLong(ConductorEvent::tick));
        TrackEncoder track = new TrackEncoder();
        name(track, sequence.title());
        changes.forEach(change -> change.writeTo().accept(track));
        return track.endAndTake();
    }

    /** A tempo, meter or key with its tick, so that all three kinds can be put in one order of time. */
    private record ConductorEvent(long tick, Consumer<TrackEncoder> writeTo) {}

    private ConductorEvent event(Beat start, int type, byte[] data) {
        long tick = resolution.toTicks(start);
        return new ConductorEvent(tick, track -> track.metaEvent(tick, type, data));
    }

    private void encodePart(Part part, ChannelPlan.Place place) {
        List<List<Lanes.TickedNote>> lanes = Lanes.of(part.notes(), resolution);
        if (lanes.isEmpty()) {
            lanes = List.of(List.of());
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            TrackEncoder track = new TrackEncoder();
            name(track, part.name());
            if (lane > 0) {
                track.metaEvent(0, MetaEvents.TEXT, MidiEvent.Continuation.TEXT.getBytes(UTF_8));
            }
            if (place.port() > 0) {
                track.metaEvent(0, MetaEvents.PORT, (byte) place.port());
            }
            if (part.instrument() instanceof Instrument.Melodic(int program)) {
                track.channelEvent(0, 0xC0 | place.channel(), program);
            }
            encodeNotes(track, lanes.get(lane), place.channel());
            tracks.add(track.endAndTake());
        }
    }

    /** Ends come before starts at the same tick, or a repeated note would be cut off. */
    private static void encodeNotes(TrackEncoder track, List<Lanes.TickedNote> notes, int channel) {
        PriorityQueue<Lanes.TickedNote> sounding = new PriorityQueue<>(Comparator.comparingLong(Lanes.TickedNote::end));
        for (Lanes.TickedNote note : notes) {
            endUntil(note.start(), sounding, track, channel);
            track.channelEvent(note.start(), 0x90 | channel, note.pitch(), note.velocity());
            sounding.add(note);
        }
        endUntil(Long.MAX_VALUE, sounding, track, channel);
    }

    private static void endUntil(long tick, PriorityQueue<Lanes.TickedNote> sounding, TrackEncoder track, int channel) {
        while (!sounding.isEmpty() && sounding.peek().end() <= tick) {
            Lanes.TickedNote ended = sounding.remove();
            track.channelEvent(ended.end(), 0x80 | channel, ended.pitch(), 64);
        }
    }

    private static void name(TrackEncoder track, String name) {
        if (!name.isEmpty()) {
            track.metaEvent(0, MetaEvents.TRACK_NAME, name.getBytes(UTF_8));
        }
    }

    private static byte[] tempoData(Tempo tempo) {
        long microseconds = Math.max(1, MidiTempo.toMicroseconds(tempo.beatsPerMinute()));
        Checks.require(
                microseconds <= MidiTempo.MAX_MICROSECONDS,
                "MIDI cannot hold a tempo below 3.58 beats a minute, was %s; choose a faster one"
                        .formatted(tempo.beatsPerMinute()));
        return new byte[] {(byte) (microseconds >> 16), (byte) (microseconds >> 8), (byte) microseconds};
    }

    /** The metronome clicks on the beat unit; 8 thirty-seconds make a quarter note. */
    private static byte[] meterData(Meter meter) {
        int clocksPerClick = Math.max(1, 96 / meter.beatUnit());
        return new byte[] {
            (byte) meter.beats(), (byte) Integer.numberOfTrailingZeros(meter.beatUnit()), (byte) clocksPerClick, 8
        };
    }

    private static byte[] keyData(Key key) {
        return new byte[] {(byte) key.fifths(), (byte) (key.mode() == Key.Mode.MAJOR ? 0 : 1)};
    }

    private static void write16(ByteArrayOutputStream out, int value) {
        out.write(value >> 8);
        out.write(value);
    }
}
