#nullable enable
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The reply to one operation of a transaction.</summary>
internal sealed class BatchPart : Response
{
    private readonly Dictionary<string, string> headers;

    private BatchPart(int status, string reason, Dictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        (Status, ReasonPhrase, this.headers) = (status, reason, headers);
        ContentStream = new MemoryStream(body.ToArray(), 0, body.Length, writable: false, publiclyVisible: true);
        ClientRequestId = headers.GetValueOrDefault("x-ms-client-request-id", "");
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream? ContentStream { get; set; }

    public override string ClientRequestId { get; set; }

    public override bool IsError => Status >= 400;

    /// <summary>Reads <c>HTTP/1.1 204 No Content</c>, the headers and the body.</summary>
    public static BatchPart Parse(ReadOnlyMemory<byte> text)
    {
        // The emulator repeats its boundary before the status line of a refusal that concerns the whole transaction.
        var (head, body) = HttpText.Split(text[Math.Max(0, text.Span.IndexOf("HTTP/"u8))..]);
        var (first, rest) = head.Split("\r\n", 2) is [var line, var lines] ? (line, lines) : (head, "");
        return first.Split(' ', 3) is [var protocol, var code, .. var reason]
            && protocol.StartsWith("HTTP/", StringComparison.Ordinal)
            && int.TryParse(code, CultureInfo.InvariantCulture, out var status)
            ? new(status, reason is [var phrase] ? phrase : "", HttpText.Headers(rest), body)
            : throw new InvalidDataException("The service answered an operation of a transaction with something that is not HTTP.");
    }

    public override void Dispose() => ContentStream?.Dispose();

    protected override bool ContainsHeader(string name) => headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(static header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value) => headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
    {
        values = headers.TryGetValue(name, out var value) ? [value] : null;
        return values is not null;
    }
}
