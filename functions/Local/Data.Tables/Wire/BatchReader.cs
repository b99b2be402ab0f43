#nullable enable
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Reads a transaction's reply: a multipart batch, in it a changeset, in it one HTTP reply an operation or one for all.</summary>
internal static class BatchReader
{
    public static List<BatchPart> Read(Response response)
    {
        var replies = new List<BatchPart>();
        Collect(response.Content.ToMemory(), response.Headers.ContentType ?? "", replies);
        return replies.Count > 0 ? replies : throw new InvalidDataException("The service answered a transaction without saying how any operation went.");
    }

    private static void Collect(ReadOnlyMemory<byte> body, string contentType, List<BatchPart> replies)
    {
        if (!contentType.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
        {
            replies.Add(BatchPart.Parse(body));
            return;
        }

        foreach (var part in Parts(body, Boundary(contentType)))
        {
            var (headers, content) = HttpText.Split(part);
            Collect(content, HttpText.Headers(headers).GetValueOrDefault("Content-Type", ""), replies);
        }
    }

    private static byte[] Boundary(string contentType)
    {
        var at = contentType.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? throw new InvalidDataException("The service answered a transaction with parts and no boundary between them.")
            : Encoding.ASCII.GetBytes("--" + contentType[(at + 9)..].Split(';')[0].Trim().Trim('"'));
    }

    /// <summary>What lies between the boundary's lines; the last of them ends with two more hyphens.</summary>
    private static List<ReadOnlyMemory<byte>> Parts(ReadOnlyMemory<byte> body, byte[] boundary)
    {
        var parts = new List<ReadOnlyMemory<byte>>();
        var at = body.Span.IndexOf(boundary);
        while (at >= 0)
        {
            var start = at + boundary.Length;
            if (body.Span[start..].StartsWith("--"u8))
            {
                break;
            }

            var length = body.Span[start..].IndexOf(boundary);
            parts.Add((length < 0 ? body[start..] : body.Slice(start, length)).TrimStart("\r\n"u8));
            at = length < 0 ? -1 : start + length;
        }

        return parts;
    }
}
