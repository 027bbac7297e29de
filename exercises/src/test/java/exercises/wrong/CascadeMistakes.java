package exercises.wrong;

import exercises.solution.CascadeSolution;
import java.util.ArrayList;
import java.util.List;

public final class CascadeMistakes {

    private CascadeMistakes() {}

    @Caught("Layer 2 was trained on the examples again")
    public static class AllOnTheExamples extends CascadeSolution {
        @Override
        public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
            List<Encoder> layers = new ArrayList<>();
            for (int size : sizes) {
                layers.add(trainer.train(examples, size));
            }
            return layers;
        }
    }

    @Caught("a layer was left out")
    public static class NewestLayerAlone extends CascadeSolution {
        @Override
        public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
            List<Encoder> layers = new ArrayList<>();
            double[][] states = examples;
            for (int size : sizes) {
                layers.add(trainer.train(states, size));
                states = layers.getLast().encode(examples);
            }
            return layers;
        }
    }

    @Caught("the trainer was called")
    public static class LowerLayersTrainedAgain extends CascadeSolution {
        @Override
        public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
            List<Encoder> layers = new ArrayList<>();
            for (int count = 1; count <= sizes.length; count++) {
                layers = super.pretrain(examples, java.util.Arrays.copyOf(sizes, count), trainer);
            }
            return layers;
        }
    }

    @Caught("the sizes")
    public static class SizesBackwards extends CascadeSolution {
        @Override
        public List<Encoder> pretrain(double[][] examples, int[] sizes, Trainer trainer) {
            int[] backwards = new int[sizes.length];
            for (int i = 0; i < sizes.length; i++) {
                backwards[i] = sizes[sizes.length - 1 - i];
            }
            return super.pretrain(examples, backwards, trainer);
        }
    }

    @Caught("from the highest layer to the lowest")
    public static class StatesBackwards extends CascadeSolution {
        @Override
        public double[][] states(List<Encoder> layers, double[][] examples) {
            return super.states(layers.reversed(), examples);
        }
    }

    @Caught("the highest layer alone")
    public static class HighestAlone extends CascadeSolution {
        @Override
        public double[][] states(List<Encoder> layers, double[][] examples) {
            return layers.isEmpty() ? examples : layers.getLast().encode(examples);
        }
    }

    @Caught("the lowest layer alone")
    public static class LowestAlone extends CascadeSolution {
        @Override
        public double[][] states(List<Encoder> layers, double[][] examples) {
            return layers.isEmpty() ? examples : layers.getFirst().encode(examples);
        }
    }
}
