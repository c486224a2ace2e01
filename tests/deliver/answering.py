"""A web server on this machine that answers as a test wants, or that stands between us and a real one."""

import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

_OF_ONE_CONNECTION = {"connection", "transfer-encoding", "content-length", "server", "date"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What came: `path` with its query; header names in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    data: bytes = b""


Respond = Callable[[Request], Response | None]
"""None: hang up without an answer."""


@contextmanager
def answering(respond: Respond, *, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """The server's url, without a slash at its end, for as long as the `with` holds."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            response = respond(Request(method=self.command, path=self.path, headers=headers, data=data))
            if response is None:
                self.close_connection = True
                return
            if "Date" in response.headers:
                self.send_response_only(response.status)
            else:
                self.send_response(response.status)
            for name, value in response.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in response.headers:
                self.send_header("Content-Length", str(len(response.data)))
            else:
                self.close_connection = True
            self.end_headers()
            self.wfile.write(response.data)

        do_POST = do_PUT = do_PATCH = do_DELETE = do_GET  # noqa: N815 - the library's names

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        if tls is not None:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield f"{'http' if tls is None else 'https'}://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()


def passed_on(url: str, request: Request) -> Response:
    """What the server at `url` answers to the request, which then looks as if it had been for that server."""
    where = urlsplit(url)
    connection = HTTPConnection(str(where.hostname), where.port, timeout=60)
    headers = {name: value for name, value in request.headers.items() if name not in _OF_ONE_CONNECTION | {"host"}}
    headers |= {name: url for name in ("origin", "referer") if name in headers}
    try:
        connection.request(request.method, request.path, body=request.data or None, headers=headers)
        answer = connection.getresponse()
        data = answer.read()
    finally:
        connection.close()
    kept = {name: value for name, value in answer.getheaders() if name.lower() not in _OF_ONE_CONNECTION}
    return Response(status=answer.status, headers=kept, data=data)
