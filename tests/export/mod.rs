//! An export as the page makes one: a table, what is chosen of it, a model, a training that has gone some way.

use glassnet::data::{
    CsvFormat, NumpyRandom, Scaler, Scaling, Table, TestSize, to_categorical_row_major, train_test_split,
};
use glassnet::export::{CodeOf, CsvFile, ExportFile, RunOf, export_files, keras_code};
use glassnet::nn::{ModelConfig, Optimizer, Sequential};
use glassnet::train::{Fit, FitConfig, Order, Validation};

/// One model with its data and training.
#[derive(Clone)]
pub(crate) struct Case {
    pub(crate) table: Table,
    pub(crate) file: CsvFile<'static>,
    pub(crate) features: Vec<String>,
    pub(crate) target: String,
    pub(crate) is_classification: bool,
    pub(crate) scaling: Option<Scaling>,
    pub(crate) split: Option<(f64, u64)>,
    pub(crate) model: ModelConfig,
    pub(crate) fit: FitConfig,
}

/// Synthetic rows.
pub(crate) fn made() -> CsvFile<'static> {
    CsvFile { name: "data.csv", format: format(|_| {}), has_blank_rows: false, is_synthetic: true }
}

/// How a file is read, as long as the tests run.
pub(crate) fn format(change: impl FnOnce(&mut CsvFormat)) -> &'static CsvFormat {
    let mut format = CsvFormat::default();
    change(&mut format);
    Box::leak(Box::new(format))
}

impl Case {
    /// Every column but the target, split as the tutorial does.
    pub(crate) fn new(table: Table, target: &str, model: ModelConfig) -> Self {
        let features = table.names().iter().filter(|name| *name != target).cloned().collect();
        let fit = FitConfig { batch_size: 5, epochs: 2, order: Order::Shuffled { seed: 100 }, ..FitConfig::default() };
        Case {
            table,
            file: made(),
            features,
            target: target.to_string(),
            is_classification: false,
            scaling: None,
            split: Some((0.3, 100)),
            model,
            fit,
        }
    }

    fn code(&self) -> CodeOf<'_> {
        CodeOf {
            file: self.file,
            columns: self.table.names(),
            features: &self.features,
            target: &self.target,
            is_classification: self.is_classification,
            missing: None,
            scaling: self.scaling,
            split: self.split,
            model: &self.model,
            fit: &self.fit,
        }
    }

    /// The program without the weights.
    pub(crate) fn plain(&self) -> String {
        keras_code(&self.code())
    }

    /// Trains as far as `fit` says, and exports that.
    pub(crate) fn files(&self) -> Vec<ExportFile> {
        let (train, test) = match self.split {
            None => ((0..self.table.rows()).collect(), (0..self.table.rows()).collect()),
            Some((size, seed)) => {
                let mut random = NumpyRandom::new(seed).unwrap();
                let split = train_test_split(self.table.rows(), TestSize::Fraction(size), &mut random).unwrap();
                (split.train, split.test)
            }
        };
        let values = self.table.values_row_major(&self.features).unwrap();
        let x = match self.scaling {
            None => self.table.numbers_row_major(&self.features).unwrap(),
            Some(scaling) => Scaler::fit_row_major(scaling, &values, self.features.len(), &train)
                .unwrap()
                .transform_row_major(&values)
                .unwrap(),
        };
        let mut model = Sequential::new(&self.model).unwrap();
        let y = self.targets(model.target_count());
        let of = |numbers: &[f32], rows: &[usize]| -> Vec<f32> {
            let width = numbers.len() / self.table.rows();
            rows.iter().flat_map(|row| &numbers[row * width..(row + 1) * width]).copied().collect()
        };
        let (train, test) = ((of(&x, &train), of(&y, &train)), (of(&x, &test), of(&y, &test)));
        model.adapt_row_major(&train.0).unwrap();
        let new_fit = |model: &Sequential| {
            Fit::from_row_major(model, train.0.clone(), train.1.clone(), self.fit.clone()).unwrap()
        };
        new_fit(&model).run(&mut model, |_, _| true);
        let orders = orders(model.clone(), new_fit);
        let run = RunOf {
            table: &self.table,
            model: &model,
            train: (&train.0, &train.1),
            test: (&test.0, &test.1),
            orders: &orders,
            began_with_state: false,
        };
        export_files(&self.code(), &run).unwrap()
    }

    fn targets(&self, width: usize) -> Vec<f32> {
        if !self.is_classification {
            return self.table.numbers_row_major(&[&self.target]).unwrap();
        }
        let (classes, rows) = self.table.labels(&self.target).unwrap();
        match width {
            1 => rows.into_iter().map(|class| class as f32).collect(),
            _ => to_categorical_row_major(&rows, classes.len()).unwrap(),
        }
    }

    /// Holds the last rows back to validate with.
    pub(crate) fn validated(mut self, share: f64) -> Self {
        self.fit.validation = Validation::Split(share);
        self
    }
}

/// The order of the rows in each epoch, by a model that stays where it is: one that diverges ends before.
fn orders(mut model: Sequential, new_fit: impl Fn(&Sequential) -> Fit) -> Vec<Vec<u32>> {
    model.reset();
    model.compile(model.loss_function(), Optimizer::sgd(1e-30), model.metrics().to_vec()).unwrap();
    let mut fit = new_fit(&model);
    let mut orders: Vec<Vec<u32>> = Vec::new();
    while fit.end().is_none() {
        let (epoch, rows) = (fit.place().0, fit.next_rows().to_vec());
        orders.resize(epoch + 1, Vec::new());
        orders[epoch].extend(rows);
        fit.batch(&mut model);
    }
    orders
}
