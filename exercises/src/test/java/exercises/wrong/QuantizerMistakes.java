package exercises.wrong;

import exercises.solution.QuantizerSolution;

public final class QuantizerMistakes {

    private QuantizerMistakes() {}

    @Caught("rounded down")
    public static class RoundedDown extends QuantizerSolution {
        @Override
        public int nearestStep(double beat, int stepsPerBeat) {
            return (int) (beat * stepsPerBeat);
        }
    }

    @Caught("half-way")
    public static class HalvesToEven extends QuantizerSolution {
        @Override
        public int nearestStep(double beat, int stepsPerBeat) {
            return (int) Math.rint(beat * stepsPerBeat);
        }
    }

    @Caught("one step too late: steps are counted from 0")
    public static class CountedFromOne extends QuantizerSolution {
        @Override
        public int nearestStep(double beat, int stepsPerBeat) {
            return super.nearestStep(beat, stepsPerBeat) + 1;
        }
    }

    @Caught("the steps of a whole 4/4 bar")
    public static class StepsPerBar extends QuantizerSolution {
        @Override
        public int nearestStep(double beat, int stepsPerBeat) {
            return super.nearestStep(beat / 4, stepsPerBeat);
        }
    }

    @Caught("the beat is rounded before it is multiplied")
    public static class RoundedTooEarly extends QuantizerSolution {
        @Override
        public int nearestStep(double beat, int stepsPerBeat) {
            return (int) Math.round(beat) * stepsPerBeat;
        }
    }

    @Caught("the duration is rounded by itself")
    public static class DurationByItself extends QuantizerSolution {
        @Override
        public int[] quantize(double start, double duration, int stepsPerBeat) {
            return new int[] {nearestStep(start, stepsPerBeat), Math.max(1, nearestStep(duration, stepsPerBeat))};
        }
    }

    @Caught("no steps at all")
    public static class NotesVanish extends QuantizerSolution {
        @Override
        public int[] quantize(double start, double duration, int stepsPerBeat) {
            int first = nearestStep(start, stepsPerBeat);
            return new int[] {first, nearestStep(start + duration, stepsPerBeat) - first};
        }
    }

    @Caught("where the note ends")
    public static class EndForLength extends QuantizerSolution {
        @Override
        public int[] quantize(double start, double duration, int stepsPerBeat) {
            return new int[] {nearestStep(start, stepsPerBeat), nearestStep(start + duration, stepsPerBeat)};
        }
    }
}
