"""Goes on with the training of model.keras, on one machine or on several.

    python train.py

On several machines start it on each, with TF_CONFIG set as README.md shows. Rows come from the CSV files in
data/, how they are read and trained with from settings.json. Whatever the number of workers, an update is made of
the same rows. It needs: pip install tensorflow
"""

import argparse
import csv
import json
import os
import pathlib
import sys

os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf

HERE = pathlib.Path(__file__).resolve().parent
MISSING = ["", "NA", "N/A", "NaN", "nan", "null", "None"]


class Rows:
    """The rows of some CSV files: features as the model takes them, targets as its loss takes them."""

    def __init__(self, settings, folder, name):
        self.features, self.target = settings["features"], settings["target"]
        self.fills = settings["missing"] == "mean"
        self.paths = sorted(tf.io.gfile.glob(os.path.join(folder, f"{name}-*.csv")))
        self.columns = self._columns()

    def __bool__(self):
        return bool(self.paths)

    def _columns(self):
        """Where the features and the target stand in a line, the same in every file."""
        names = [feature["name"] for feature in self.features] + [self.target["name"]]
        first = None
        for path in self.paths:
            with tf.io.gfile.GFile(path) as file:
                header = next(csv.reader([file.readline().removeprefix("\ufeff")]), [])
            if lacking := [name for name in names if name not in header]:
                raise SystemExit(f"{path}: expected the columns {names}, received none called {lacking}")
            if first not in (None, header):
                raise SystemExit(f"{path}: expected the columns {first} as in {self.paths[0]}, received {header}")
            first = header
        return [first.index(name) for name in names] if first else []

    def read(self, shuffle=None, epoch=0):
        """A data set of rows, one at a time, with all files in their order or shuffled."""
        paths = self.paths
        if shuffle:
            paths = np.random.default_rng([int(shuffle["seed"]), epoch]).permutation(paths)
        lines = tf.data.Dataset.from_tensor_slices(paths).flat_map(lambda path: tf.data.TextLineDataset(path).skip(1))
        lines = lines.filter(lambda line: tf.strings.length(tf.strings.strip(line)) > 0)
        if shuffle:
            seed = (int(shuffle["seed"]) + epoch) % 2**31
            lines = lines.shuffle(shuffle["buffer_size"], seed=seed, reshuffle_each_iteration=False)
        return lines.batch(1024).map(self._parse).unbatch()

    def _parse(self, lines):
        """Lines as numbers; those are left out that lack a target or, unless it is filled, a feature."""
        order = sorted(range(len(self.columns)), key=self.columns.__getitem__)
        texts = tf.io.decode_csv(lines, [[""]] * len(order), select_cols=[self.columns[at] for at in order])
        cells = dict(zip(order, texts))
        numbers = tf.stack([to_numbers(cells[at]) for at in range(len(self.features))], axis=1)
        if self.fills:
            numbers = tf.where(tf.math.is_nan(numbers), self._of_features("fill"), numbers)
        numbers = (numbers - self._of_features("offset")) / self._of_features("scale")
        target = cells[len(self.features)]
        # A class may be called as what else is a missing value.
        is_there = ~is_one_of(target, MISSING) | is_one_of(target, self.target.get("classes", []))
        kept = ~tf.reduce_any(tf.math.is_nan(numbers), axis=1) & is_there
        inputs = tf.cast(tf.boolean_mask(numbers, kept), tf.float32)
        return inputs, self._targets(tf.boolean_mask(target, kept))

    def target_width(self):
        return len(self.target["classes"]) if self.target.get("one_hot") else 1

    def _of_features(self, name):
        return tf.constant([feature[name] for feature in self.features], tf.float64)

    def _targets(self, cells):
        classes = self.target.get("classes")
        if classes is None:
            return tf.cast(to_numbers(cells), tf.float32)[:, tf.newaxis]
        # A class by its place among them, or one number a class.
        is_class = cells[:, tf.newaxis] == tf.constant(classes)
        message = f"column {self.target['name']}: expected one of the classes {classes}"
        tf.debugging.Assert(tf.reduce_all(tf.reduce_any(is_class, axis=1)), [message, cells], summarize=1024)
        if self.target["one_hot"]:
            return tf.cast(is_class, tf.float32)
        return tf.cast(tf.argmax(is_class, axis=1), tf.float32)[:, tf.newaxis]


def is_one_of(cells, words):
    return tf.reduce_any(cells[:, tf.newaxis] == tf.constant(words, tf.string), axis=1)


