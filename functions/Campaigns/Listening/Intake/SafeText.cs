using System.Buffers;
using System.Globalization;
using System.Text;
using Campaigns.Confidentiality;

namespace Campaigns.Listening.Intake;

/// <summary>
/// A mention's text as it may leave the door: without personal data, and no longer than an analyser takes. Made once for each mention, in memory
/// that the next one uses again.
/// </summary>
internal sealed class SafeText
{
    /// <summary>The most text elements of a document that Azure AI Language takes.</summary>
    private const int MostElements = 5120;

    /// <summary>A text of so many bytes fills most of a message even where it cannot be compressed.</summary>
    private const int MostBytes = 24 * 1024;

    private readonly ArrayBufferWriter<char> redacted = new(512);
    private byte[] bytes = new byte[2048];

    /// <summary>Makes it.</summary>
    /// <param name="text">The text as it came.</param>
    /// <returns>The text in UTF-8, until the next call.</returns>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<char> text)
    {
        redacted.ResetWrittenCount();
        PersonalData.Redact(text, redacted);
        // Cut only now: a cut through a number would leave a part of it that nobody recognises.
        var kept = Cut(redacted.WrittenSpan);
        if (bytes.Length < kept.Length * 3)
        {
            bytes = new byte[kept.Length * 3];
        }

        return bytes.AsSpan(0, Encoding.UTF8.GetBytes(kept, bytes));
    }

    private static ReadOnlySpan<char> Cut(ReadOnlySpan<char> text)
    {
        if (text.Length <= MostElements)
        {
            return text;
        }

        var (at, size) = (0, 0);
        for (var element = 0; element < MostElements && at < text.Length; element++)
        {
            var length = StringInfo.GetNextTextElementLength(text[at..]);
            size += Encoding.UTF8.GetByteCount(text.Slice(at, length));
            if (size > MostBytes)
            {
                break;
            }

            at += length;
        }

        return text[..at];
    }
}
