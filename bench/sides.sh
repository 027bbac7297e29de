# The sides of bench/run's cases: who they are, what they need and how they are started. Read by bench/run.

# The libraries and flags of ./diabolo, which sets the rest itself; the peers run with what their users get.
run_java() {
    OMP_NUM_THREADS=1 "$jdk/bin/java" -Xlog:disable --enable-native-access=ALL-UNNAMED -Dorg.bytedeco.javacpp.platform.extension= \
        -Dorg.bytedeco.javacpp.cachedir=target/app/native -cp "bench/target/classes:target/app/lib/*" "diabolo.bench.$@"
}
run_python() { OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" "bench/$1" "${@:2}"; }
run_node() { NODE_PATH=$work/npm/node_modules node "bench/$1" "${@:2}"; }

sides() {
    case $1 in
        deephear) echo diabolo pytorch djl ;;
        musicvae) echo diabolo libtorch pytorch djl ;;
        musicvae-16) echo diabolo libtorch pytorch ;;
        cd1) echo diabolo sklearn ;;
        sampling) echo diabolo cells module magenta magenta-wasm ;;
        midi-*) echo diabolo jdk tonejs mido ;;
        start) echo --version inspect generate_--count_1 generate_--model_melody-2bar_--count_1 render_--to_wav ;;
    esac
}

prepare() {
    local folder=$work/$1
    case $1 in
        deephear) run_java DenseTraining prepare "$folder" DEEPHEAR ;;
        cd1) run_java DenseTraining prepare "$folder" CD1 ;;
        musicvae) run_java MusicVaeTraining prepare "$folder" two-bars ;;
        musicvae-16) run_java MusicVaeTraining prepare "$folder" sixteen-bars ;;
        sampling) run_java Sampling prepare "$folder" $(checkpoint) ;;
        midi-folk) list_midi folk-nottingham "$folder" ;;
        midi-games) list_midi multitrack-games "$folder" ;;
        start) ./diabolo generate --count 1 --seed 1 --out "$folder/piece" ;;
    esac
}
checkpoint() { if [[ -d $data/magenta-mel-2bar-small ]]; then echo "$data/magenta-mel-2bar-small"; fi; }
list_midi() {
    [[ -d $data/$1 ]] || { echo "there is no $1: ./diabolo data get $1 fetches it, DIABOLO_DATA names its folder"; return 1; }
    run_java MidiReading list "$data/$1" >"$2/files"
}