def to_numbers(cells):
    cells = tf.strings.strip(cells)
    return tf.strings.to_number(tf.where(is_one_of(cells, MISSING), "nan", cells), tf.float64)


class Epochs:
    """The rows of each epoch in their order: row_order.json has that of the next ones, as long as no rows are added."""

    def __init__(self, settings, rows):
        self.settings, self.rows, self.listed, self.all = settings, rows, [], None
        path = HERE / "row_order.json"
        if settings["shuffle"] and path.exists():
            listed = json.loads(path.read_text(encoding="utf-8"))
            read = rows.read().batch(len(listed[0]) + 1).take(1).get_single_element()
            if len(read[0]) == len(listed[0]):
                self.listed, self.all = listed, read
            else:
                print("row_order.json is of other rows: they are shuffled by the seed of settings.json.", flush=True)

    def rows_of(self, epoch):
        place = epoch - self.settings["initial_epoch"]
        if place < len(self.listed):
            order = self.listed[place]
            return tf.data.Dataset.from_tensor_slices(tuple(tf.gather(part, order) for part in self.all))
        return self.rows.read(self.settings["shuffle"], epoch)


def parts(batches, context):
    """Of each batch the rows of this worker's replicas, with the number of rows in the whole batch."""
    replicas = context.num_replicas_in_sync
    local = replicas // context.num_input_pipelines
    first = context.input_pipeline_id * local

    def split(inputs, targets):
        rows = tf.shape(inputs, tf.int64)[0]

        def part(replica):
            start, end = rows * replica // replicas, rows * (replica + 1) // replicas
            return inputs[start:end], targets[start:end], tf.cast(rows, tf.float32)

        return tf.data.Dataset.range(first, first + local).map(part)

    return batches.flat_map(split).prefetch(tf.data.AUTOTUNE)


