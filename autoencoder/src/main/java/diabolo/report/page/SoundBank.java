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

/**
 * The sound of a page: not of its pieces, of which each minute takes megabytes, but of the single notes that occur in them, each
 * once; a script plays the pieces with them. Not thread-safe.
 *
 * <pre>{@code
 * SoundBank bank = new SoundBank();
 * String button = bank.player(piece); // where the piece is shown
 * String script = bank.script(synthesizer); // once, at the end of the page
 * }</pre>
 */
final class SoundBank {

    /** A sound lasts so long at most: the time that the bank has for each, in seconds. */
    private static final int SLOT_SECONDS = 2;

    private static final Beat HELD = new Beat(8, 5);
    private static final Velocity VELOCITY = Velocity.of(100);

    /** Of an instrument's pitches one in six is kept; those between are played a little faster or slower. */
    private static final int SPACING = 6;

    private record Sound(Instrument instrument, int pitch) {}

    private final Map<Sound, Integer> sounds = new LinkedHashMap<>();

    /** A button that plays a piece, and how far it has come. */
    String player(NoteSequence piece) {
        StringBuilder notes = new StringBuilder();
        for (Part part : piece.parts()) {
            for (Note note : part.notes()) {
                Sound sound = sound(part.instrument(), note.pitch().midi());
                sounds.putIfAbsent(sound, sounds.size());
                double start = piece.secondsAt(note.start());
                notes.append(String.format(
                        Locale.ROOT,
                        "%.2f,%.2f,%d,%d,%d;",
                        start,
                        piece.secondsAt(note.end()) - start,
                        sounds.get(sound),
                        note.pitch().midi() - sound.pitch(),
                        note.velocity().midi()));
            }
        }
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
        if (sounds.isEmpty()) {
            return "";
        }
        byte[] wav = WavWriter.toBytes(synthesizer.render(oneAfterTheOther()), WavFormat.COMPACT);
        return """
                <script type="text/plain" id="sounds">%s</script>
                <script type="module">
                %s</script>
                <noscript><p>To hear the pieces, allow this page its script; it loads nothing.</p></noscript>
                """.formatted(
                Base64.getEncoder().encodeToString(wav), SCRIPT.replace("SLOT_SECONDS", String.valueOf(SLOT_SECONDS)));
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

    private static final String SCRIPT = """
            const SLOT = SLOT_SECONDS;
            let context, sounds, stop = () => {};
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