# Why a side cannot run, or nothing.
absent() {
    case $1/$2 in
        */djl) echo "not built: its engine would be a profile of the Maven build of its own" ;;
        musicvae-16/pytorch) echo "not built: libtorch is the same engine" ;;
        */pytorch) has_python 'torch, numpy' || echo "$python has no PyTorch: pip install torch numpy, or name another Python in PYTHON" ;;
        */sklearn) has_python sklearn || echo "$python has no scikit-learn: pip install scikit-learn, or name another Python in PYTHON" ;;
        */mido) has_python mido || echo "$python has no mido: pip install mido, or name another Python in PYTHON" ;;
        */magenta | */magenta-wasm)
            if [[ -z $(checkpoint) ]]; then
                echo "its checkpoint is not there: magenta-mel-2bar-small in the folder that DIABOLO_DATA names"
            else
                npm_installs "@magenta/music@1.23.1 @tensorflow/tfjs-backend-wasm@2.8.6"
            fi
            ;;
        */tonejs) npm_installs "@tonejs/midi@2.0.28" ;;
    esac
}
npm_installs() {
    local name=${1//[^a-z0-9]/-}
    mkdir -p "$work/npm"
    [[ ! -e $work/npm/$name ]] || { cat "$work/npm/$name"; return; }
    if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
        echo "it needs Node and npm" >"$work/npm/$name"
    elif (cd "$work/npm" && npm install --no-audit --no-fund --ignore-scripts $1 >log 2>&1); then
        : >"$work/npm/$name"
    else
        echo "npm could not install $1" >"$work/npm/$name"
    fi
    cat "$work/npm/$name"
}

run_side() {
    local folder=$work/$1
    case $1/$2 in
        deephear/diabolo) run_java DenseTraining run "$folder" "${updates:-20}" DEEPHEAR ;;
        deephear/pytorch) run_python deephear_training.py "$folder" "${updates:-20}" ;;
        cd1/diabolo) run_java DenseTraining run "$folder" "${updates:-20}" CD1 ;;
        cd1/sklearn) run_python cd1_training.py "$folder" "${updates:-10}" ;;
        musicvae/diabolo) run_java MusicVaeTraining run "$folder" "${updates:-2}" two-bars ;;
        musicvae/libtorch) run_java StockLibtorchTraining "$folder" "${updates:-2}" two-bars ;;
        musicvae/pytorch) run_python musicvae_training.py "$folder" "${updates:-2}" ;;
        musicvae-16/diabolo) run_java MusicVaeTraining run "$folder" "${updates:-12}" sixteen-bars ;;
        musicvae-16/libtorch) run_java StockLibtorchTraining "$folder" "${updates:-12}" sixteen-bars ;;
        sampling/diabolo) run_java Sampling run "$folder" $(checkpoint) ;;
        sampling/cells | sampling/module) run_java StockSampling "$folder" "$2" ;;
        sampling/magenta) run_node sampling.js "$folder" "$(checkpoint)" cpu 4 1 8 32 128 1024 ;;
        sampling/magenta-wasm) run_node sampling.js "$folder" "$(checkpoint)" wasm 4 1 8 32 128 1024 ;;
        midi-*/diabolo | midi-*/jdk) run_java MidiReading run "$folder/files" "$2" $(sizes "$1") ;;
        midi-*/tonejs) # a process for each size: what was read before slows it severalfold
            local size
            for size in $(sizes "$1"); do run_node midi_reading.js "$folder/files" "$size"; done
            ;;
        midi-*/mido) run_python midi_reading.py "$folder/files" $(sizes "$1") ;;
        start/*) start "$2" ;;
    esac
}
sizes() { if [[ $1 == midi-folk ]]; then echo 50 100 200 500; else grep -c . "$work/$1/files"; fi; }

start() {
    local command=${1//_/ } piece=$work/start/piece/piece-0001.mid arguments
    case $command in
        inspect) arguments="inspect $piece" ;;
        render*) arguments="render $piece --to wav --out $work/start/sound.wav" ;;
        generate*) arguments="$command --seed 1 --out $work/start/again" ;;
        *) arguments=$command ;;
    esac
    rm -rf "$work/start/again" "$work/start/sound.wav"
    if [[ -x /usr/bin/time ]] && /usr/bin/time -f %M true 2>/dev/null; then
        /usr/bin/time -o "$work/time" -f '%U %S %e %M' ./diabolo $arguments >/dev/null
    else
        TIMEFORMAT='%U %S %R 0'
        { time ./diabolo $arguments >/dev/null; } 2>"$work/time"
    fi
    tail -n 1 "$work/time" | awk '{ printf "{\"size\": 1, \"millis\": %.0f, \"processorMillis\": %.0f, \"check\": [%.0f]}\n", 1000 * $3, 1000 * ($1 + $2), $4 / 1024 }'
}

machine() {
    echo "processor: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -n 1 || sysctl -n machdep.cpu.brand_string), $(getconf _NPROCESSORS_ONLN) cores"
    echo "memory: $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo 2>/dev/null)"
    echo "date: $(date -u +%Y-%m-%d), rounds: $rounds"
    echo "Diabolo: commit $(git rev-parse --short HEAD 2>/dev/null || echo unknown)"
    echo "Java: $("$jdk/bin/java" -version 2>&1 | sed -n '2s/.*(build \(.*\))/\1/p')"
    echo "libtorch: $(sed -n 's/.*<pytorch.version>\(.*\)-.*<.*/\1/p' pom.xml)"
    echo "Python: $("$python" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo none)"
    local module
    for module in torch numpy sklearn mido; do
        echo "– $module: $("$python" -c "from importlib.metadata import version; print(version('${module/sklearn/scikit-learn}'))" 2>/dev/null || echo 'not installed')"
    done
    echo "Node: $(node --version 2>/dev/null || echo none)"
    echo "weights of sampling: $(if [[ -n $(checkpoint) ]]; then echo "Magenta's checkpoint mel_2bar_small, on every side"; else echo 'random, of the same shapes, on every side'; fi)"
}
