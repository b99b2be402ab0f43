#nullable enable
using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>HTTP as text inside a body.</summary>
internal static class HttpText
{
    /// <summary>The lines before the first empty one, and what follows it.</summary>
    public static (string Head, ReadOnlyMemory<byte> Body) Split(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf("\r\n\r\n"u8);
        return end < 0
            ? (Encoding.UTF8.GetString(text.Span).TrimEnd(), ReadOnlyMemory<byte>.Empty)
            : (Encoding.UTF8.GetString(text.Span[..end]), text[(end + 4)..]);
    }

    public static Dictionary<string, string> Headers(string lines)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return headers;
    }
}