class Trainer:
    """The model with its optimizer on every worker, and the steps that they take together.

    A loop of its own: Keras 3's fit fails under this strategy ("unsupported type PerReplica").
    """

    def __init__(self, strategy, path, target_width):
        self.strategy, self.graphs = strategy, {}
        with strategy.scope():
            self.model = keras.models.load_model(path)
            self.optimizer = self.model.optimizer
            self.optimizer.build(self.model.trainable_variables)
        # Metrics count on each worker by itself; what they counted is summed at the end of an epoch.
        outputs = keras.Input(self.model.output_shape[1:])
        self.scorer = keras.Model(outputs, outputs)
        self.scorer.compile_from_config({**self.model.get_compile_config(), "optimizer": "sgd"})
        # They have their variables from the first rows on.
        self.scorer.compute_metrics(None, tf.zeros([1, target_width]), tf.zeros([1, *outputs.shape[1:]]))
        loss = keras.losses.get(self.scorer.loss)
        # What a batch's mean is made of: the sum over the workers is divided by the rows of all of them.
        if isinstance(loss, keras.losses.Loss):
            loss = type(loss).from_config({**loss.get_config(), "reduction": "none"})
        self.loss_of_rows = loss
        if strategy.num_replicas_in_sync > 1:
            for layer in self.model.layers:
                if isinstance(layer, keras.layers.BatchNormalization):
                    # Mean and variance of the whole batch, not of a replica's part of it.
                    layer.synchronized = True

    def variables(self):
        return [*self.model.variables, *self.optimizer.variables]

    def _loss(self, values, inputs, targets, rows, training):
        """A replica's part of the loss, with outputs and the new state of layers that have one."""
        trainable, state = values
        context = tf.distribute.get_replica_context()
        # Dropout draws other numbers on each replica.
        own_seed = [self._seed_shift(variable, context) for variable in self.model.non_trainable_variables]
        outputs, state, losses = self.model.stateless_call(
            trainable, [a + b for a, b in zip(state, own_seed)], inputs, training=training, return_losses=True
        )
        state = [a - b for a, b in zip(state, own_seed)]
        pairs = zip(self.model.trainable_variables, trainable)
        penalties = [variable.regularizer(value) for variable, value in pairs if variable.regularizer is not None]
        # Keras lists them after those of outputs, which are means over the rows here.
        of_outputs = losses[: len(losses) - len(penalties)]
        share = tf.cast(tf.shape(inputs)[0], tf.float32) / rows
        loss = tf.reduce_sum(self.loss_of_rows(targets, outputs)) / rows
        # Each replica has the same weights: their penalties count once.
        loss += sum(of_outputs) * share + sum(penalties) / context.num_replicas_in_sync
        return loss, outputs, state

    @staticmethod
    def _seed_shift(variable, context):
        if variable.name == "seed_generator_state":
            return tf.cast([context.replica_id_in_sync_group, 0], variable.dtype)
        return tf.zeros([], variable.dtype)

    def _values(self):
        return [
            [tf.convert_to_tensor(variable.value) for variable in variables]
            for variables in (self.model.trainable_variables, self.model.non_trainable_variables)
        ]

    def _train_replica(self, inputs, targets, rows):
        values = self._values()
        with tf.GradientTape() as tape:
            tape.watch(values[0])
            loss, outputs, state = self._loss(values, inputs, targets, rows, training=True)
        gradients = tape.gradient(loss, values[0], unconnected_gradients="zero")
        return loss, outputs, state, tf.distribute.get_replica_context().all_reduce("SUM", gradients)

    def train(self, part):
        """One update; returns the parts of the loss, and outputs and targets, of this worker's replicas."""
        local = self.strategy.experimental_local_results
        loss, outputs, state, gradients = self.strategy.run(self._train_replica, args=part)
        # Outside of the replicas: the optimizer clips the gradient of the whole batch, and applies it once.
        self.optimizer.apply([local(gradient)[0] for gradient in gradients], self.model.trainable_variables)
        for variable, value in zip(self.model.non_trainable_variables, state):
            variable.assign(local(value)[0])
        return local(loss), local(outputs), local(part[1])

    def _test_replica(self, inputs, targets, rows):
        return self._loss(self._values(), inputs, targets, rows, training=False)[:2]

    def test(self, part):
        """The same without an update."""
        local = self.strategy.experimental_local_results
        loss, outputs = self.strategy.run(self._test_replica, args=part)
        return local(loss), local(outputs), local(part[1])

    @tf.function(reduce_retracing=True)
    def count(self, targets, outputs):
        """Counts rows in the metrics."""
        self.scorer.compute_metrics(None, targets, outputs)

    def compiled(self, step, spec):
        """A step as a graph for parts of any number of rows.

        One graph: were it traced anew for other shapes, a worker whose part has them would wait for sums that the
        others, whose parts have not, never send.
        """
        if step.__name__ not in self.graphs:
            self.graphs[step.__name__] = tf.function(step, input_signature=[spec])
        return self.graphs[step.__name__]

    def run(self, step, batches):
        """Takes a step for each batch; returns loss and metrics over all rows."""
        distributed = self.strategy.distribute_datasets_from_function(lambda context: parts(batches, context))
        step = self.compiled(step, distributed.element_spec)
        loss_sum, rows = 0.0, 0.0
        self.scorer.reset_metrics()
        for part in distributed:
            losses, outputs, targets = step(part)
            in_batch = self.strategy.experimental_local_results(part[2])[0]
            loss_sum, rows = loss_sum + sum(losses) * in_batch, rows + float(in_batch)
            for output, target in zip(outputs, targets):
                if len(output):
                    self.count(target, output)
        *counts, loss_sum = self.sum_over_workers([*self.scorer.metrics_variables, loss_sum])
        for variable, count in zip(self.scorer.metrics_variables, counts):
            variable.assign(count)
        return {**self.scorer.get_metrics_result(), "loss": loss_sum / rows}

    def sum_over_workers(self, values):
        """The sums of arrays that each worker has one of."""
        values = [np.asarray(value).astype("float64") for value in values]
        mine = np.concatenate([value.ravel() for value in values])
        local = len(self.strategy.extended.worker_devices)
        mine = self.strategy.experimental_distribute_values_from_function(
            lambda context: tf.constant(mine if context.replica_id_in_sync_group % local == 0 else 0 * mine)
        )
        total = self.strategy.reduce("SUM", mine, axis=None).numpy()
        ends = np.cumsum([value.size for value in values])[:-1]
        return [part.reshape(value.shape) for part, value in zip(np.split(total, ends), values)]

    def take_over_from_chief(self, epoch, model=None):
        """Gives every worker the epoch and the variables of the first one, those of a checkpoint where it has one.

        The others bring nothing; all have built the same model before, as its variables are made together.
        """
        values = [np.array(epoch), *(keras.ops.convert_to_numpy(variable) for variable in self.variables())]
        if model:
            model.optimizer.build(model.trainable_variables)
            values[1:] = [keras.ops.convert_to_numpy(own) for own in [*model.variables, *model.optimizer.variables]]
        if not is_chief(self.strategy):
            values = [np.zeros(value.shape) for value in values]
        epoch, *values = self.sum_over_workers(values)
        for variable, value in zip(self.variables(), values):
            variable.assign(tf.cast(value, variable.dtype))
        return int(epoch)


