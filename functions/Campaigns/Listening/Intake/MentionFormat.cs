using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Campaigns.Listening.Intake;

/// <summary>The format of a body of mentions, as its content type says.</summary>
/// <param name="Kind">The format.</param>
/// <param name="Encoding">The encoding of a CSV file that names one; else UTF-8, or what a byte order mark says.</param>
internal sealed record MentionFormat(MentionFormatKind Kind, Encoding? Encoding)
{
    /// <summary>What is taken, as a sentence.</summary>
    public const string Rule =
        "Send application/x-ndjson (one mention a line), application/json (an array of mentions) or text/csv (with a header), in UTF-8; CSV may name another charset.";

    static MentionFormat() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a content type.</summary>
    public static bool TryParse(string? contentType, [NotNullWhen(true)] out MentionFormat? format)
    {
        format = null;
        if (!MediaTypeHeaderValue.TryParse(contentType, out var media))
        {
            return false;
        }

        var kind = media.MediaType.Value?.ToLowerInvariant() switch
        {
            "application/x-ndjson" or "application/ndjson" or "application/jsonl" or "application/x-jsonlines" => MentionFormatKind.Lines,
            "application/json" => MentionFormatKind.Array,
            "text/csv" or "application/csv" => MentionFormatKind.Csv,
            _ => MentionFormatKind.None,
        };
        var isUtf8 = !media.Charset.HasValue || media.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || media.Charset.Equals("utf8", StringComparison.OrdinalIgnoreCase);
        var encoding = isUtf8 ? null : Find(media.Charset.Value!.Trim('"'));
        if (kind == MentionFormatKind.None || (!isUtf8 && (kind != MentionFormatKind.Csv || encoding is null)))
        {
            return false;
        }

        format = new MentionFormat(kind, encoding);
        return true;
    }

    private static Encoding? Find(string charset)
    {
        try
        {
            return charset.StartsWith("cp", StringComparison.OrdinalIgnoreCase) && int.TryParse(charset.AsSpan(2), CultureInfo.InvariantCulture, out var page)
                ? Encoding.GetEncoding(page)
                : Encoding.GetEncoding(charset);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
