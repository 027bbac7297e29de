package diabolo.nn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A stack of layers run over all steps, and back through time to the gradients. Its tensors belong to the open scope. */
final class LstmPass {

    private final LstmInput input;
    private final Optional<Lstm.State> initial;
    private final List<List<LstmLayerPass>> layers = new ArrayList<>(); // of each its directions

    /**
     * Runs the layers.
     *
     * @param stack of each layer its directions
     * @param initial of a stack in the forward direction; none for zeros
     */
    LstmPass(List<List<LstmLayerPass.Layer>> stack, LstmInput input, Optional<Lstm.State> initial, Buffers buffers) {
        this.input = input;
        this.initial = initial;
        try (NoGradGuard _ = new NoGradGuard()) {
            LstmLayerPass.Input below = LstmLayerPass.Input.of(input);
            for (List<LstmLayerPass.Layer> directions : stack) {
                int number = layers.size();
                List<LstmLayerPass> passes = new ArrayList<>();
                for (LstmLayerPass.Layer direction : directions) {
                    passes.add(new LstmLayerPass(direction, below, initial.map(state -> state.of(number)), buffers));
                    passes.getLast().forward();
                }
                layers.add(passes);
                below = new LstmLayerPass.Input(
                        passes.stream().map(LstmLayerPass::states).toList(), Optional.empty());
            }
        }
    }

    /** The hidden states of the last layer of a stack in the forward direction: [steps, batch, units]. */
    Tensor states() {
        return layers.getLast().getFirst().states();
    }

    /** The hidden states of the last layer after its last steps, the directions concatenated: [batch, directions * units]. */
    Tensor lastStates() {
        try (NoGradGuard _ = new NoGradGuard()) {
            Stream<Tensor> last = layers.getLast().stream().map(LstmLayerPass::lastState);
            return torch.cat(new TensorVector(last.toArray(Tensor[]::new)), 1);
        }
    }

    /** Goes back from the errors of {@link #states}. */
    void backFromStates(Tensor errors) {
        back(List.of(errors), List.of());
    }

    /** Goes back from the errors of {@link #lastStates}. */
    void backFromLastStates(Tensor errors) {
        int directions = layers.getLast().size();
        long units = errors.size(1) / directions;
        back(
                List.of(),
                IntStream.range(0, directions)
                        .mapToObj(direction -> errors.narrow(1, direction * units, units))
                        .toList());
    }

    private void back(List<Tensor> ofStates, List<Tensor> ofLastStates) {
        Deque<Lstm.State> ofInitial = new ArrayDeque<>();
        List<Tensor> above = ofStates;
        List<Tensor> last = ofLastStates;
        Optional<Tensor> ofCondition = Optional.empty();
        try (NoGradGuard _ = new NoGradGuard()) {
            for (List<LstmLayerPass> directions : layers.reversed()) {
                List<Tensor> below = List.of();
                for (int number = 0; number < directions.size(); number++) {
                    LstmLayerPass.Errors errors =
                            directions.get(number).backward(numbered(above, number), numbered(last, number));
                    below = below.isEmpty() ? errors.frames() : sums(below, errors.frames());
                    ofCondition = ofCondition
                            .map(some -> some.add_(errors.condition().orElseThrow()))
                            .or(errors::condition);
                    ofInitial.addFirst(errors.initial());
                }
                above = below;
                last = List.of();
            }
        }
        goOn(above, ofCondition, ofInitial);
    }

    private static Optional<Tensor> numbered(List<Tensor> all, int number) {
        return all.stream().skip(number).findFirst();
    }

    private static List<Tensor> sums(List<Tensor> some, List<Tensor> others) {
        return IntStream.range(0, some.size())
                .mapToObj(part -> some.get(part).add_(others.get(part)))
                .toList();
    }

    private void goOn(List<Tensor> ofFrames, Optional<Tensor> ofCondition, Deque<Lstm.State> ofInitial) {
        TensorVector results = new TensorVector();
        TensorVector gradients = new TensorVector();
        BiConsumer<Tensor, Tensor> reach = (result, gradient) -> {
            if (result.requires_grad()) {
                results.push_back(result);
                gradients.push_back(gradient);
            }
        };
        switch (input) {
            case LstmInput.Frames(Tensor frames) -> reach.accept(frames, ofFrames.getFirst());
            case LstmInput.Tokens tokens ->
                tokens.condition().ifPresent(some -> reach.accept(some, ofCondition.orElseThrow()));
        }
        initial.ifPresent(state -> {
            reach.accept(state.hidden(), stack(ofInitial.stream().map(Lstm.State::hidden)));
            reach.accept(state.cell(), stack(ofInitial.stream().map(Lstm.State::cell)));
        });
        if (!results.empty()) {
            GradientTape.differentiate(results, gradients);
        }
    }

    private static Tensor stack(Stream<Tensor> tensors) {
        return torch.stack(new TensorVector(tensors.toArray(Tensor[]::new)), 0);
    }
}