class Checkpoints:
    """Model and optimizer after each epoch, written by the first worker as files of Keras."""

    def __init__(self, folder, keep):
        self.folder, self.keep = pathlib.Path(folder), keep

    def last(self):
        """The epochs that are over, and the file; none at the start."""
        paths = sorted(self.folder.glob("epoch-*.keras"), key=self._epoch)
        return (self._epoch(paths[-1]), paths[-1]) if paths else None

    @staticmethod
    def _epoch(path):
        return int(path.stem.split("-")[1])

    def save(self, model, epoch, scores):
        self.folder.mkdir(parents=True, exist_ok=True)
        # Renamed once it is whole: a worker that is killed while it writes leaves no broken checkpoint.
        whole, being_written = self.folder / f"epoch-{epoch:05}.keras", self.folder / "being-written.keras"
        model.save(being_written)
        os.replace(being_written, whole)
        with open(self.folder / "history.jsonl", "a", encoding="utf-8") as history:
            history.write(json.dumps({"epoch": epoch, **{name: float(score) for name, score in scores.items()}}) + "\n")
        for path in sorted(self.folder.glob("epoch-*.keras"), key=self._epoch)[: -self.keep]:
            path.unlink()


def is_chief(strategy):
    resolver = strategy.cluster_resolver
    if not resolver.task_type or resolver.task_type == "chief":
        return True
    return resolver.task_id == 0 and "chief" not in resolver.cluster_spec().jobs


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=str(HERE / "data"), help="folder or bucket of the CSV files")
    parser.add_argument("--checkpoints", default=str(HERE / "checkpoints"), help="folder of the checkpoints")
    parser.add_argument("--epochs", type=int, help="epoch to end after, those of the page counted")
    given = parser.parse_args()
    # First: it waits for the other workers.
    strategy = tf.distribute.MultiWorkerMirroredStrategy()
    chief = is_chief(strategy)
    settings = json.loads((HERE / "settings.json").read_text(encoding="utf-8"))
    train, validation, test = (Rows(settings, given.data, name) for name in ("train", "validation", "test"))
    if not train:
        raise SystemExit(f"{given.data}: expected files called train-*.csv, received none")
    checkpoints = Checkpoints(given.checkpoints, settings["keep_checkpoints"])
    trainer = Trainer(strategy, HERE / "model.keras", train.target_width())
    epoch, path = (chief and checkpoints.last()) or (settings["initial_epoch"], None)
    epoch = trainer.take_over_from_chief(epoch, path and keras.models.load_model(path))
    order = Epochs(settings, train)
    size, epochs = settings["batch_size"], given.epochs or settings["epochs"]

    def tell(line):
        if chief:
            print(line, flush=True)

    def line_of(scores):
        return " - ".join(f"{name}: {float(score):.4g}" for name, score in scores.items())

    tell(f"{strategy.num_replicas_in_sync} replicas, from epoch {epoch + 1} to {epochs}")
    while epoch < epochs:
        batches = order.rows_of(epoch).batch(size)
        if epoch == settings["initial_epoch"]:
            # The page was in the midst of an epoch.
            batches = batches.skip(settings["initial_batch"])
        scores = trainer.run(trainer.train, batches)
        if validation:
            of_validation = trainer.run(trainer.test, validation.read().batch(size))
            scores |= {f"val_{name}": score for name, score in of_validation.items()}
        epoch += 1
        if not np.isfinite(float(scores["loss"])):
            raise SystemExit(f"epoch {epoch}: the loss is no longer a finite number; the last checkpoint is kept")
        if chief:
            checkpoints.save(trainer.model, epoch, scores)
        tell(f"epoch {epoch}/{epochs} - {line_of(scores)}")
    if test:
        scores = trainer.run(trainer.test, test.read().batch(size))
        tell(f"test - {line_of(scores)}")
    if chief:
        trainer.model.save(HERE / "trained.keras")
        tell("The model is in trained.keras.")


if __name__ == "__main__":
    try:
        main()
    except (tf.errors.UnavailableError, tf.errors.AbortedError) as error:
        print(error, file=sys.stderr)
        raise SystemExit("A worker is gone. Start all of them again: they go on after the last checkpoint.") from None
