//! A conversation with an editor: what it asks, and who answers.

use std::io::{self, Write};

use lsp_server::{ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    CodeActionParams, DidChangeTextDocumentParams, DidCloseTextDocumentParams,
    DidOpenTextDocumentParams, HoverParams, LogMessageParams, MessageType,
    PublishDiagnosticsParams, ShowMessageParams,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::client::Client;
use super::documents::{Document, Documents};
use super::rules::Rules;
use super::spelling::Spellings;
use super::wire::Incoming;
use super::{Options, actions, capabilities, diagnostics, hover};

/// A conversation.
pub struct Session<W> {
    options: Options,
    out: W,
    editor: Option<Editor>,
    spellings: Spellings,
    /// Whether the editor has said that it will leave.
    is_over: bool,
}

/// An editor that has introduced itself.
struct Editor {
    client: Client,
    rules: Rules,
    documents: Documents,
    /// Whether files changed that settings may come from.
    is_outdated: bool,
}

/// An answer, or why there is none.
type Answer = Result<Value, (ErrorCode, String)>;

impl<W: Write> Session<W> {
    pub fn new(options: Options, out: W) -> Self {
        Self { options, out, editor: None, spellings: Spellings::default(), is_over: false }
    }

    /// Takes a message; at the last one, tells whether the editor leaves as it said.
    pub fn take(&mut self, mut incoming: Incoming) -> io::Result<Option<bool>> {
        incoming.iter_mut().for_each(|message| self.spellings.encode(message));
        match incoming {
            Ok(Message::Request(request)) => {
                let id = request.id.clone();
                let response = match self.answer(request) {
                    Ok(value) => Response::new_ok(id, value),
                    Err((code, why)) => Response::new_err(id, code as i32, why),
                };
                self.send(Message::Response(response))?;
            }
            Ok(Message::Notification(one)) if one.method == told::Exit::METHOD => {
                return Ok(Some(self.is_over));
            }
            Ok(Message::Notification(one)) => self.notice(one)?,
            // Nothing was asked that needs an answer.
            Ok(Message::Response(_)) => {}
            Err(broken) => {
                if let Some(editor) = self.editor.as_mut().filter(|_| broken.is_change) {
                    editor.lose(None);
                }
                self.log(format!("not understood: {}", broken.why))?;
            }
        }
        Ok(None)
    }

    /// Tells what is found in the documents that changed, and what is wrong with configurations.
    pub fn publish(&mut self) -> io::Result<()> {
        let Some(editor) = self.editor.as_mut().filter(|_| !self.is_over) else { return Ok(()) };
        editor.catch_up();
        let mut messages = Vec::new();
        for problem in editor.rules.problems.drain(..) {
            let (typ, message) = (MessageType::ERROR, problem.to_string());
            messages.push(tell::<told::ShowMessage>(&ShowMessageParams { typ, message }));
        }
        for document in editor.documents.values_mut().filter(|one| one.is_stale && !one.is_lost) {
            document.is_stale = false;
            let found = diagnostics::publish(document, &editor.client);
            messages.push(tell::<told::PublishDiagnostics>(&found));
        }
        messages.into_iter().try_for_each(|message| self.send(message))
    }

    fn answer(&mut self, request: Request) -> Answer {
        if self.is_over {
            return Err((ErrorCode::InvalidRequest, "the session is over".into()));
        }
        let Some(editor) = &mut self.editor else {
            return match request.method.as_str() {
                asked::Initialize::METHOD => Ok(self.begin(&request.params)),
                _ => Err((ErrorCode::ServerNotInitialized, "not initialized".into())),
            };
        };
        editor.catch_up();
        match request.method.as_str() {
            asked::CodeActionRequest::METHOD => reply(request.params, |asked| editor.act(&asked)),
            asked::HoverRequest::METHOD => reply(request.params, |asked| editor.explain(&asked)),
            asked::Shutdown::METHOD => {
                self.is_over = true;
                Ok(Value::Null)
            }
            asked::Initialize::METHOD => {
                Err((ErrorCode::InvalidRequest, "already initialized".into()))
            }
            method => Err((ErrorCode::MethodNotFound, format!("no such request: {method}"))),
        }
    }

    fn begin(&mut self, params: &Value) -> Value {
        let client = Client::new(params);
        let rules = Rules::new(self.options.clone(), &client);
        let result = capabilities::result(&client);
        self.editor =
            Some(Editor { client, rules, documents: Documents::new(), is_outdated: false });
        result
    }

    fn notice(&mut self, one: Notification) -> io::Result<()> {
        let Some(editor) = self.editor.as_mut().filter(|_| !self.is_over) else { return Ok(()) };
        let done = match one.method.as_str() {
            told::DidOpenTextDocument::METHOD => note(one.params, |it| editor.open(it)),
            told::DidChangeTextDocument::METHOD => {
                let uri = one.params.pointer("/textDocument/uri").and_then(Value::as_str);
                let uri = uri.map(str::to_owned);
                note(one.params, |it| editor.change(&it))
                    .inspect_err(|_| editor.lose(uri.as_deref()))
            }
            told::DidSaveTextDocument::METHOD | told::DidChangeWatchedFiles::METHOD => {
                editor.is_outdated = true;
                Ok(())
            }
            told::DidCloseTextDocument::METHOD => {
                let closed = note(one.params, |it| editor.close(&it));
                match closed {
                    Ok(found) => return self.send(tell::<told::PublishDiagnostics>(&found)),
                    Err(why) => Err(why),
                }
            }
            told::Initialized::METHOD if editor.client.watches => {
                let id = RequestId::from("watch".to_owned());
                let method = asked::RegisterCapability::METHOD.to_owned();
                let params = capabilities::watch();
                return self.send(Message::Request(Request { id, method, params }));
            }
            _ => Ok(()),
        };
        match done {
            Ok(()) => Ok(()),
            Err(why) => self.log(format!("not understood: {}: {why}", one.method)),
        }
    }

    fn log(&mut self, message: String) -> io::Result<()> {
        let typ = MessageType::WARNING;
        self.send(tell::<told::LogMessage>(&LogMessageParams { typ, message }))
    }

    fn send(&mut self, mut message: Message) -> io::Result<()> {
        self.spellings.restore(&mut message);
        message.write(&mut self.out)
    }
}

impl Editor {
    fn open(&mut self, params: DidOpenTextDocumentParams) {
        let mut document = Document::new(params.text_document);
        self.rules.settle(&mut document);
        self.documents.insert(document.uri.clone(), document);
    }

    fn change(&mut self, params: &DidChangeTextDocumentParams) {
        let version = params.text_document.version;
        if let Some(document) = self.documents.get_mut(&params.text_document.uri) {
            document.change(version, &params.content_changes, self.client.unit);
        }
    }

    /// A change of a document, or of any, was not understood.
    fn lose(&mut self, uri: Option<&str>) {
        let may_be = |document: &&mut Document| uri.is_none_or(|uri| document.uri.as_str() == uri);
        self.documents.values_mut().filter(may_be).for_each(|document| document.is_lost = true);
    }

    /// Takes back what was told of a document.
    fn close(&mut self, params: &DidCloseTextDocumentParams) -> PublishDiagnosticsParams {
        self.documents.remove(&params.text_document.uri);
        PublishDiagnosticsParams::new(params.text_document.uri.clone(), Vec::new(), None)
    }

    /// Reads configurations again, once for all files that changed meanwhile: the lints of a team take
    /// their time.
    fn catch_up(&mut self) {
        if std::mem::take(&mut self.is_outdated) {
            self.rules.read_again();
            self.documents.values_mut().for_each(|document| self.rules.settle(document));
        }
    }

    fn act(&self, asked: &CodeActionParams) -> Option<Vec<lsp_types::CodeAction>> {
        let document = self.documents.get(&asked.text_document.uri)?;
        Some(actions::actions(document, asked.range, &asked.context, &self.client))
    }

    fn explain(&self, asked: &HoverParams) -> Option<lsp_types::Hover> {
        let asked = &asked.text_document_position_params;
        let document = self.documents.get(&asked.text_document.uri)?;
        hover::hover(document, asked.position, &self.client)
    }
}

fn tell<N: told::Notification>(params: &N::Params) -> Message {
    Message::Notification(Notification { method: N::METHOD.to_owned(), params: value(params) })
}

/// What the protocol's own types are as JSON: they have no maps with keys that are no text.
fn value(of: &impl Serialize) -> Value {
    serde_json::to_value(of).unwrap_or_default()
}

fn reply<P: DeserializeOwned, R: Serialize>(params: Value, act: impl FnOnce(P) -> R) -> Answer {
    let params = serde_json::from_value(params);
    params
        .map(|params| value(&act(params)))
        .map_err(|why| (ErrorCode::InvalidParams, why.to_string()))
}

fn note<P: DeserializeOwned, R>(params: Value, act: impl FnOnce(P) -> R) -> Result<R, String> {
    serde_json::from_value(params).map(act).map_err(|why| why.to_string())
}
