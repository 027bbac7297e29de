package diabolo.report.page;

import diabolo.audio.Synthesizer;
import diabolo.audio.WavFormat;
import diabolo.audio.WavWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sound of a page: not of its pieces, of which each minute takes megabytes, but of the single notes that occur in them, each
 * once; a script plays the pieces with them. Not thread-safe.
 *
 * <pre>{@code
 * SoundBank bank = new SoundBank();
 * List<SoundBank.BankNote> notes = bank.notes(piece); // where the piece is shown
 * byte[] wav = bank.wav(synthesizer);                 // once, at the end of the page
 * }</pre>
 */
public final class SoundBank {

    /** A sound lasts so long at most: the time that the bank has for each, in seconds. */
    public static final int SLOT_SECONDS = 2;

    private static final Beat HELD = new Beat(8, 5);
    private static final Velocity VELOCITY = Velocity.of(100);

    /** Of an instrument's pitches one in six is kept; those between are played a little faster or slower. */
    private static final int SPACING = 6;

    private record Sound(Instrument instrument, int pitch) {}

    /**
     * A note as the script plays it.
     *
     * @param startSeconds from the beginning of the piece, in hundredths
     * @param sound its number in the bank
     * @param semitones above the pitch of the sound
     * @param velocity as in MIDI; 100 is as loud as in the bank
     */
    public record BankNote(double startSeconds, double lengthSeconds, int sound, int semitones, int velocity) {

        /** As the script reads it. */
        public String text() {
            return String.format(
                    Locale.ROOT, "%.2f,%.2f,%d,%d,%d;", startSeconds, lengthSeconds, sound, semitones, velocity);
        }
    }

    private final Map<Sound, Integer> sounds = new LinkedHashMap<>();

    /** The notes of a piece, whose sounds are then in the bank. */
    public List<BankNote> notes(NoteSequence piece) {
        List<BankNote> notes = new ArrayList<>();
        for (Part part : piece.parts()) {
            for (Note note : part.notes()) {
                Sound sound = sound(part.instrument(), note.pitch().midi());
                int number = sounds.computeIfAbsent(sound, _ -> sounds.size());
                double start = piece.secondsAt(note.start());
                notes.add(new BankNote(
                        start,
                        piece.secondsAt(note.end()) - start,
                        number,
                        note.pitch().midi() - sound.pitch(),
                        note.velocity().midi()));
            }
        }
        return List.copyOf(notes);
    }

    /** A button that plays a piece, and how far it has come. */
    String player(NoteSequence piece) {
        String notes = notes(piece).stream().map(BankNote::text).collect(Collectors.joining());
        return "<div class=\"player\"><button type=\"button\" class=\"play\" data-notes=\"%s\">Play</button><progress value=\"0\" max=\"1\"></progress></div>"
                .formatted(notes);
    }

    private static Sound sound(Instrument instrument, int pitch) {
        return switch (instrument) {
            case Instrument.Drums _ -> new Sound(instrument, pitch);
            case Instrument.Melodic _ ->
                new Sound(instrument, Math.min(127, Math.floorDiv(pitch + SPACING / 2, SPACING) * SPACING));
        };
    }

    /** The sounds and the script that plays them; empty where there is nothing to play. */
    String script(Synthesizer synthesizer) throws IOException {
        return sounds.isEmpty() ? "" : """
                %s<script type="module">
                %s%s</script>
                <noscript><p>To hear the pieces, allow this page its script; it loads nothing.</p></noscript>
                """.formatted(element(wav(synthesizer)), LOADING, BUTTONS);
    }

    /**
     * All sounds one after the other, each in a slot of {@value #SLOT_SECONDS} seconds, as a WAV file.
     *
     * @throws IOException if they cannot be rendered
     */
    public byte[] wav(Synthesizer synthesizer) throws IOException {
        return WavWriter.toBytes(synthesizer.render(oneAfterTheOther()), WavFormat.COMPACT);
    }

    /** Where {@link #LOADING} finds the sounds. */
    public static String element(byte[] wav) {
        return "<script type=\"text/plain\" id=\"sounds\">%s</script>\n"
                .formatted(Base64.getEncoder().encodeToString(wav));
    }

    /** As one piece, so that loud and soft sounds keep their proportion. */
    private NoteSequence oneAfterTheOther() {
        Map<Instrument, List<Note>> notes = new LinkedHashMap<>();
        sounds.forEach((sound, number) -> notes.computeIfAbsent(sound.instrument(), _ -> new ArrayList<>())
                .add(new Note(Pitch.of(sound.pitch()), VELOCITY, Beat.of((long) SLOT_SECONDS * number), HELD)));
        List<Part> parts = new ArrayList<>();
        notes.forEach((instrument, ofIt) -> parts.add(new Part("", instrument, ofIt)));
        return NoteSequence.of("sounds", new Tempo(60), Meter.FOUR_FOUR, parts);
    }

    /**
     * JavaScript: {@code await load()} makes {@code context} and {@code sounds}; {@code schedule(notes, out, from)} plays notes, each an
     * array of the five numbers of a {@link BankNote}, into an audio node from a time on.
     */
    public static final String LOADING = """
            const SLOT = %d;
            let context, sounds;
            async function load() {
              context = new AudioContext();
              const bytes = Uint8Array.from(atob(document.getElementById('sounds').textContent), letter => letter.charCodeAt(0));
              sounds = await context.decodeAudioData(bytes.buffer);
            }
            function schedule(notes, out, from) {
              for (const [start, length, sound, semitones, velocity] of notes) {
                const source = new AudioBufferSourceNode(context, { buffer: sounds, playbackRate: 2 ** (semitones / 12) });
                const gain = new GainNode(context, { gain: (velocity / 100) ** 1.5 });
                gain.gain.setTargetAtTime(0, from + start + Math.min(length, SLOT - .3), .06);
                source.connect(gain).connect(out);
                source.start(from + start, SLOT * sound, Math.min(length + .4, SLOT - .05));
              }
            }
            """.formatted(SLOT_SECONDS);

    private static final String BUTTONS = """
            let stop = () => {};
            async function play(button) {
              const progress = button.nextElementSibling;
              const notes = button.dataset.notes.split(';').filter(note => note).map(note => note.split(',').map(Number));
              const end = Math.max(...notes.map(([start, length]) => start + length)) + .4;
              if (!sounds) await load();
              await context.resume();
              const out = new DynamicsCompressorNode(context);
              out.connect(context.destination);
              const from = context.currentTime + .05;
              schedule(notes, out, from);
              button.textContent = 'Stop';
              let going = true;
              stop = () => { going = false; out.disconnect(); button.textContent = 'Play'; progress.value = 0; stop = () => {}; };
              (function follow() {
                if (!going) return;
                progress.value = (context.currentTime - from) / end;
                if (context.currentTime > from + end) stop(); else requestAnimationFrame(follow);
              })();
            }
            for (const button of document.querySelectorAll('button.play')) {
              button.onclick = () => { const again = button.textContent === 'Play'; stop(); if (again) play(button); };
            }
            """;
}
