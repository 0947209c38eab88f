//! From bytes to the content of a paper: everything before fonts.

use crate::{
    catalog,
    model::{Answers, DocumentKind, Form, Kind, Settings, Tables},
    packet::{self, Attachment, Context, Files, Paper, Say},
    record,
    validate::{self, Issue, Submission, Survey},
};

use super::{Input, Loaded, PaperKind, ProduceError, REGIONS, STREETS};

/// A form, settings, and answers as far as the paper needs them.
pub(super) struct Line {
    form: Form,
    settings: Settings,
    content: Content,
}

/// What the paper is filled with.
enum Content {
    Blank,
    Draft(Survey),
    Packet { submission: Submission, digest: String, reference: String },
    Sample(Submission),
}

impl Line {
    /// Reads and checks everything.
    pub(super) fn open(input: &Input, loaded: &Loaded) -> Result<Self, ProduceError> {
        let (form, faults) = catalog::open(&input.pack);
        let form = form.ok_or(ProduceError::Form(faults))?;
        let (settings, faults) = catalog::settings(&input.settings);
        let settings = settings.ok_or(ProduceError::Form(faults))?;

        let table = |name: &str| loaded.tables.get(name).map(Vec::as_slice);
        let tables = Tables {
            regions: table(REGIONS).and_then(catalog::regions),
            streets: table(STREETS).and_then(catalog::streets),
        };
        let answers = || {
            let bytes = input.entered.as_ref().ok_or(ProduceError::NoAnswers)?;
            Ok::<Answers, ProduceError>(record::read(bytes, &form)?.answers().clone())
        };
        let finish =
            || validate::finish(&form, &answers()?, &tables, input.today).map_err(ProduceError::Refused);
        let content = match input.want.paper {
            PaperKind::Blank => Content::Blank,
            PaperKind::Draft => Content::Draft(validate::survey(&form, &answers()?, &tables, input.today)),
            PaperKind::Sample => Content::Sample(finish()?),
            PaperKind::Packet => {
                let submission = finish()?;
                let canonical = record::canonical(&form, &submission);
                let (digest, reference) = (record::digest(&canonical), record::reference(&canonical));
                Content::Packet { submission, digest, reference }
            }
        };
        Ok(Self { form, settings, content })
    }

    /// Names of the tables that the checks and the paper look things up in.
    pub(super) fn tables(&self) -> Vec<String> {
        let asks = |kinds: &[Kind]| self.form.fields.iter().any(|field| kinds.contains(&field.kind));
        match self.content {
            Content::Blank => Vec::new(),
            Content::Draft(_) | Content::Packet { .. } | Content::Sample(_) => {
                let with_region = [
                    Kind::CitizenId,
                    Kind::Address,
                    Kind::Document(DocumentKind::Personal),
                    Kind::Document(DocumentKind::Disability),
                ];
                let pairs = [(&with_region[..], REGIONS), (&[Kind::Address], STREETS)];
                let needed = pairs.into_iter().filter(|(kinds, _)| asks(kinds));
                needed.map(|(_, name)| name.to_owned()).collect()
            }
        }
    }

    fn ctx<'a>(&'a self, input: &'a Input, files: &'a Files) -> Context<'a> {
        let Self { form, settings, .. } = self;
        let helper = input.helper.as_deref();
        Context { form, settings, locale: input.locale, today: input.today, files, helper }
    }

    /// The files that the answers name, in form order.
    pub(super) fn attachments(&self, input: &Input) -> Vec<Attachment> {
        let (values, rows) = match &self.content {
            Content::Blank => return Vec::new(),
            Content::Draft(survey) => (&survey.values, &survey.rows),
            Content::Packet { submission, .. } | Content::Sample(submission) => {
                (&submission.values, &submission.rows)
            }
        };
        packet::attachments(self.ctx(input, &Files::new()), values, rows)
    }

    /// The paper, with notes on characters that no font has and on files that are not there.
    pub(super) fn paper(&self, input: &Input, files: &Files, notes: &[Issue], say: &Say<'_>) -> Paper {
        let ctx = self.ctx(input, files);
        match &self.content {
            Content::Blank => packet::blank(ctx).into(),
            Content::Draft(survey) => {
                let mut survey = survey.clone();
                survey.warnings.extend_from_slice(notes);
                packet::draft(ctx, &survey, say).into()
            }
            Content::Packet { submission, digest, reference } => {
                let mut submission = submission.clone();
                submission.warnings.extend_from_slice(notes);
                packet::packet(ctx, &submission, digest, reference, say).into()
            }
            Content::Sample(submission) => packet::sample(ctx, submission).into(),
        }
    }

    /// Form and version, `SQ031-1`.
    pub(super) fn name(&self) -> String {
        format!("{}-{}", self.form.id, self.form.version)
    }

    /// The exported file of a packet.
    pub(super) fn export(&self) -> Option<Vec<u8>> {
        match &self.content {
            Content::Packet { submission, .. } => Some(record::export(&self.form, submission)),
            Content::Blank | Content::Draft(_) | Content::Sample(_) => None,
        }
    }
}
