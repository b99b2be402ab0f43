using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Campaigns.Channels;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Intake;

/// <summary>Reads the single values of a CSV record; an empty cell is an unknown value.</summary>
internal static class CsvFields
{
    private const string CreatedAtRule = "must be a time such as 2015-06-08T10:00:00Z, 2015-06-08 10:00:00 or 2015/6/8 9:05; without an offset it is UTC";
    private const string KindRule = "must be original, reply, share or quote";
    private const string AuthorKindRule = "must be person or organisation";

    private static readonly string[] Times =
    [
        "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd H:mmK", "yyyy-MM-dd HH:mm:ss 'UTC'",
        "yyyy/M/d H:mm", "yyyy/M/d H:mm:ss",
    ];

    public static void Text(ReadOnlySpan<byte> cell, TextBuffer buffer, string field, int longest, string rule, LineFaults faults)
    {
        var isText = longest == MentionLimits.LongestText;
        if (cell.Length <= (isText ? longest : 3 * longest))
        {
            buffer.SetUtf8(cell);
            if (isText || buffer.Span.Length <= longest)
            {
                return;
            }

            buffer.Clear();
        }

        Refuse(cell, field, rule, faults);
    }

    public static string? Channel(ReadOnlySpan<byte> cell, LineFaults faults)
    {
        Span<char> name = stackalloc char[64];
        var found = cell.Length <= name.Length ? ChannelNames.Find(name[..Encoding.UTF8.GetChars(cell, name)]) : null;
        if (found is null)
        {
            Refuse(cell, "channel", Planning.Channel.Rule, faults);
        }

        return found;
    }

    public static long? CreatedAt(ReadOnlySpan<byte> cell, LineFaults faults)
    {
        Span<char> text = stackalloc char[40];
        if (cell.Length <= text.Length && DateTimeOffset.TryParseExact(
            text[..Encoding.UTF8.GetChars(cell, text)], Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time.ToUnixTimeSeconds();
        }

        Refuse(cell, "createdAt", CreatedAtRule, faults);
        return null;
    }

    public static MentionKind Kind(ReadOnlySpan<byte> cell, LineFaults faults)
    {
        if (cell.SequenceEqual("reply"u8))
        {
            return MentionKind.Reply;
        }

        if (cell.SequenceEqual("share"u8))
        {
            return MentionKind.Share;
        }

        if (cell.SequenceEqual("quote"u8))
        {
            return MentionKind.Quote;
        }

        if (!cell.SequenceEqual("original"u8))
        {
            Refuse(cell, "kind", KindRule, faults);
        }

        return MentionKind.Original;
    }

    public static MentionKind KindOfShare(ReadOnlySpan<byte> cell, LineFaults faults)
    {
        var isShare = Ascii.EqualsIgnoreCase(cell, "true"u8) || cell.SequenceEqual("1"u8);
        if (!isShare && !Ascii.EqualsIgnoreCase(cell, "false"u8) && !cell.SequenceEqual("0"u8))
        {
            Refuse(cell, "kind", "must be true or false in a column that tells shares", faults);
        }

        return isShare ? MentionKind.Share : MentionKind.Original;
    }

    public static AuthorKind AuthorKind(ReadOnlySpan<byte> cell, LineFaults faults)
    {
        if (cell.SequenceEqual("organisation"u8))
        {
            return Cells.AuthorKind.Organisation;
        }

        if (!cell.SequenceEqual("person"u8))
        {
            Refuse(cell, "author.kind", AuthorKindRule, faults);
        }

        return Cells.AuthorKind.Person;
    }

    /// <summary>A whole number; <c>12.0</c> is one too, for that is how tables with gaps are exported.</summary>
    public static long Count(ReadOnlySpan<byte> cell, string field, long most, LineFaults faults)
    {
        if (cell.IsEmpty)
        {
            return MentionRecord.Unknown;
        }

        if (Utf8Parser.TryParse(cell, out long count, out var read) && (read == cell.Length || cell[read..].SequenceEqual(".0"u8)) && count >= 0 && count <= most)
        {
            return count;
        }

        Refuse(cell, field, MentionRules.CountRule(most), faults);
        return MentionRecord.Unknown;
    }

    private static void Refuse(ReadOnlySpan<byte> cell, string field, string rule, LineFaults faults) =>
        faults.Add(Refusal.BadField, field, cell, rule);
}
