package diabolo.midi;

import static java.nio.charset.StandardCharsets.US_ASCII;

import diabolo.note.Plural;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a file chunk by chunk: the header, the tracks, and chunks of other programs, which are passed over.
 *
 * <p>Not thread-safe: one parser reads one file, once.
 */
final class ChunkParser {

    private static final int CHUNK_START_BYTES = 8;
    private static final int HEADER_BYTES = 6;
    private static final int MAX_TRACKS = 65_535;

    private final byte[] bytes;
    private final Diagnosis diagnosis;
    private final List<MidiTrack> tracks = new ArrayList<>();
    private int eventBudget = TrackParser.MAX_EVENTS;
    private long tickBudget = TrackParser.MAX_TICKS;

    ChunkParser(byte[] bytes, Diagnosis diagnosis) {
        this.bytes = bytes;
        this.diagnosis = diagnosis;
    }

    MidiFile parse() throws MalformedMidiException {
        FileFrame frame = FileFrame.find(bytes, diagnosis);
        int start = frame.start();
        if (frame.end() - start < CHUNK_START_BYTES + HEADER_BYTES) {
            throw diagnosis.refusal(
                    start,
                    "a MIDI header is 14 bytes long, but %d are left".formatted(frame.end() - start),
                    "the file is cut off; fetch or export it again");
        }
        Header header = Header.read(bytes, start + CHUNK_START_BYTES, diagnosis);
        parseChunks(afterHeader(start, frame.end()), frame.end());
        checkTracks(header, start);
        return new MidiFile(header.format(), header.division(), tracks);
    }

    private int afterHeader(int start, int end) throws MalformedMidiException {
        long declared = unsigned32(start + 4);
        int regular = start + CHUNK_START_BYTES + HEADER_BYTES;
        long declaredEnd = start + CHUNK_START_BYTES + declared;
        if (declared == HEADER_BYTES) {
            return regular;
        }
        if (declared > HEADER_BYTES
                && declaredEnd <= end
                && (declaredEnd == end || isChunkId((int) declaredEnd, end))) {
            diagnosis.noted(
                    "byte " + (start + 4), "the header is longer than 6 bytes", "the rest of it is passed over");
            return (int) declaredEnd;
        }
        diagnosis.repair(
                start + 4, "the header declares %d bytes, but it has 6".formatted(declared), "it is read as 6 bytes");
        return regular;
    }

    private void parseChunks(int from, int end) throws MalformedMidiException {
        int position = from;
        while (position < end) {
            if (isTrackAt(position, end)) {
                position = parseTrack(position, end);
            } else if (isChunkId(position, end) && unsigned32(position + 4) <= end - position - CHUNK_START_BYTES) {
                int length = (int) unsigned32(position + 4);
                diagnosis.dropped(
                        position,
                        "a chunk \"%s\" of %d bytes is no track".formatted(ascii(position), length),
                        "it is passed over, as the format asks");
                position += CHUNK_START_BYTES + length;
            } else {
                int next = nextTrack(position, end).orElse(end);
                diagnosis.repair(
                        position,
                        "bytes that belong to no chunk follow track %d, in all %d"
                                .formatted(tracks.size(), next - position),
                        "they are passed over");
                position = next;
            }
        }
    }

    /** Returns where the next chunk begins. */
    private int parseTrack(int chunkStart, int end) throws MalformedMidiException {
        int number = tracks.size() + 1;
        if (number > MAX_TRACKS) {
            throw diagnosis.refusal(
                    chunkStart, "a MIDI file has at most 65,535 tracks, this has more", "check that it is MIDI at all");
        }
        int start = chunkStart + CHUNK_START_BYTES;
        long declared = unsigned32(chunkStart + 4);
        boolean fits = declared <= end - start;
        if (!fits) {
            diagnosis.repair(
                    chunkStart + 4,
                    "track %d declares %d bytes, but %d are left in the file".formatted(number, declared, end - start),
                    "what is there is read");
        }
        int declaredEnd = fits ? start + (int) declared : nextTrack(start, end).orElse(end);
        boolean trusted = !diagnosis.isLenient() || declaredEnd == end || isChunkId(declaredEnd, end);
        int limit = trusted ? declaredEnd : nextTrack(start, end).orElse(end);
        ByteCursor cursor = new ByteCursor(bytes, start, limit);
        MidiTrack track = new TrackParser(cursor, diagnosis, number).parse(eventBudget, tickBudget);
        eventBudget -= track.events();
        tickBudget -= track.endTick();
        tracks.add(track);
        int reached = cursor.position();
        if (reached == declaredEnd) {
            return reached;
        }
        if (fits) {
            diagnosis.repair(
                    reached,
                    "track %d declares %d bytes, but its events end after %d"
                            .formatted(number, declared, reached - start),
                    "reading goes on at the next track");
        }
        return trusted && !isTrackAt(reached, end)
                ? declaredEnd
                : nextTrack(reached, end).orElse(end);
    }

    private void checkTracks(Header header, int start) throws MalformedMidiException {
        if (tracks.isEmpty()) {
            if (header.tracks() > 0) {
                throw diagnosis.refusal(
                        start + 10,
                        "the header announces %s, but the file has none".formatted(Plural.of(header.tracks(), "track")),
                        "the file is cut off; fetch or export it again");
            }
            diagnosis.repair(start + 10, "a MIDI file has at least one track, this has none", "it is read as silence");
        } else if (tracks.size() != header.tracks()) {
            diagnosis.repair(
                    start + 10,
                    "the header announces %s, but the file has %d"
                            .formatted(Plural.of(header.tracks(), "track"), tracks.size()),
                    "the tracks that are there are read");
        }
        if (header.format() == 0 && tracks.size() > 1) {
            diagnosis.repair(
                    start + 8,
                    "format 0 means one track, but the file has " + tracks.size(),
                    "its tracks are played together, as in format 1");
        }
    }

    private boolean isTrackAt(int position, int end) {
        return isChunkId(position, end) && ascii(position).equals("MTrk");
    }

    /** Whether four printable letters and a length could begin a chunk here. */
    private boolean isChunkId(int position, int end) {
        if (end - position < CHUNK_START_BYTES) {
            return false;
        }
        for (int i = 0; i < 4; i++) {
            if (bytes[position + i] < 0x20 || bytes[position + i] == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private Optional<Integer> nextTrack(int from, int end) {
        for (int position = from; position <= end - CHUNK_START_BYTES; position++) {
            if (bytes[position] == 'M' && isTrackAt(position, end)) {
                return Optional.of(position);
            }
        }
        return Optional.empty();
    }

    private String ascii(int position) {
        return new String(bytes, position, 4, US_ASCII);
    }

    private long unsigned32(int position) {
        return (Header.unsigned16(bytes, position) << 16) | Header.unsigned16(bytes, position + 2);
    }
}
