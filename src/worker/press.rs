//! The page's hold on the press, which makes papers.

use std::rc::Rc;

use super::{
    Made, Order, Places, WorkerError,
    handle::{Handle, absolute},
    job::{Job, Reply, Task, read_reply},
};
use crate::model::Path;

/// The page's hold on the press. Clones are the same; the worker starts with the first paper.
#[derive(Clone, PartialEq)]
pub struct Press {
    handle: Handle,
    places: Rc<Places>,
}

impl Press {
    /// The press that the page names.
    #[must_use]
    pub fn of_page(places: &Places) -> Option<Self> {
        let places = Places {
            settings: absolute(&places.settings),
            shard_table: absolute(&places.shard_table),
            shards: absolute(&places.shards),
            tables: places.tables.iter().map(|(name, url)| (name.clone(), absolute(url))).collect(),
        };
        Some(Self { handle: Handle::of_page("press")?, places: Rc::new(places) })
    }

    /// Makes a paper.
    pub async fn make(&self, order: Order) -> Result<Made, WorkerError> {
        self.ask(Task::Make, order).await
    }

    /// The characters of a paper that no font has.
    pub async fn plan(&self, order: Order) -> Result<Vec<(Path, char)>, WorkerError> {
        Ok(self.ask(Task::Plan, order).await?.missing)
    }

    /// Starts the worker and makes a paper that is thrown away, so that the next one is fast.
    pub async fn warm(&self, order: Order) -> Result<(), WorkerError> {
        self.ask(Task::Warm, order).await.map(|_| ())
    }

    /// Ends the worker and every job, for good.
    pub fn end(&self) {
        self.handle.end();
    }

    async fn ask(&self, task: Task, order: Order) -> Reply {
        let mut bytes = vec![order.pack.clone()];
        bytes.extend(order.entered.clone().map(Rc::new));
        bytes.extend(order.attachments.iter().map(|(_, bytes)| bytes.clone()));
        let head = Job { task, order, places: (*self.places).clone() }.head();
        let (head, bytes) = self.handle.ask(head, bytes).await?;
        read_reply(&head, bytes)
    }
}
