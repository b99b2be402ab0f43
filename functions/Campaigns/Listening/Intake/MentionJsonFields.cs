using System.Text;
using System.Text.Json;
using Campaigns.Channels;
using Campaigns.Listening.Cells;

namespace Campaigns.Listening.Intake;

/// <summary>Reads the single fields of a mention; each call takes the value behind the property name that the reader stands on.</summary>
internal static class MentionJsonFields
{
    private const string KindRule = "must be original, reply, share or quote";
    private const string AuthorKindRule = "must be person or organisation";
    private const string CreatedAtRule = "must be a time with its offset, such as 2015-06-08T10:00:00Z";

    public static MentionFields Channel(ref Utf8JsonReader reader, Mention mention, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return MentionFields.None;
        }

        Span<char> name = stackalloc char[64];
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= name.Length)
        {
            mention.Channel = ChannelNames.Find(name[..reader.CopyString(name)]);
        }

        if (mention.Channel is null)
        {
            Refuse(ref reader, "channel", Planning.Channel.Rule, faults);
        }

        return MentionFields.Channel;
    }

    /// <summary>A text of at most <paramref name="longest"/> UTF-8 bytes (an id: characters); false where it is null.</summary>
    public static bool Text(ref Utf8JsonReader reader, TextBuffer buffer, string field, int longest, string rule, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }

        // A character takes at most six bytes in JSON: what is longer than that need not be copied to be refused.
        if (reader.TokenType == JsonTokenType.String && reader.ValueSpan.Length <= 6 * longest)
        {
            buffer.Set(ref reader);
            var isText = longest == MentionLimits.LongestText;
            if (isText ? buffer.Span.Length <= longest / 3 || Encoding.UTF8.GetByteCount(buffer.Span) <= longest : buffer.Span.Length is > 0 && buffer.Span.Length <= longest)
            {
                return true;
            }

            buffer.Clear();
        }

        Refuse(ref reader, field, rule, faults);
        return true;
    }

    public static MentionFields CreatedAt(ref Utf8JsonReader reader, Mention mention, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return MentionFields.None;
        }

        // Without an offset the reader would take the server's own zone.
        if (reader.TokenType == JsonTokenType.String && HasOffset(ref reader) && reader.TryGetDateTimeOffset(out var time))
        {
            mention.CreatedAt = time.ToUnixTimeSeconds();
        }
        else
        {
            Refuse(ref reader, "createdAt", CreatedAtRule, faults);
        }

        return MentionFields.CreatedAt;
    }

    public static MentionKind Kind(ref Utf8JsonReader reader, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.Null or JsonTokenType.String)
        {
            if (reader.TokenType == JsonTokenType.Null || reader.ValueTextEquals("original"u8))
            {
                return MentionKind.Original;
            }

            if (reader.ValueTextEquals("reply"u8))
            {
                return MentionKind.Reply;
            }

            if (reader.ValueTextEquals("share"u8))
            {
                return MentionKind.Share;
            }

            if (reader.ValueTextEquals("quote"u8))
            {
                return MentionKind.Quote;
            }
        }

        Refuse(ref reader, "kind", KindRule, faults);
        return MentionKind.Original;
    }

    public static AuthorKind AuthorKind(ref Utf8JsonReader reader, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return Cells.AuthorKind.Unknown;
        }

        if (reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("organisation"u8))
        {
            return Cells.AuthorKind.Organisation;
        }

        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals("person"u8))
        {
            Refuse(ref reader, "author.kind", AuthorKindRule, faults);
        }

        return Cells.AuthorKind.Person;
    }

    /// <summary>A whole number from 0 on; unknown where it is null.</summary>
    public static long Count(ref Utf8JsonReader reader, string field, long most, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return MentionRecord.Unknown;
        }

        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var count) && count >= 0 && count <= most)
        {
            return count;
        }

        Refuse(ref reader, field, MentionRules.CountRule(most), faults);
        return MentionRecord.Unknown;
    }

    /// <summary>A text that counting needs not, held to its length all the same.</summary>
    public static void Unused(ref Utf8JsonReader reader, string field, int longest, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null) || reader.ValueSpan.Length > longest)
        {
            Refuse(ref reader, field, $"must be text of at most {longest} characters", faults);
        }
    }

    public static bool IsObject(ref Utf8JsonReader reader, string field, LineFaults faults)
    {
        reader.Read();
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.Null))
        {
            Refuse(ref reader, field, "must be an object", faults);
        }

        return reader.TokenType == JsonTokenType.StartObject;
    }

    public static void Unknown(ref Utf8JsonReader reader, string parent, LineFaults faults)
    {
        faults.Add(Refusal.UnknownField, parent + reader.GetString(), "", "is not a field of a mention");
        reader.Read();
        reader.Skip();
    }

    private static void Refuse(ref Utf8JsonReader reader, string field, string rule, LineFaults faults)
    {
        faults.Add(Refusal.BadField, field, reader.ValueSpan, rule);
        reader.Skip();
    }

    private static bool HasOffset(ref Utf8JsonReader reader)
    {
        Span<byte> unescaped = stackalloc byte[256];
        if (reader.ValueSpan.Length > unescaped.Length)
        {
            return false;
        }

        // A plus sign often comes as \u002B.
        var time = unescaped[..reader.CopyString(unescaped)];
        return time.Length > 6 && (time[^1] == (byte)'Z' || (time[^3] == (byte)':' && time[^6] is (byte)'+' or (byte)'-'));
    }
}
