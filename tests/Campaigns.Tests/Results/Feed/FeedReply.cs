using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.OData;

namespace Campaigns.Tests.Results.Feed;

/// <summary>An answer of the feed, as Microsoft's reader takes it.</summary>
internal sealed class FeedReply(int status, IHeaderDictionary headers, byte[] body) : IODataResponseMessageAsync
{
    public int Status => status;

    public byte[] Body => body;

    public string Text => Encoding.UTF8.GetString(body);

    public IEnumerable<KeyValuePair<string, string>> Headers => headers.Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()));

    public int StatusCode
    {
        get => status;
        set => throw new NotSupportedException();
    }

    public string? GetHeader(string headerName) => headers[headerName] is { Count: > 0 } value ? value.ToString() : null;

    public void SetHeader(string headerName, string headerValue) => throw new NotSupportedException();

    public Stream GetStream() => new MemoryStream(body);

    public Task<Stream> GetStreamAsync() => Task.FromResult(GetStream());
}

/// <summary>A page of the feed.</summary>
internal sealed record FeedRows(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, Uri? Next, long? Count);
