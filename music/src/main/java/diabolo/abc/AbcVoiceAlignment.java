package diabolo.abc;

import diabolo.notation.FindingLog;
import diabolo.notation.MalformedNotationException;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.NotatedPart;
import diabolo.notation.RoadMarks;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.ChordSymbol;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the bars of voices side by side. The longest voice tells where they are; a voice with bar lines elsewhere gets its
 * notes into those bars.
 */
final class AbcVoiceAlignment {

    private final NotatedPart reference;
    private final FindingLog log;

    private AbcVoiceAlignment(NotatedPart reference, FindingLog log) {
        this.reference = reference;
        this.log = log;
    }

    static List<NotatedPart> align(List<NotatedPart> voices, FindingLog log) throws MalformedNotationException {
        List<NotatedPart> sounding =
                voices.stream().filter(voice -> !voice.bars().isEmpty()).toList();
        if (sounding.isEmpty()) {
            return sounding;
        }
        // of equally long voices, the one with repeats, since those of the others may be lost
        NotatedPart reference = sounding.stream()
                .sorted(Comparator.comparing(AbcVoiceAlignment::length)
                        .thenComparing(AbcVoiceAlignment::hasRoadMarks)
                        .reversed())
                .findFirst()
                .orElseThrow();
        AbcVoiceAlignment alignment = new AbcVoiceAlignment(reference, log);
        List<NotatedPart> aligned = new ArrayList<>();
        for (NotatedPart voice : sounding) {
            aligned.add(alignment.aligned(voice));
        }
        return aligned;
    }

    private NotatedPart aligned(NotatedPart voice) throws MalformedNotationException {
        int different = firstDifferentBar(voice);
        if (different < 0) {
            return voice;
        }
        if (length(voice).equals(length(reference))) {
            log.noteAt(
                    "voice " + Quoted.of(voice.id()),
                    "its bar lines stand elsewhere than those of voice " + Quoted.of(reference.id()),
                    "its notes were put into the bars of that voice");
            return rebarred(voice);
        }
        log.repair(
                "voice %s lasts %s quarter notes and voice %s lasts %s; they differ first in bar %d"
                        .formatted(
                                Quoted.of(voice.id()),
                                length(voice),
                                Quoted.of(reference.id()),
                                length(reference),
                                different + 1),
                "the shorter was filled with rests",
                "correct that bar");
        boolean hasSameBars = voice.bars().size() == reference.bars().size();
        return hasSameBars ? voice : rebarred(voice);
    }

    /** Counted from 0; -1 where every bar is as long as that of the reference. A voice may end early. */
    private int firstDifferentBar(NotatedPart voice) {
        List<NotatedBar> bars = voice.bars();
        for (int i = 0; i < bars.size(); i++) {
            boolean isSame = i < reference.bars().size()
                    && bars.get(i).length().equals(reference.bars().get(i).length());
            if (!isSame) {
                return i;
            }
        }
        return -1;
    }

    private NotatedPart rebarred(NotatedPart voice) {
        List<NotatedNote> notes = new ArrayList<>();
        List<At<ChordSymbol>> chords = new ArrayList<>();
        Beat barStart = Beat.ZERO;
        for (NotatedBar bar : voice.bars()) {
            for (NotatedNote note : bar.notes()) {
                notes.add(moved(note, barStart));
            }
            for (At<ChordSymbol> chord : bar.chords()) {
                chords.add(new At<>(chord.start().plus(barStart), chord.value()));
            }
            barStart = barStart.plus(bar.length());
        }
        notes.sort(Comparator.comparing(NotatedNote::start));
        chords.sort(Comparator.comparing(At::start));
        List<NotatedBar> bars = new ArrayList<>();
        Beat start = Beat.ZERO;
        int next = 0;
        int nextChord = 0;
        for (NotatedBar model : reference.bars()) {
            Beat end = start.plus(model.length());
            List<NotatedNote> inBar = new ArrayList<>();
            while (next < notes.size() && notes.get(next).start().compareTo(end) < 0) {
                inBar.add(moved(notes.get(next++), Beat.ZERO.minus(start)));
            }
            List<At<ChordSymbol>> chordsInBar = new ArrayList<>();
            while (nextChord < chords.size() && chords.get(nextChord).start().compareTo(end) < 0) {
                At<ChordSymbol> chord = chords.get(nextChord++);
                chordsInBar.add(new At<>(chord.start().minus(start), chord.value()));
            }
            bars.add(model.holding(inBar, chordsInBar));
            start = end;
        }
        return new NotatedPart(voice.id(), voice.name(), bars);
    }

    private static NotatedNote moved(NotatedNote note, Beat by) {
        return note.struck(note.start().plus(by), note.duration(), note.ties());
    }

    private static Beat length(NotatedPart voice) {
        return voice.bars().stream().map(NotatedBar::length).reduce(Beat.ZERO, Beat::plus);
    }

    private static boolean hasRoadMarks(NotatedPart voice) {
        return voice.bars().stream().anyMatch(bar -> !bar.marks().equals(RoadMarks.NONE));
    }
}
