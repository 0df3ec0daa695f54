"""Slack through slack_sdk, with its blind retries switched off: after a reset they post twice."""

from __future__ import annotations

import logging
from http.client import HTTPException
from typing import TYPE_CHECKING, Any

from briefing.config.settings import TargetConfig
from briefing.io.deliver.receipt import TIMEOUT, Receipt, answered, lost, said

if TYPE_CHECKING:
    from slack_sdk import WebClient
    from slack_sdk.web import SlackResponse

API = "https://slack.com/api/"

_WIRE = (OSError, HTTPException, UnicodeDecodeError)  # URLError and timeouts are OSErrors
_HINTS = {
    "invalid_auth": "the token was not accepted",
    "not_authed": "no token was given",
    "token_revoked": "the token was revoked",
    "token_expired": "the token is too old",
    "account_inactive": "the token's account is gone",
    "missing_scope": "the app lacks the scope chat:write",
    "not_in_channel": "invite the app to the channel",
    "channel_not_found": "there is no such channel, or the app was not invited",
    "is_archived": "the channel is archived",
    "channel_is_archived": "the channel is archived",
    "no_service": "the webhook was removed, or its address is wrong",
    "action_prohibited": "an administrator forbids posting",
}

_silent = logging.getLogger("briefing.slack")
_silent.disabled = True  # slack_sdk writes addresses of webhooks into its log: they are secrets


def hook(target: TargetConfig, payload: dict[str, Any], *, timeout: float = TIMEOUT) -> Receipt:
    """Post a message to an incoming webhook."""
    from slack_sdk.webhook import WebhookClient

    client = WebhookClient(target.url, timeout=int(timeout) or 1, retry_handlers=[], logger=_silent)
    known = ("text", "blocks", "unfurl_links", "unfurl_media")
    try:
        answer = client.send_dict({k: payload[k] for k in known if k in payload})
    except _WIRE as error:
        return lost(error)
    except ValueError:
        return Receipt("failed", "the address of the webhook cannot be used")
    if answer.status_code == 200 and answer.body.strip() == "ok":
        return Receipt("sent", "ok")
    if answer.status_code == 200:
        return Receipt("unknown", f"not Slack's answer: {said(answer.body)}")
    return _hinted(answered(answer.status_code, answer.body, answer.headers), answer.body.strip())


def post(
    target: TargetConfig,
    payload: dict[str, Any],
    *,
    remote: str = "",
    thread: str = "",
    timeout: float = TIMEOUT,
) -> Receipt:
    """Post a message with a token, below the message `thread` if given; with `remote`, renew it.

    `remote` and `thread` are a Receipt's `remote`: channel and time stamp.
    """
    if remote:
        channel, ts = remote.split()
        body = {"channel": channel, "ts": ts, "text": payload["text"], "blocks": payload["blocks"]}
        return _called(target, "chat.update", body, timeout)
    body = {"channel": target.channel, **payload}
    if thread:
        body["channel"], body["thread_ts"] = thread.split()
    return _called(target, "chat.postMessage", body, timeout)


def knock(target: TargetConfig, *, timeout: float = TIMEOUT) -> Receipt:
    """Ask Slack whose token it is; nothing is posted."""
    receipt, answer = _asked(target, "auth.test", {}, timeout)
    if receipt.state != "sent":
        return receipt
    return Receipt("sent", said(f"{answer.get('user')} in {answer.get('team')}, {target.channel}"))


def seen(
    target: TargetConfig, mark: str, *, thread: str = "", timeout: float = TIMEOUT
) -> Receipt | None:
    """Look in the channel for a message with our mark; None where the app may not look.

    The mark stands in the message's metadata, as `client_msg_id` of its payload.
    """
    from slack_sdk.errors import SlackClientError

    client = _client(target, timeout)
    try:
        if thread:
            channel, ts = thread.split()
            answer = client.conversations_replies(
                channel=channel, ts=ts, limit=200, include_all_metadata=True
            )
        else:
            channel = target.channel
            answer = client.conversations_history(
                channel=channel, limit=200, include_all_metadata=True
            )
    except (SlackClientError, *_WIRE, ValueError):
        return None
    for message in answer.get("messages") or ():
        payload = (message.get("metadata") or {}).get("event_payload") or {}
        if mark in (message.get("client_msg_id"), payload.get("mark")):
            return Receipt("sent", "found in the channel", f"{channel} {message['ts']}")
    return Receipt("failed", "not found in the channel: it did not arrive")


def _client(target: TargetConfig, timeout: float) -> WebClient:
    from slack_sdk import WebClient

    base = target.url if target.url.rstrip("/").endswith("/api") else API
    return WebClient(
        token=target.token,
        base_url=base.rstrip("/") + "/",
        timeout=int(timeout) or 1,
        retry_handlers=[],
        logger=_silent,
    )


def _called(target: TargetConfig, method: str, body: dict[str, Any], timeout: float) -> Receipt:
    receipt, answer = _asked(target, method, body, timeout)
    if receipt.state != "sent" or "ts" not in answer:
        return receipt
    return receipt._replace(remote=f"{answer['channel']} {answer['ts']}")


def _asked(
    target: TargetConfig, method: str, body: dict[str, Any], timeout: float
) -> tuple[Receipt, dict[str, Any]]:
    """Call a method of the API; return what became of it, and the answer if it is a good one."""
    from slack_sdk.errors import SlackApiError, SlackClientError

    try:
        answer = _client(target, timeout).api_call(method, json=body)
    except SlackApiError as error:
        return _refused(error.response), {}
    except _WIRE as error:
        return lost(error), {}
    except (SlackClientError, ValueError):
        return Receipt("failed", "the address of the API cannot be used"), {}
    data: dict[str, Any] = answer.data if isinstance(answer.data, dict) else {}
    warning = f" (warning: {said(data['warning'])})" if data.get("warning") else ""
    return Receipt("sent", f"ok{warning}"), data


def _refused(answer: SlackResponse) -> Receipt:
    data: Any = answer.data if isinstance(answer.data, dict) else {}
    name = str(data.get("error", ""))
    details = "; ".join(said(str(e), 120) for e in (data.get("errors") or ())[:3])
    if answer.status_code != 200:
        status = int(answer.status_code)
        return _hinted(answered(status, name, answer.headers), name)
    if name == "fatal_error":
        return Receipt("unknown", name)  # "some aspect of the operation may have succeeded"
    if name == "message_not_found":
        return Receipt("sent", "was deleted in Slack, and is left so")
    wait = {"internal_error": 2.0, "service_unavailable": 5.0, "ratelimited": 30.0}.get(name)
    word = said(name) + (f" ({details})" if details else "")
    return _hinted(Receipt("failed", word, wait=wait), name)


def _hinted(receipt: Receipt, name: str) -> Receipt:
    hint = _HINTS.get(name)
    return receipt._replace(word=f"{receipt.word}: {hint}") if hint else receipt
